import type { Editor } from './use-editor.ts'

/** The button of the bar that undoes; it keeps the focus when the offer that was pressed goes away. */
export const UNDO_BUTTON_ID = 'cofnij'

/** Undoes or does again one step, and says which. */
export function turnBack({ store, desk, t }: Editor, isRedo: boolean): void {
  const { history } = store.getState()
  const steps = (isRedo ? history?.future.length : history?.past.length) ?? 0
  if (steps === 0) return desk.say(t(isRedo ? 'said.nothingToRedo' : 'said.nothingToUndo'))
  if (isRedo) store.redo()
  else store.undo()
  desk.change({ offer: null })
  desk.say(t(isRedo ? 'said.redone' : 'said.undone'))
}
