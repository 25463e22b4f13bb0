import { useParams } from 'react-router'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { useDraftState, useDraftStore } from '../draft/use-draft.ts'
import { Editor } from './Editor.tsx'

/** The editor of a questionnaire: its draft, open for who may edit it. */
export function EditorPage() {
  const { key = '' } = useParams()
  const store = useDraftStore(key)
  const status = useDraftState(store, (state) => state.status)
  const problem = useDraftState(store, (state) => state.problem)
  if (!store || status !== 'ready') {
    return (
      <PageFallback
        isLoading={status === 'loading'}
        problem={status === 'failed' ? (problem ?? undefined) : undefined}
        onRetry={() => void store?.open()}
      />
    )
  }
  return <Editor key={key} store={store} />
}
