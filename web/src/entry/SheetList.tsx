import { currentPlace } from '@rozeznanie/core/entry'
import { isAnswerable, pipeText, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { CurrentPlace } from './CurrentPlace.tsx'
import { sheetLine, type SheetLine } from './entry-words.ts'
import { SheetEnd } from './SheetEnd.tsx'
import type { SheetDesk } from './sheet-desk.ts'

interface SheetListProps {
  readonly desk: SheetDesk
  readonly questionnaire: Questionnaire
}

/** The questions in the order of the sheet; what is entered stands beside each. */
export function SheetList({ desk, questionnaire }: SheetListProps) {
  const { t } = useTranslation('entry')
  const { entry, numbers } = desk
  return (
    <div className="entry__list" role="group" aria-label={t('sheet.list')}>
      {questionnaire.sections.map((section) => (
        <section key={section.key}>
          <h3>{pipeText(entry.form, section.title)}</h3>
          <ol className="entry__lines">
            {section.questions.filter(isAnswerable).map((question) => (
              <Line
                key={question.key}
                desk={desk}
                line={sheetLine(t, entry, question, numbers.get(question.key) ?? '')}
                before={textsBefore(section.questions, question)}
              />
            ))}
          </ol>
        </section>
      ))}
      {currentPlace(entry).kind === 'end' && <SheetEnd desk={desk} />}
    </div>
  )
}

/** Texts that stand just before a question and ask nothing. */
function textsBefore(questions: readonly Question[], question: Question): readonly Question[] {
  const end = questions.indexOf(question)
  let start = end
  while (questions[start - 1]?.type === 'INFO') start -= 1
  return questions.slice(start, end)
}

interface LineProps {
  readonly desk: SheetDesk
  readonly line: SheetLine
  readonly before: readonly Question[]
}

function Line({ desk, line, before }: LineProps) {
  const { t } = useTranslation('entry')
  const { question, number, isAsked, isCurrent, isOpen, answer, placeId } = line
  if (isCurrent) {
    return (
      <li className="entry-line entry-line--current">
        <CurrentPlace desk={desk} before={before} />
      </li>
    )
  }
  const text = pipeText(desk.entry.form, question.text)
  if (!isAsked || placeId === undefined) {
    return (
      <li className="entry-line entry-line--skipped">
        <span className="entry-line__number">{number}</span>
        <span className="entry-line__text">{text}</span>
        <span className="entry-line__answer">{t('sheet.skipped')}</span>
      </li>
    )
  }
  return (
    <li className="entry-line">
      <span className="entry-line__number">{number}</span>
      <button type="button" className="entry-line__text" tabIndex={-1} onClick={() => desk.go(placeId)}>
        {text}
      </button>
      <span className={answer === '' ? 'entry-line__answer muted' : 'entry-line__answer'}>
        {answer !== '' ? answer : isOpen ? '' : t('sheet.blank')}
      </span>
    </li>
  )
}
