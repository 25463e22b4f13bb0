import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { EditorDesk } from './editor-desk.ts'

/** Opens whatever folds an element away. */
function unfold(element: Element): void {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement) one.open = true
  }
}

/** Shows an element with the head of its card where both fit, without moving what is in sight already. */
function bringIntoSight(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect()
  const head = element.closest('.question-card, .section-card')?.querySelector('.card-head')
  const headTop = head?.getBoundingClientRect().top ?? top
  const isSeen = headTop > 80 && bottom < window.innerHeight * 0.75
  if (head && bottom - headTop < window.innerHeight * 0.6) {
    if (!isSeen) head.scrollIntoView({ block: 'start' })
  } else element.scrollIntoView({ block: 'nearest' })
}

/** After an action puts the focus where the person goes on, once that place is on the page. */
export function useFocusKeeper(desk: EditorDesk): void {
  const wish = useSyncExternalStore(desk.subscribe, () => desk.getState().focus)
  useLayoutEffect(() => {
    const element = wish?.ids.map((id) => document.getElementById(id)).find((one) => one !== null)
    if (!element) return
    unfold(element)
    element.focus({ preventScroll: true })
    bringIntoSight(element)
    if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return
    if (wish?.isNew) element.select()
    else if (element.type === 'text' || element.type === 'textarea') element.setSelectionRange(-1, -1)
  }, [wish])
}
