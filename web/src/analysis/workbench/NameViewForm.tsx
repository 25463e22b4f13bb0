import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { errorOf, type FormProblem } from '../../ui/form-problems.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { SaveOutcome } from './use-saved-views.ts'

interface NameViewFormProps {
  readonly label: string
  readonly firstName: string
  readonly onSave: (name: string) => Promise<SaveOutcome>
  readonly onSaved: (id: string) => void
  readonly onCancel: () => void
}

/** One line: the name of a view. */
export function NameViewForm({ label, firstName, onSave, onSaved, onCancel }: NameViewFormProps) {
  const { t } = useTranslation('workbench')
  const [name, setName] = useState(firstName)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    const outcome = await onSave(name)
    setBusy(false)
    if ('id' in outcome) onSaved(outcome.id)
    else setProblems(outcome.problems)
  }
  const error = errorOf(problems, 'name') ?? problems[0]?.message
  return (
    <form
      className="stack-tight"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
    >
      <TextField
        name="name"
        label={t('saved.name')}
        hint={t('saved.nameHint')}
        value={name}
        onChange={setName}
        {...(error && { error })}
      />
      <div className="row">
        <Button type="submit" isBusy={isBusy}>
          {t('saved.keep')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('saved.cancel')}
        </Button>
      </div>
    </form>
  )
}
