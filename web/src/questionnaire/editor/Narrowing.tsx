import { hasOptions, isMatrix, type Question } from '@rozeznanie/core/questionnaire'
import { CheckboxGroupField } from '../../ui/CheckboxGroupField.tsx'
import { questionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { present } from './question-actions.ts'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

interface Offered {
  readonly code: string
  readonly label: string
}

/** Which of the offered answers are asked; nothing to choose for a question without them. */
export function NarrowOptions({ question }: { readonly question: Question }) {
  const editor = useEditor()
  const { t } = editor
  const change = useChange(question.key)
  if (!hasOptions(question)) return null
  const listed = present(editor).lists[question.list ?? '']?.options
  return (
    <Narrowing
      name={questionField(question.key, 'only')}
      title={t('shared.choose')}
      legend={t('shared.offered')}
      offered={question.options ?? listed ?? []}
      kept={question.only}
      onKeep={(only) => change((one) => (hasOptions(one) ? withPart(one, 'only', only) : one))}
    />
  )
}

/** Which of the offered rows are asked. */
export function NarrowRows({ question }: { readonly question: Question }) {
  const editor = useEditor()
  const { t } = editor
  const change = useChange(question.key)
  if (!isMatrix(question)) return null
  const own = question.rows?.map(({ key, label }) => ({ code: key, label }))
  return (
    <Narrowing
      name={questionField(question.key, 'onlyRows')}
      title={t('rows.choose')}
      legend={t('rows.offered')}
      offered={own ?? present(editor).lists[question.rowsList ?? '']?.options ?? []}
      kept={question.onlyRows}
      onKeep={(only) => change((one) => (isMatrix(one) ? withPart(one, 'onlyRows', only) : one))}
    />
  )
}

interface NarrowingProps {
  readonly name: string
  readonly title: string
  readonly legend: string
  readonly offered: readonly Offered[]
  /** Codes that are kept; all of them when absent. */
  readonly kept: readonly string[] | undefined
  readonly onKeep: (codes: readonly string[] | undefined) => void
}

function Narrowing({ name, title, legend, offered, kept, onKeep }: NarrowingProps) {
  const { t } = useEditor()
  if (offered.length === 0) return null
  const codes = offered.map(({ code }) => code)
  const shown = kept ?? codes
  const keep = (values: readonly string[]) => {
    const only = codes.filter((code) => values.includes(code))
    onKeep(only.length === codes.length ? undefined : only)
  }
  return (
    <Fold title={title} note={t('shared.kept', { kept: shown.length, all: codes.length })}>
      <CheckboxGroupField
        name={name}
        label={legend}
        values={shown}
        choices={offered.map(({ code, label }) => ({ value: code, label }))}
        onChange={keep}
      />
    </Fold>
  )
}
