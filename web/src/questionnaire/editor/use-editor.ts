import { changeQuestion } from '@rozeznanie/core/questionnaire/editing'
import type { Question } from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { DraftState } from '../draft/draft-state.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { useDraftState } from '../draft/use-draft.ts'
import type { DeskState, EditorDesk } from './editor-desk.ts'

/** The draft, the desk and the words: what every part of the editor works with. It never changes while a page is open. */
export interface Editor {
  readonly store: DraftStore
  readonly desk: EditorDesk
  readonly t: TFunction<'editor'>
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (editor === null) throw new Error('A part of the editor stands outside it.')
  return editor
}

/** A part of the desk; drawn again only when that part is another one. */
export function useDesk<Part>(select: (state: DeskState) => Part): Part {
  const { desk } = useEditor()
  return useSyncExternalStore(desk.subscribe, () => select(desk.getState()))
}

/** A part of the draft. */
export function useOfDraft<Part>(select: (state: DraftState) => Part): Part {
  return useDraftState(useEditor().store, select)
}

export type ChangeQuestion = (change: (question: Question) => Question, part?: string) => void

/** Changes the question of this key; typing in one `part` is undone at once. */
export function useChange(key: string): ChangeQuestion {
  const { store } = useEditor()
  return useCallback(
    (change, part) =>
      store.edit((draft) => changeQuestion(draft, key, change), part && `question.${key}.${part}`),
    [store, key],
  )
}
