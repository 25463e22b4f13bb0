import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useEffect, useState } from 'react'
import { LivePreview } from '../preview/LivePreview.tsx'
import { useDesk, useEditor } from './use-editor.ts'

/** The pause after typing, in milliseconds, before the preview follows. */
const PAUSE = 300

/** The questionnaire as it was a moment ago, so that typing never waits for the preview. */
function useCalmQuestionnaire(): Questionnaire | null {
  const { store } = useEditor()
  const [calm, setCalm] = useState(() => store.getState().history?.present ?? null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setCalm(store.getState().history?.present ?? null), PAUSE)
    }
    const stop = store.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])
  return calm
}

/** The respondent's form beside the cards; it shows the question that is open, and opens the one that it is led to. */
export function PreviewPanel() {
  const { desk, t } = useEditor()
  const questionnaire = useCalmQuestionnaire()
  const selected = useDesk((state) => state.selected)
  const questionKey = selected?.startsWith('question:') ? selected.slice('question:'.length) : undefined
  if (!questionnaire) return null
  if (questionnaire.sections.every(({ questions }) => questions.length === 0)) {
    return <p className="muted preview-panel__empty">{t('preview.empty')}</p>
  }
  return (
    <LivePreview
      questionnaire={questionnaire}
      questionKey={questionKey}
      onReach={(key) => desk.change({ selected: `question:${key}` })}
    />
  )
}
