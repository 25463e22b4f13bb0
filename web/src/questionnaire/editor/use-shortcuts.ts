import { useEffect } from 'react'
import { placeOf } from '@rozeznanie/core/questionnaire/editing'
import { cardHeadId } from './element-ids.ts'
import { moveByStep, present } from './question-actions.ts'
import { moveSectionByStep } from './section-actions.ts'
import { turnBack } from './turn-back.ts'
import type { Editor } from './use-editor.ts'

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ['text', 'search', 'number'].includes(target.type))
  )
}

/** A field undoes its own typing first; what it held when it was entered is where the editor's undoing begins. */
function hasOwnSteps(target: EventTarget | null, entered: WeakMap<EventTarget, string>): boolean {
  return isTextField(target) && entered.has(target) && entered.get(target) !== target.value
}

function moveSelected(editor: Editor, step: -1 | 1): void {
  const [kind, key = ''] = editor.desk.getState().selected?.split(':') ?? []
  const focused = document.activeElement?.id
  const focusId = focused || cardHeadId(`${kind}:${key}`)
  if (kind === 'question') moveByStep(editor, key, step, focusId)
  if (kind === 'section') moveSectionByStep(editor, key, step, focusId)
}

function addBelow(editor: Editor): boolean {
  const [kind, key = ''] = editor.desk.getState().selected?.split(':') ?? []
  const questionnaire = present(editor)
  const at = kind === 'question' ? placeOf(questionnaire, key) : null
  const section = kind === 'section' ? key : questionnaire.sections.at(-1)?.key
  const place = at
    ? { ...at, index: at.index + 1 }
    : section
      ? { sectionKey: section, index: Infinity }
      : null
  if (place) editor.desk.show({ kind: 'add', place })
  return place !== null
}

/** Does what a combination of keys stands for; `false` when it stands for nothing here. */
function act(event: KeyboardEvent, editor: Editor, entered: WeakMap<EventTarget, string>): boolean {
  const { key, altKey, shiftKey, target } = event
  const hasCommand = event.ctrlKey || event.metaKey
  const letter = key.toLowerCase()
  if (editor.desk.getState().window !== null) return false
  if (hasCommand && !altKey && (letter === 'z' || letter === 'y')) {
    if (hasOwnSteps(target, entered)) return false
    turnBack(editor, letter === 'y' || shiftKey)
    return true
  }
  if (hasCommand && key === 'Enter') return addBelow(editor)
  if (hasCommand && letter === 's') {
    void editor.store.save()
    return true
  }
  const isArrow = key === 'ArrowUp' || key === 'ArrowDown'
  if (!altKey || hasCommand || !isArrow || target instanceof HTMLSelectElement) return false
  moveSelected(editor, key === 'ArrowUp' ? -1 : 1)
  return true
}

/** The keys of the editor, as its help lists them. */
export function useShortcuts(editor: Editor): void {
  useEffect(() => {
    const entered = new WeakMap<EventTarget, string>()
    const stop = new AbortController()
    const { signal } = stop
    const onFocus = ({ target }: FocusEvent) => isTextField(target) && entered.set(target, target.value)
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && act(event, editor, entered)) event.preventDefault()
    }
    document.addEventListener('focusin', onFocus, { signal })
    document.addEventListener('keydown', onKey, { signal })
    return () => stop.abort()
  }, [editor])
}
