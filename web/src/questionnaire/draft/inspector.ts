import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Inspection } from './inspect-draft.ts'

/** Looks at the newest draft only, a moment after the last change. */
export interface Inspector {
  inspect(questionnaire: Questionnaire): void
  close(): void
}

/** The pause after typing, in milliseconds, before the draft is looked over. */
const PAUSE = 350

/** An inspector in a worker of its own; what it found reaches `onFound`. */
export function createInspector(onFound: (inspection: Inspection) => void): Inspector {
  const worker = new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' })
  let next: Questionnaire | null = null
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    if (isBusy || next === null) return
    isBusy = true
    worker.postMessage(next)
    next = null
  }
  const after = () => {
    isBusy = false
    send()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Inspection>) => {
    onFound(data)
    after()
  })
  worker.addEventListener('error', after)
  return {
    inspect: (questionnaire) => {
      next = questionnaire
      clearTimeout(timer)
      timer = setTimeout(send, PAUSE)
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
