import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProgressBus } from './progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('wakes whoever watches the survey and nobody else', async () => {
  const bus = createProgressBus(500)
  const mine = bus.watch('mine').next()
  const other = vi.fn()
  void bus.watch('other').next().then(other)

  bus.notify('mine')

  expect(await mine).toEqual({ value: 'mine', done: false })
  expect(other).not.toHaveBeenCalled()
})

it('counts a hundred responses within half a second as one', async () => {
  const bus = createProgressBus(500)
  const wakings: number[] = []
  const watch = bus.watch('survey')
  void (async () => {
    for await (const _ of watch) wakings.push(Date.now())
  })()

  for (let response = 0; response < 100; response += 1) {
    bus.notify('survey')
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(500)

  expect(wakings).toHaveLength(3)
  expect(wakings[1]! - wakings[0]!).toBeGreaterThanOrEqual(500)
})

it('remembers what came while the watcher was busy', async () => {
  const bus = createProgressBus(500)
  const watch = bus.watch('survey')

  bus.notify('survey')

  expect(await watch.next()).toEqual({ value: 'survey', done: false })
})

it('ends every watch when the server stops', async () => {
  const bus = createProgressBus(500)
  const waiting = bus.watch('survey').next()

  bus.close()

  expect(await waiting).toEqual({ value: undefined, done: true })
})
