import {
  answerInWords,
  fieldName,
  fieldsOf,
  placeInWords,
  type Field,
  type Wording,
} from '@rozeznanie/core/cleaning'
import {
  compile,
  openForm,
  withGeneralTexts,
  type Answers,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { useDecisions } from './use-decisions.ts'

interface AnswerListProps {
  readonly surveyId: string
  readonly responseId: string
  readonly questionnaire: Questionnaire
  readonly sent: Answers
  readonly counted: Answers
  readonly submittedOn: string
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** Questions that a flag is about. */
  readonly oddKeys: readonly string[]
  readonly onDone: () => Promise<void>
}

interface Row {
  readonly field: Field
  readonly place: string
  readonly answer: string
  /** What was sent, where it counts otherwise now. */
  readonly sent: string | null
  readonly isOdd: boolean
}

function rowsOf(props: AnswerListProps): {
  rows: readonly Row[]
  dropped: readonly { place: string; answer: string }[]
} {
  const { questionnaire, sent, counted, submittedOn, localities, oddKeys } = props
  const compiled = compile(withGeneralTexts(questionnaire))
  const wording: Wording = {
    questionnaire,
    localityNames: new Map(localities.map(({ id, name }) => [id, name])),
  }
  const read = (answers: Answers) => fieldsOf(openForm(compiled, answers, { today: submittedOn }))
  const before = new Map(read(sent).map((field) => [fieldName(field.path), field]))
  const now = read(counted)
  const asked = new Set(now.map(({ path }) => fieldName(path)))
  const words = ({ path, answer }: Field) => answerInWords(wording, path, answer)
  const rows = now.map((field): Row => {
    const old = before.get(fieldName(field.path))
    const oldWords = old === undefined ? t0(wording, field) : words(old)
    return {
      field,
      place: placeInWords(wording, field.path),
      answer: words(field),
      sent: oldWords === words(field) ? null : oldWords,
      isOdd: oddKeys.includes(field.node.question.key),
    }
  })
  const dropped = [...before.values()]
    .filter((field) => !asked.has(fieldName(field.path)) && field.answer !== undefined)
    .map((field) => ({ place: placeInWords(wording, field.path), answer: words(field) }))
  return { rows, dropped }
}

/** What stands where nothing was asked before. */
const t0 = (wording: Wording, { path }: Field): string => answerInWords(wording, path, undefined)

/** The answers that count, one below the other; each can be corrected where it stands. */
export function AnswerList(props: AnswerListProps) {
  const { t } = useTranslation('cleaning')
  const [open, setOpen] = useState<string | null>(null)
  const { rows, dropped } = useMemo(() => rowsOf(props), [props])
  return (
    <>
      <ol className="quality-answers">
        {rows.map((row) => {
          const name = fieldName(row.field.path)
          const className = row.isOdd ? 'quality-answer quality-answer--odd' : 'quality-answer'
          return (
            <li key={name} className={className}>
              <div className="quality-answer__text">
                <p>{row.place}</p>
                <p className="quality-answer__value">{row.answer}</p>
                {row.sent !== null && <p className="muted">{t('response.sent', { answer: row.sent })}</p>}
              </div>
              {row.field.node.items === undefined && open !== name && (
                <Button
                  look="quiet"
                  label={t('response.correctLabel', { place: row.place })}
                  onClick={() => setOpen(name)}
                >
                  {t('response.correct')}
                </Button>
              )}
              {open === name && <AnswerCorrection {...props} row={row} onClose={() => setOpen(null)} />}
            </li>
          )
        })}
      </ol>
      {dropped.length > 0 && (
        <>
          <h3>{t('response.dropped')}</h3>
          <ul>
            {dropped.map(({ place, answer }) => (
              <li key={place} className="muted">
                {place}: {answer}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface AnswerCorrectionProps extends AnswerListProps {
  readonly row: Row
  readonly onClose: () => void
}

function AnswerCorrection({ surveyId, responseId, row, localities, onDone, onClose }: AnswerCorrectionProps) {
  const { correct, isBusy } = useDecisions()
  const { t } = useTranslation('cleaning')
  const [value, setValue] = useState<unknown>(row.field.answer)
  const path = [...row.field.path]
  const id = path.join('-')
  return (
    <div className="quality-answer__form">
      <DecisionForm
        id={id}
        label={t('response.correctLabel', { place: row.place })}
        isBusy={isBusy}
        onCancel={onClose}
        onDecide={async (reason, remark) => {
          const kind = value === undefined ? 'BLANK' : 'CHANGE'
          const wish = { surveyId, responseId, kind, path, reason, remark, flags: [] } as const
          const problems = await correct({ ...wish, path, flags: [], ...(value !== undefined && { value }) })
          if (problems.length === 0) {
            await onDone()
            onClose()
          }
          return problems.map((problem) =>
            problem.name === 'path' ? { ...problem, name: 'value' } : problem,
          )
        }}
      >
        {(error) => (
          <FieldEditor
            name={`value-${id}`}
            field={row.field}
            localities={localities}
            value={value}
            error={error}
            onChange={setValue}
          />
        )}
      </DecisionForm>
    </div>
  )
}
