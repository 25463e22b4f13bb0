import type { DraftStore } from './draft-store.ts'

/** Saves when the person looks away, looks for others' changes when they come back, and holds a page back that would lose work. */
export function followWindow(store: DraftStore): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const onLook = () => void (document.visibilityState === 'hidden' ? store.save() : store.refresh())
  document.addEventListener('visibilitychange', onLook, { signal })
  window.addEventListener('online', () => void store.save(), { signal })
  window.addEventListener('pagehide', store.keep, { signal })
  window.addEventListener(
    'beforeunload',
    (event) => {
      store.keep()
      const { saving } = store.getState()
      if (saving === 'offline' || saving === 'conflict' || saving === 'refused') event.preventDefault()
    },
    { signal },
  )
  return () => stop.abort()
}
