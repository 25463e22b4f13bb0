import { press, textAt, write, type Place } from '@rozeznanie/core/entry'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetDesk } from './sheet-desk.ts'

interface EntryInputProps {
  readonly desk: SheetDesk
  readonly place: Place
  readonly labelledBy: string
  readonly describedBy: string
  /** What stands at the place, in words. */
  readonly words: string
}

const MOVES = ['Enter', 'ArrowUp', 'ArrowDown', 'End', 'Escape', 'Backspace']

/** Does the box need this key itself: a new line, or moving and deleting within a text? */
function belongsToBox({ key, shiftKey }: KeyboardEvent, kind: Place['kind'], text: string): boolean {
  if (kind !== 'text') return false
  if (key === 'Enter') return shiftKey
  if (key === 'Backspace' || key === 'End') return text !== ''
  return (key === 'ArrowUp' || key === 'ArrowDown') && text.includes('\n')
}

/** The one box that takes every key; it stands where the clerk does. */
export function EntryInput({ desk, place, labelledBy, describedBy, words }: EntryInputProps) {
  const { t } = useTranslation('entry')
  const { entry, change } = desk
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const text = textAt(entry, place)
  useEffect(() => {
    const element = box.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const keyDown = (event: KeyboardEvent) => {
    const isOurs = MOVES.includes(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey
    if (!isOurs || event.nativeEvent.isComposing || belongsToBox(event, place.kind, text)) return
    event.preventDefault()
    change((before) => press(before, event.key))
  }
  const isLong = place.kind === 'text' && place.question?.type === 'TEXT_LONG'
  const attributes = {
    ref: box,
    className:
      isLong || place.kind === 'text' || place.kind === 'locality' ? 'control' : 'control control--short',
    value: text,
    autoComplete: 'off',
    spellCheck: place.kind === 'text',
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': entry.note === null ? undefined : true,
    onKeyDown: keyDown,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const { value } = event.target
      change((before) => write(before, value))
    },
  } as const
  const isDigits = place.kind !== 'text' && place.kind !== 'locality'
  return (
    <div className="entry-input">
      {isLong ? (
        <textarea {...attributes} rows={3} />
      ) : (
        <input {...attributes} inputMode={isDigits ? 'decimal' : 'text'} />
      )}
      {words !== '' && place.kind !== 'text' && (
        <span className="entry-input__stands">{t('sheet.stands', { answer: words })}</span>
      )}
    </div>
  )
}
