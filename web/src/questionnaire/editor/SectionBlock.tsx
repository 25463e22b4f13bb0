import type { Section } from '@rozeznanie/core/questionnaire'
import { memo } from 'react'
import { AddQuestion } from './AddQuestion.tsx'
import { QuestionItem } from './QuestionItem.tsx'
import { SectionCard } from './SectionCard.tsx'
import { useEditor } from './use-editor.ts'

interface SectionBlockProps {
  readonly section: Section
  readonly index: number
  readonly sectionCount: number
}

/** A section with its questions and the one place to add another. */
export const SectionBlock = memo(function SectionBlock(props: SectionBlockProps) {
  const { section, index, sectionCount } = props
  const { t } = useEditor()
  const { key, questions } = section
  return (
    <section
      className="section-block"
      aria-label={t('section.label', { number: index + 1, title: section.title })}
    >
      <SectionCard section={section} index={index} sectionCount={sectionCount} />
      {questions.length > 0 && (
        <ol className="cards__list">
          {questions.map((question) => (
            <QuestionItem key={question.key} question={question} sectionKey={key} />
          ))}
        </ol>
      )}
      {questions.length === 0 && <p className="muted">{t('section.empty')}</p>}
      <AddQuestion sectionKey={key} index={questions.length} />
    </section>
  )
})
