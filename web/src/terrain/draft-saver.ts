import type { Tablet, UnfinishedInterview } from './storage/tablet.ts'

export type Saving = 'saved' | 'saving' | 'failed'

export interface DraftSaver {
  readonly latest: () => UnfinishedInterview
  change(part: Partial<UnfinishedInterview>): void
  /** Waits until everything so far is on the disk. @returns whether it is */
  flush(): Promise<boolean>
  /** Nothing is written from here on: the interview is finished, or given up. */
  stop(): void
}

/** Writes an interview down after each change: one write at a time, and always the newest state. */
export function draftSaver(
  tablet: Pick<Tablet, 'save'>,
  first: UnfinishedInterview,
  onSaving: (saving: Saving) => void,
): DraftSaver {
  let latest = first
  let written = first
  let running: Promise<boolean> | null = null
  let isStopped = false

  const write = async (): Promise<boolean> => {
    try {
      while (written !== latest) {
        const next = latest
        await tablet.save(next)
        written = next
      }
      onSaving('saved')
      return true
    } catch {
      onSaving('failed')
      return false
    } finally {
      running = null
    }
  }
  const start = () => {
    onSaving('saving')
    running ??= write()
    return running
  }
  return {
    latest: () => latest,
    change: (part) => {
      const names = Object.keys(part) as (keyof UnfinishedInterview)[]
      if (isStopped || names.every((name) => latest[name] === part[name])) return
      latest = { ...latest, ...part }
      void start()
    },
    stop: () => {
      isStopped = true
    },
    flush: async () => (written === latest ? true : start()),
  }
}
