import type { Question } from '@rozeznanie/core/questionnaire'
import { memo } from 'react'
import { AddQuestion } from './AddQuestion.tsx'
import { QuestionCard } from './QuestionCard.tsx'

interface QuestionItemProps {
  readonly question: Question
  readonly sectionKey: string
}

/** A question in the list; a roster shows what it asks for each item below its own card. */
export const QuestionItem = memo(function QuestionItem({ question, sectionKey }: QuestionItemProps) {
  return (
    <li className="cards__item">
      <QuestionCard question={question} />
      {question.type === 'ROSTER' && (
        <div className="cards__inner">
          <ol className="cards__list">
            {question.questions.map((inner) => (
              <QuestionItem key={inner.key} question={inner} sectionKey={sectionKey} />
            ))}
          </ol>
          <AddQuestion sectionKey={sectionKey} roster={question} index={question.questions.length} />
        </div>
      )}
    </li>
  )
})
