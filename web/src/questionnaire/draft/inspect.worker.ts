import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { inspectDraft } from './inspect-draft.ts'

/** Looks drafts over beside the page, so that typing never waits. */
self.addEventListener('message', ({ data }: MessageEvent<Questionnaire>) => {
  self.postMessage(inspectDraft(data))
})
