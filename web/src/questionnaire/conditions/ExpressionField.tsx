import { problemsOf, type ExpressionProblem } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../ui/field-ids.ts'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { useRule } from './rule-context.ts'

interface ExpressionFieldProps {
  readonly name: string
  readonly text: string
  readonly onChange: (text: string) => void
}

interface Marked {
  readonly text: string
  readonly isWrong: boolean
}

/** The text cut where something wrong begins and ends; what lies at the very end marks the last sign. */
export function markedPieces(text: string, problems: readonly ExpressionProblem[]): readonly Marked[] {
  const wrong = Array.from(text, () => false)
  const signs = text.split('')
  for (const { start, end } of problems) {
    const first = Math.min(start, signs.length - 1)
    for (let at = Math.max(0, first); at < Math.max(end, first + 1); at += 1) wrong[at] = true
  }
  const pieces: Marked[] = []
  signs.forEach((sign, at) => {
    const isWrong = wrong[at] === true
    const last = pieces.at(-1)
    if (last?.isWrong === isWrong) pieces[pieces.length - 1] = { text: last.text + sign, isWrong }
    else pieces.push({ text: sign, isWrong })
  })
  return pieces
}

/** The rule as it is written, for those who ask for it: what is wrong is underlined and listed with its place. */
export function ExpressionField({ name, text, onChange }: ExpressionFieldProps) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const problems = text.trim() === '' ? [] : problemsOf(book, rule, text)
  const select = ({ start, end }: ExpressionProblem) => {
    const field = document.getElementById(fieldId(name))
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.setSelectionRange(start, Math.max(end, start + 1))
  }
  return (
    <div className="expression">
      <TextAreaField
        name={name}
        label={t('expression.label')}
        hint={t('expression.hint')}
        error={problems.length > 0 ? t('expression.wrong', { count: problems.length }) : undefined}
        rows={4}
        value={text}
        onChange={onChange}
      />
      {problems.length > 0 && (
        <>
          <p className="expression__echo" aria-hidden="true">
            {markedPieces(text, problems).map((piece, at) =>
              piece.isWrong ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
            )}
          </p>
          <ul className="expression__problems">
            {problems.map((problem) => (
              <li key={`${problem.start} ${problem.message}`}>
                <button type="button" className="expression__problem" onClick={() => select(problem)}>
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
