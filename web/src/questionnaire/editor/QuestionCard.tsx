import type { Question } from '@rozeznanie/core/questionnaire'
import { memo, type KeyboardEvent } from 'react'
import { CardHead } from './CardHead.tsx'
import type { Target } from './editor-desk.ts'
import { cardHeadId } from './element-ids.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { QuestionNumber } from './QuestionNumber.tsx'
import { QuestionMarks } from './QuestionMarks.tsx'
import { QuestionSummary } from './QuestionSummary.tsx'
import { TypeIcon } from './TypeIcon.tsx'
import { useDesk, useEditor } from './use-editor.ts'

interface QuestionCardProps {
  readonly question: Question
}

/** One question: closed it shows what is asked, open it is edited in place. */
export const QuestionCard = memo(function QuestionCard({ question }: QuestionCardProps) {
  const { desk, t } = useEditor()
  const target: Target = `question:${question.key}`
  const isOpen = useDesk(({ selected }) => selected === target)
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return
    desk.open(null)
    desk.focus(cardHeadId(target))
  }
  return (
    <article
      className={isOpen ? 'question-card question-card--open' : 'question-card'}
      aria-labelledby={cardHeadId(target)}
      onKeyDown={close}
    >
      <CardHead
        target={target}
        isOpen={isOpen}
        level={4}
        picture={<TypeIcon type={question.type} />}
        marks={<QuestionMarks question={question} />}
      >
        <QuestionNumber questionKey={question.key} /> {question.text.trim() || t('untitled')}
      </CardHead>
      {isOpen ? <QuestionForm question={question} /> : <QuestionSummary question={question} />}
    </article>
  )
})
