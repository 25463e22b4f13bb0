import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIXED_CODES } from '@rozeznanie/core/coding'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { CodingContext } from './CodeChoice.tsx'
import { CodingTopics } from './CodingTopics.tsx'
import { ChangeCodebook } from './coding-queries.ts'

interface CodebookFormProps extends CodingContext {
  readonly coding: {
    readonly revision: number
    readonly doubleShare: number
    readonly codes: readonly { readonly id: string; readonly label: string; readonly description: string }[]
    readonly state: { readonly codes: readonly { readonly id: string; readonly count: number }[] }
  }
}

interface DraftCode {
  /** Names the row on the page; a new code has no id yet. */
  readonly row: string
  readonly id: string | null
  readonly label: string
  readonly description: string
}

/** What becomes of answers whose code is taken out. */
const AGAIN = ''
const SHARES = [0, 0.1, 0.2, 0.5, 1] as const
const namesOf = (drafts: readonly DraftCode[]) => [
  ...drafts.flatMap((_, index) => [`codes.${index}.label`, `codes.${index}.description`]),
  'doubleShare',
]
const newCode = (row: number, label: string): DraftCode => ({
  row: `new-${row}`,
  id: null,
  label,
  description: '',
})
const isFixed = ({ id }: { readonly id: string }) => FIXED_CODES.some((fixed) => fixed.id === id)

/** The codes of a question, what belongs under them, and how many answers two people code. */
export function CodebookForm({ surveyId, questionKey, coding, onChanged }: CodebookFormProps) {
  const { t } = useTranslation('coding')
  const own = coding.codes.filter((code) => !isFixed(code))
  const [drafts, setDrafts] = useState<readonly DraftCode[]>(() =>
    own.map((code) => ({ row: code.id, ...code })),
  )
  const [moves, setMoves] = useState<Readonly<Record<string, string>>>({})
  const [share, setShare] = useState(coding.doubleShare)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [nextRow, setNextRow] = useState(1)
  const [save, { loading }] = useMutation(ChangeCodebook)
  const gone = own.filter(({ id }) => !drafts.some((draft) => draft.id === id))
  const add = (label: string) => {
    setDrafts([...drafts, newCode(nextRow, label)])
    setNextRow(nextRow + 1)
  }
  const edit = (row: string, part: Partial<DraftCode>) =>
    setDrafts(drafts.map((draft) => (draft.row === row ? { ...draft, ...part } : draft)))

  const submit = async () => {
    const input = {
      surveyId,
      questionKey,
      revision: coding.revision,
      codes: drafts.map(({ id, label, description }) => ({ id, label, description })),
      moves: gone.map(({ id }) => ({ from: id, to: (moves[id] ?? AGAIN) === AGAIN ? null : moves[id]! })),
      doubleShare: share,
    }
    const { data, error } = await save({ variables: { input } })
    const result = data?.changeCodebook
    if (result?.__typename === 'OpenCoding') return onChanged()
    setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  return (
    <div className="stack">
      <CodingTopics
        surveyId={surveyId}
        questionKey={questionKey}
        taken={drafts.map(({ label }) => label)}
        onAdd={add}
      />
      <Form
        label={t('parts.ksiazka')}
        problems={problems}
        names={namesOf(drafts)}
        isWide
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('saveBook')}
          </Button>
        }
      >
        <ol className="coding-book">
          {drafts.map((draft, index) => (
            <CodeRow
              key={draft.row}
              index={index}
              draft={draft}
              problems={problems}
              onEdit={(part) => edit(draft.row, part)}
              onRemove={() => setDrafts(drafts.filter(({ row }) => row !== draft.row))}
            />
          ))}
        </ol>
        <div className="row">
          <Button look="secondary" onClick={() => add('')}>
            {t('addCode')}
          </Button>
          <span className="muted">
            {t('fixed', { codes: FIXED_CODES.map(({ label }) => label).join(', ') })}
          </span>
        </div>
        {gone.map(({ id, label }) => (
          <MoveField
            key={id}
            id={id}
            label={t('moveOf', {
              code: label,
              count: coding.state.codes.find((code) => code.id === id)?.count ?? 0,
            })}
            to={moves[id] ?? AGAIN}
            drafts={drafts}
            onChange={(to) => setMoves({ ...moves, [id]: to })}
          />
        ))}
        <ShareField share={share} kept={coding.doubleShare} onChange={setShare} />
      </Form>
    </div>
  )
}

function withError(problems: readonly FormProblem[], name: string): { readonly error?: string } {
  const error = errorOf(problems, name)
  return error === undefined ? {} : { error }
}

interface CodeRowProps {
  readonly index: number
  readonly draft: DraftCode
  readonly problems: readonly FormProblem[]
  readonly onEdit: (part: Partial<DraftCode>) => void
  readonly onRemove: () => void
}

function CodeRow({ index, draft, problems, onEdit, onRemove }: CodeRowProps) {
  const { t } = useTranslation('coding')
  return (
    <li className="coding-book__code">
      <TextField
        name={`codes.${index}.label`}
        label={t('codeLabel')}
        value={draft.label}
        onChange={(label) => onEdit({ label })}
        {...withError(problems, `codes.${index}.label`)}
      />
      <TextField
        name={`codes.${index}.description`}
        label={t('codeDescription')}
        isOptional
        value={draft.description}
        onChange={(description) => onEdit({ description })}
        {...withError(problems, `codes.${index}.description`)}
      />
      <Button look="quiet" label={t('removeOf', { code: draft.label })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  )
}

interface MoveFieldProps {
  readonly id: string
  readonly label: string
  readonly to: string
  readonly drafts: readonly DraftCode[]
  readonly onChange: (to: string) => void
}

/** What becomes of the answers of a code that goes. */
function MoveField({ id, label, to, drafts, onChange }: MoveFieldProps) {
  const { t } = useTranslation('coding')
  const kept = drafts.flatMap((draft) => (draft.id === null ? [] : [{ value: draft.id, label: draft.label }]))
  const fixed = FIXED_CODES.map((code) => ({ value: code.id, label: code.label }))
  return (
    <SelectField
      name={`move-${id}`}
      label={label}
      value={to}
      emptyLabel={t('again')}
      choices={[...kept, ...fixed]}
      onChange={onChange}
    />
  )
}

interface ShareFieldProps {
  readonly share: number
  /** Offered even where it is none of the usual ones. */
  readonly kept: number
  readonly onChange: (share: number) => void
}

function ShareField({ share, kept, onChange }: ShareFieldProps) {
  const { t } = useTranslation('coding')
  return (
    <SelectField
      name="doubleShare"
      label={t('share.label')}
      hint={t('share.hint')}
      value={String(share)}
      choices={[...new Set([...SHARES, kept])]
        .sort((one, other) => one - other)
        .map((value) => ({
          value: String(value),
          label: value === 0 ? t('share.none') : t('share.part', { percent: Math.round(value * 100) }),
        }))}
      onChange={(value) => onChange(Number(value))}
    />
  )
}
