import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { EditorDesk } from './editor-desk.ts'

/** Opens whatever folds an element away. */
function unfold(element: Element): void {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement) one.open = true
  }
}

/** After an action puts the focus where the person goes on, once that place is on the page. */
export function useFocusKeeper(desk: EditorDesk): void {
  const wish = useSyncExternalStore(desk.subscribe, () => desk.getState().focus)
  useLayoutEffect(() => {
    const element = wish?.ids.map((id) => document.getElementById(id)).find((one) => one !== null)
    if (!element) return
    unfold(element)
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest' })
    // Selecting the words lets the person type over what a new question begins with.
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) element.select()
  }, [wish])
}
