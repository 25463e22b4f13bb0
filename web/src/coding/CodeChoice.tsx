import { useMutation } from '@apollo/client/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EMPTY_CODE } from '@rozeznanie/core/coding'
import { Button } from '../ui/Button.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { CodeAnswer, SettleCoding } from './coding-queries.ts'

/** A code as it is chosen. */
export interface ChosenCode {
  readonly id: string
  readonly label: string
  readonly description: string
}

/** What every part of the page knows. */
export interface CodingContext {
  readonly surveyId: string
  readonly questionKey: string
  readonly codes: readonly ChosenCode[]
  /** Counts have changed. */
  readonly onChanged: () => void
}

interface CodeChoiceProps extends CodingContext {
  readonly responseId: string
  readonly begun: readonly string[]
  readonly suggested: readonly string[]
  /** Two people differ, and this is the last word. */
  readonly isSettling?: boolean
  readonly saveLabel: string
  readonly extra?: ReactNode
  readonly onSaved: () => void
}

/** „Bez treści” goes with no other code: choosing either lets the other go. */
function withRule(values: readonly string[], before: readonly string[]): readonly string[] {
  if (!values.includes(EMPTY_CODE)) return values
  return before.includes(EMPTY_CODE) ? values.filter((id) => id !== EMPTY_CODE) : [EMPTY_CODE]
}

const allowed = (values: readonly string[], before: readonly string[]) =>
  values.length > 1 ? withRule(values, before) : values

/** The codes of one answer, offers first. */
export function CodeChoice(props: CodeChoiceProps) {
  const { surveyId, questionKey, codes, responseId, begun, suggested, onSaved, onChanged } = props
  const { isSettling = false, saveLabel, extra } = props
  const { t } = useTranslation('coding')
  const [chosen, choose] = useState<readonly string[]>(begun)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [code, coding] = useMutation(CodeAnswer)
  const [settle, settling] = useMutation(SettleCoding)
  const offered = suggested.flatMap((id) => codes.find((one) => one.id === id) ?? [])
  const listed = [...offered, ...codes.filter(({ id }) => !suggested.includes(id))]
  const field = `codes-${responseId}`
  const error = errorOf(problems, field)

  const save = async () => {
    const variables = { input: { surveyId, questionKey, responseId, codes: [...chosen] } }
    const { result, failure } = isSettling
      ? await settle({ variables }).then(({ data, error: e }) => ({ result: data?.settleCoding, failure: e }))
      : await code({ variables }).then(({ data, error: e }) => ({ result: data?.codeAnswer, failure: e }))
    if (result?.__typename !== 'CodedAnswer')
      return setProblems(
        problemsOf(result ?? { message: failure?.message ?? t('failed') }).map((problem) =>
          problem.name === 'codes' ? { ...problem, name: field } : problem,
        ),
      )
    onSaved()
    onChanged()
  }
  return (
    <Form
      label={t('codesOf')}
      problems={problems}
      names={[field]}
      onSubmit={() => void save()}
      actions={
        <>
          <Button type="submit" isBusy={coding.loading || settling.loading}>
            {saveLabel}
          </Button>
          {extra}
        </>
      }
    >
      <CheckboxGroupField
        name={field}
        label={t('codes')}
        values={chosen}
        choices={listed.map(({ id, label, description }) => {
          const hint = [suggested.includes(id) ? t('suggested') : '', description].filter(Boolean).join(' · ')
          return { value: id, label, ...(hint !== '' && { hint }) }
        })}
        onChange={(values) => choose(allowed(values, chosen))}
        {...(error !== undefined && { error })}
      />
    </Form>
  )
}
