import type { Question, RosterQuestion } from '@rozeznanie/core/questionnaire'
import {
  blockCount,
  howToFill,
  type PaperQuestionnaire,
  paperWords,
  routing,
  withBlanks,
} from '@rozeznanie/core/questionnaire/paper'
import { PaperField } from './PaperField.tsx'
import { Routing } from './Routing.tsx'

interface PaperQuestionProps {
  readonly paper: PaperQuestionnaire
  readonly question: Question
  /** Tells it from the same question about another item. */
  readonly path: string
}

/** A question with its number, who answers it, how, and where; nothing of what is worked out. */
export function PaperQuestion({ paper, question, path }: PaperQuestionProps) {
  if (question.type === 'CALCULATED') return null
  const minutes = paper.questionnaire.estimatedMinutes
  const number = paper.numbers.get(question.key)
  const optionFilter = 'optionFilter' in question ? question.optionFilter : undefined
  const rowVisibleIf = 'rowVisibleIf' in question ? question.rowVisibleIf : undefined
  const how = howToFill(paper, question)
  const isLong = question.type === 'ROSTER' || question.type === 'INFO'
  const id = `papier-${path}`
  return (
    <div
      className={isLong ? 'paper__question' : 'paper__question paper__question--whole'}
      role="group"
      aria-labelledby={id}
    >
      <Routing
        paper={paper}
        condition={routing(paper, question.visibleIf, question)}
        say={question.type === 'INFO' ? 'textOnlyIf' : 'onlyIf'}
      />
      <p className={question.type === 'INFO' ? 'paper__info' : 'paper__text'} id={id}>
        {number !== undefined && <span className="paper__number">{number}.</span>}{' '}
        {withBlanks(question.text, minutes)}
      </p>
      {question.help && <p className="paper__help">{withBlanks(question.help, minutes)}</p>}
      {how && <p className="paper__help">{how}</p>}
      <Routing paper={paper} condition={routing(paper, rowVisibleIf, question)} say="rowsOnlyIf" />
      <Routing paper={paper} condition={routing(paper, optionFilter, question)} say="optionsOnlyIf" />
      {question.type === 'ROSTER' ? (
        <PaperRoster paper={paper} question={question} path={path} />
      ) : (
        <PaperField paper={paper} question={question} labelId={id} />
      )}
    </div>
  )
}

interface PaperRosterProps extends PaperQuestionProps {
  readonly question: RosterQuestion
}

/** The same questions for each item, one block after another. */
function PaperRoster({ paper, question, path }: PaperRosterProps) {
  const words = paperWords(paper.language)
  const { itemName, questions, maxItems } = question
  const count = blockCount(question)
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <div className="paper__item" key={index}>
          <h4>{words.item(itemName, index + 1)}</h4>
          {questions.map((inner) => (
            <PaperQuestion
              key={inner.key}
              paper={paper}
              question={inner}
              path={`${path}-${index}-${inner.key}`}
            />
          ))}
        </div>
      ))}
      {count !== maxItems && <p className="paper__help">{words.moreItems}</p>}
    </>
  )
}
