import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionOf } from '@rozeznanie/core/questionnaire/editing'
import { useEffect, useState } from 'react'
import { LivePreview } from '../preview/LivePreview.tsx'
import { useDesk, useEditor } from './use-editor.ts'

/** The pause after typing, in milliseconds, before the preview follows. */
const PAUSE = 150

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
  if (!questionnaire) return null
  const opened = selected?.startsWith('question:') ? selected.slice('question:'.length) : undefined
  // A question just added is gone to once the preview has it.
  const questionKey = opened !== undefined && questionOf(questionnaire, opened) ? opened : undefined
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
