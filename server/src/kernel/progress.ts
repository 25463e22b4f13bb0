const SHORTEST_PAUSE_MS = 500

/** Tells open pages that a survey got new responses; lives in the memory of one server process. */
export interface ProgressBus {
  /** Called by whoever has stored (or changed) responses of the survey. */
  notify(surveyId: string): void
  /** Yields after each notification, at most twice a second; several in between count as one. */
  watch(surveyId: string): AsyncIterableIterator<string>
  /** Ends every watch. */
  close(): void
}

/** @returns a bus whose watchers wake at most once per `pauseMs` */
export function createProgressBus(pauseMs = SHORTEST_PAUSE_MS): ProgressBus {
  const watchers = new Map<string, Set<Watcher>>()
  return {
    notify: (surveyId) => watchers.get(surveyId)?.forEach((watcher) => watcher.wake()),
    watch: (surveyId) => {
      const ofSurvey = watchers.get(surveyId) ?? new Set()
      watchers.set(surveyId, ofSurvey)
      const watcher = new Watcher(surveyId, pauseMs, () => {
        ofSurvey.delete(watcher)
        if (ofSurvey.size === 0) watchers.delete(surveyId)
      })
      ofSurvey.add(watcher)
      return watcher
    },
    close: () => [...watchers.values()].flatMap((set) => [...set]).forEach((watcher) => watcher.end()),
  }
}

type Waiting = (result: IteratorResult<string>) => void

class Watcher implements AsyncIterableIterator<string> {
  private waiting: Waiting[] = []
  private hasNews = false
  private hasEnded = false
  private pause: NodeJS.Timeout | undefined

  constructor(
    private readonly surveyId: string,
    private readonly pauseMs: number,
    private readonly onEnd: () => void,
  ) {}

  wake(): void {
    this.hasNews = true
    this.deliver()
  }

  private deliver(): void {
    if (!this.hasNews || this.pause || this.waiting.length === 0) return
    this.hasNews = false
    this.pause = setTimeout(() => {
      this.pause = undefined
      this.deliver()
    }, this.pauseMs)
    this.waiting.shift()?.({ value: this.surveyId, done: false })
  }

  next(): Promise<IteratorResult<string>> {
    if (this.hasEnded) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.deliver()
    })
  }

  end(): void {
    if (this.hasEnded) return
    this.hasEnded = true
    clearTimeout(this.pause)
    this.waiting.forEach((resolve) => resolve({ value: undefined, done: true }))
    this.waiting = []
    this.onEnd()
  }

  return(): Promise<IteratorResult<string>> {
    this.end()
    return Promise.resolve({ value: undefined, done: true })
  }

  throw(): Promise<IteratorResult<string>> {
    return this.return()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
