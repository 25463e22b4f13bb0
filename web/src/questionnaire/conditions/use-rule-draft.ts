import { useState } from 'react'

interface RuleDraft<Form> {
  /** As the questionnaire has it; empty when there is no rule. */
  readonly text: string
  /** As pickers have it, with what is not chosen whole; `null` when they cannot show the text. */
  readonly form: Form | null
}

interface RuleDraftControl<Form> extends RuleDraft<Form> {
  readonly setForm: (form: Form) => void
  readonly setText: (text: string) => void
}

interface Reading<Form> {
  readonly value: string | undefined
  readonly read: (text: string) => Form | null
  readonly write: (form: Form) => string
  readonly onChange: (text: string | undefined) => void
}

/** A rule being edited: what is chosen half is kept here, the questionnaire gets only what is whole. */
export function useRuleDraft<Form>({
  value = '',
  read,
  write,
  onChange,
}: Reading<Form>): RuleDraftControl<Form> {
  const [draft, setDraft] = useState<RuleDraft<Form>>(() => ({ text: value, form: read(value) }))
  // changed from outside: undone, or merged with the work of another person
  const current = draft.text === value ? draft : { text: value, form: read(value) }
  if (current !== draft) setDraft(current)
  const keep = (next: RuleDraft<Form>) => {
    setDraft(next)
    if (next.text !== value) onChange(next.text === '' ? undefined : next.text)
  }
  return {
    ...current,
    setForm: (form) => keep({ form, text: write(form) }),
    setText: (text) => keep({ text, form: read(text) }),
  }
}
