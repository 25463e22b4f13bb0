import type { ResourceLimits } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkerQueue, type WorkerQueue } from './worker-queue.ts'

type Task =
  { readonly say: string } | { readonly fail: string } | { readonly exit: number } | 'never' | 'hoard'

const ENTRY = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads'
    parentPort.on('message', async (task) => {
      if (task === 'never') return
      if (task === 'hoard') for (const kept = []; ; ) kept.push({ size: kept.length })
      if (task.fail) throw new TypeError(task.fail)
      if (task.exit) process.exit(task.exit)
      parentPort.postMessage(task.say + ' from ' + threadId)
    })`)}`,
)

let queue: WorkerQueue<Task, string>
const aQueue = (limits: { timeLimitMs?: number; idleMs?: number; memory?: ResourceLimits } = {}) =>
  (queue = createWorkerQueue<Task, string>(ENTRY, { read: String, ...limits }))
const threadOf = (answer: string) => answer.split(' from ')[1]
afterEach(() => queue.close())

describe('a queue in front of a worker', () => {
  it('answers tasks in their order, all by one thread', async () => {
    const { run } = aQueue()

    const answers = await Promise.all(['a', 'b', 'c'].map((say) => run({ say })))

    expect(answers.map((answer) => answer[0])).toEqual(['a', 'b', 'c'])
    expect(new Set(answers.map(threadOf)).size).toBe(1)
  })

  it('fails a task with what the worker threw, and does the next one', async () => {
    const { run } = aQueue()

    const failed = run({ fail: 'no such chart' })
    const next = run({ say: 'b' })

    await expect(failed).rejects.toThrow(new TypeError('no such chart'))
    expect(await next).toMatch(/^b/)
  })

  it('does not wait for ever', async () => {
    const { run } = aQueue({ timeLimitMs: 300 })

    await expect(run('never')).rejects.toThrow('300 ms')
  })

  it('fails a task that takes more memory than the thread may, and does the next one', async () => {
    const { run } = aQueue({ memory: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } })

    await expect(run('hoard')).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
    expect(await run({ say: 'b' })).toMatch(/^b/)
  })

  it('goes on after a thread that ended by itself', async () => {
    const { run } = aQueue()

    await expect(run({ exit: 3 })).rejects.toThrow('code 3')
    expect(await run({ say: 'b' })).toMatch(/^b/)
  })

  it('lets an idle thread go and starts another', async () => {
    const { run } = aQueue({ idleMs: 20 })
    const first = await run({ say: 'a' })
    await new Promise((resolve) => setTimeout(resolve, 400))

    const second = await run({ say: 'b' })

    expect(threadOf(second)).not.toBe(threadOf(first))
  })

  it('fails what is under way and what waits when it is closed', async () => {
    const { run, close } = aQueue()
    const tasks = Promise.allSettled([run('never'), run({ say: 'b' })])
    await new Promise((resolve) => setTimeout(resolve, 50))

    await close()

    expect((await tasks).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
