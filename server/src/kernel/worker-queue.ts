import { Worker, type ResourceLimits } from 'node:worker_threads'

const TIME_LIMIT_MS = 120_000
const IDLE_MS = 120_000
const CLOSED = 'The worker was closed'

/** Work that would keep the main thread from its requests, done in a thread of its own, one task after another. */
export interface WorkerQueue<Task, Result> {
  /**
   * Waits for the tasks before it, then for its result.
   *
   * @throws what the worker threw; an `Error` when it took too long or the queue was closed
   */
  run(task: Task): Promise<Result>
  /** Stops the thread; a task under way fails. */
  close(): Promise<void>
}

interface WorkerQueueOptions<Result> {
  /** What the worker's one message for a task means. */
  readonly read: (answer: unknown) => Result
  /** Longest time for one task, its wait not included. */
  readonly timeLimitMs?: number
  /** After this long without a task the thread gives its memory back. */
  readonly idleMs?: number
  /** How much memory the thread may take; one that takes more fails its task. */
  readonly memory?: ResourceLimits
}

const isTypeScript = ({ pathname }: URL): boolean => pathname.endsWith('.ts')

function startWorker(entry: URL, resourceLimits: ResourceLimits | undefined): Worker {
  const limits = resourceLimits && { resourceLimits }
  if (!isTypeScript(entry)) return new Worker(entry, limits)
  const runner = new URL('./typescript-worker.mjs', import.meta.url)
  return new Worker(runner, { workerData: entry.href, ...limits })
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** One thread and the one task it may have; after anything went wrong with it the next task gets a new one. */
function createThread(entry: URL, memory: ResourceLimits | undefined) {
  let worker: Worker | null = null
  let waiting: Waiting | null = null
  const start = () => {
    const started = startWorker(entry, memory)
    const fail = (error: unknown) => {
      if (worker !== started) return
      worker = null
      waiting?.reject(error)
    }
    started.on('message', (answer: unknown) => waiting?.resolve(answer))
    started.on('error', fail)
    started.on('exit', (code) => fail(new Error(`The worker stopped with code ${code}`)))
    return started
  }
  return {
    answer: (task: unknown): Promise<unknown> => {
      worker ??= start()
      const answer = new Promise((resolve, reject) => (waiting = { resolve, reject }))
      worker.postMessage(task)
      return answer.finally(() => (waiting = null))
    },
    stop: async (error: Error) => {
      const stopped = worker
      worker = null
      waiting?.reject(error)
      await stopped?.terminate()
    },
  }
}

/**
 * A queue in front of one worker thread, which starts with the first task and answers each message with one message.
 * Whatever it throws, or not answering in time, fails that one task.
 */
export function createWorkerQueue<Task, Result>(
  entry: URL,
  { read, timeLimitMs = TIME_LIMIT_MS, idleMs = IDLE_MS, memory }: WorkerQueueOptions<Result>,
): WorkerQueue<Task, Result> {
  const thread = createThread(entry, memory)
  const stop = (reason: string) => thread.stop(new Error(reason))
  let last: Promise<unknown> = Promise.resolve()
  let rest: NodeJS.Timeout | undefined
  let isClosed = false

  const perform = async (task: Task): Promise<Result> => {
    if (isClosed) throw new Error(CLOSED)
    clearTimeout(rest)
    const limit = setTimeout(() => void stop(`The worker took over ${timeLimitMs} ms`), timeLimitMs)
    try {
      return read(await thread.answer(task))
    } finally {
      clearTimeout(limit)
      rest = setTimeout(() => void stop(CLOSED), idleMs).unref()
    }
  }
  return {
    run: (task) => {
      const result = last.then(() => perform(task))
      last = result.catch(() => undefined)
      return result
    },
    close: async () => {
      isClosed = true
      clearTimeout(rest)
      await stop(CLOSED)
    },
  }
}
