import { useApolloClient } from '@apollo/client/react'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { NOTHING_YET, type DraftState } from './draft-state.ts'
import type { DraftStore } from './draft-store.ts'
import { leaveDraft, openDraft, takeDraft } from './open-drafts.ts'

/** The draft of a questionnaire, open as long as the page is; null for the moment before it is. */
export function useDraftStore(key: string): DraftStore | null {
  const client = useApolloClient()
  const take = useCallback(() => {
    takeDraft(client, key)
    return () => void leaveDraft(client, key)
  }, [client, key])
  return useSyncExternalStore(take, () => openDraft(client, key))
}

/** Has the page that was left before this one saved the draft? What the server tells earlier may be old. */
export function useSettledDraft(key: string): boolean {
  const client = useApolloClient()
  const [settledKey, setSettledKey] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    const saving = openDraft(client, key)?.save() ?? Promise.resolve(true)
    void saving.finally(() => !isGone && setSettledKey(key))
    return () => {
      isGone = true
    }
  }, [client, key])
  return settledKey === key
}

const nobody = () => () => undefined

/** A part of the draft; the component is drawn again only when that part is another one. */
export function useDraftState<Part>(store: DraftStore | null, select: (state: DraftState) => Part): Part {
  return useSyncExternalStore(store?.subscribe ?? nobody, () => select(store?.getState() ?? NOTHING_YET))
}

/** The whole questionnaire of a draft that has been loaded. */
export function useQuestionnaire(store: DraftStore): Questionnaire {
  return useDraftState(store, ({ history }) => {
    if (history === null) throw new Error('The draft is shown before it was loaded.')
    return history.present
  })
}

const ignore = () => undefined
const wholeState = (state: DraftState): DraftState => state

/**
 * The draft for a page that shows all of it; drawn again at every change. Pages with many fields take `useDraftStore`
 * and listen to parts with `useDraftState`.
 */
export function useDraft(key: string) {
  const store = useDraftStore(key)
  const state = useDraftState(store, wholeState)
  return {
    store,
    status: state.status,
    problem: state.problem,
    facts: state.facts,
    questionnaire: state.history?.present ?? null,
    edit: store?.edit ?? ignore,
    undo: store?.undo ?? ignore,
    redo: store?.redo ?? ignore,
    canUndo: (state.history?.past.length ?? 0) > 0,
    canRedo: (state.history?.future.length ?? 0) > 0,
    saving: state.saving,
    /** The state of the server that the text is based on. */
    revision: state.base?.revision ?? null,
    savedAt: state.base?.savedAt ?? null,
    problems: state.inspection?.problems ?? [],
    measures: state.inspection?.measures ?? null,
    latestVersion: state.facts?.latestVersion ?? null,
  }
}
