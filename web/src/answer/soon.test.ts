// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { soon } from './soon.ts'

describe('what may wait for the next picture', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is done by itself soon after, and once', () => {
    const work = vi.fn()
    const now = soon(work)
    expect(work).not.toHaveBeenCalled()
    vi.advanceTimersByTime(20)
    now()
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('is done at once when asked, when something else is to wait, and when the page is left', () => {
    const done: string[] = []
    soon(() => done.push('asked'))()
    expect(done).toEqual(['asked'])
    soon(() => done.push('earlier'))
    soon(() => done.push('later'))
    expect(done).toEqual(['asked', 'earlier'])
    window.dispatchEvent(new Event('pagehide'))
    vi.advanceTimersByTime(50)
    expect(done).toEqual(['asked', 'earlier', 'later'])
  })
})
