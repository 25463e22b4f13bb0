import type { Questionnaire, Section } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { RuleSentence } from './conditions/RuleSentence.tsx'
import { QuestionPreview } from './QuestionPreview.tsx'

interface SectionPreviewProps {
  readonly questionnaire: Questionnaire
  readonly section: Section
  readonly number: number
}

export function SectionPreview({ questionnaire, section, number }: SectionPreviewProps) {
  const { t } = useTranslation('questionnaire')
  return (
    <section className="section-preview" id={`czesc-${section.key}`} aria-labelledby={`tytul-${section.key}`}>
      <header>
        <p className="eyebrow">{t('preview.section', { number })}</p>
        <h2 id={`tytul-${section.key}`}>{section.title}</h2>
        {section.description && <p className="measure muted">{section.description}</p>}
        {section.visibleIf && (
          <RuleSentence questionnaire={questionnaire} kind="visibleIf" text={section.visibleIf} />
        )}
      </header>
      <ol className="question-list">
        {section.questions.map((question) => (
          <QuestionPreview key={question.key} questionnaire={questionnaire} question={question} />
        ))}
      </ol>
    </section>
  )
}
