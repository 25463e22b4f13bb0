import { type KeyboardEvent, useState } from 'react'
import type { Choice } from './SelectField.tsx'
import { hasWords } from './find-words.ts'

export interface ComboboxChoice extends Choice {
  /** Choices of one group stand together under its name. */
  readonly group?: string
}

interface Combobox {
  readonly isOpen: boolean
  /** What stands in the field. */
  readonly text: string
  readonly shown: readonly ComboboxChoice[]
  /** Place among the shown of the one that Enter takes; -1 when none. */
  readonly active: number
  readonly open: () => void
  readonly close: () => void
  readonly type: (text: string) => void
  readonly choose: (choice: ComboboxChoice) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The next place in a ring of this many; from none, the first or the last. */
function moved(at: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1
  return at === -1 && step === -1 ? count - 1 : (at + step + count) % count
}

/** What a combobox does: typing narrows the choices, arrows move, Enter takes, Escape leaves it as it was. */
export function useCombobox(
  choices: readonly ComboboxChoice[],
  value: string,
  onChange: (value: string) => void,
): Combobox {
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const chosen = choices.find((choice) => choice.value === value)
  const shown =
    typed === null || typed.trim() === ''
      ? choices
      : choices.filter(({ label, group = '', hint = '' }) => hasWords(`${label} ${group} ${hint}`, typed))
  const open = () => {
    setOpen(true)
    setActive(shown.findIndex((choice) => choice.value === value))
  }
  const close = () => {
    setOpen(false)
    setTyped(null)
    setActive(-1)
  }
  const choose = (choice: ComboboxChoice) => {
    close()
    onChange(choice.value)
  }
  const move = (step: 1 | -1) => {
    if (!isOpen) open()
    else setActive((at) => moved(at, step, shown.length))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const current = shown[active]
    const { key } = event
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && !(isOpen && (key === 'Enter' || key === 'Escape'))) return
    event.preventDefault()
    if (key === 'ArrowDown') move(1)
    else if (key === 'ArrowUp') move(-1)
    else if (key === 'Enter' && current) choose(current)
    else if (key === 'Escape') {
      // only the list is left, not a window around it
      event.stopPropagation()
      close()
    }
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setActive(text.trim() === '' ? -1 : 0)
  }
  return { isOpen, text: typed ?? chosen?.label ?? '', shown, active, open, close, type, choose, onKeyDown }
}
