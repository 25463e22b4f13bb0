import { describe, expect, it } from 'vitest'
import { newStopwatch } from './stopwatch.ts'

describe('the time of answering', () => {
  it('runs from the first answer, not from the opening of the page', () => {
    let now = 1_000
    const stopwatch = newStopwatch(() => now, undefined)
    now = 60_000
    stopwatch.start()
    now = 72_400
    stopwatch.start()

    expect(stopwatch.seconds()).toBe(12)
  })

  it('is nothing before the first answer', () => {
    expect(newStopwatch(() => 90_000, undefined).seconds()).toBe(0)
  })

  it('goes on after the page was loaded anew, though its clock begins again', () => {
    let now = 500
    const stopwatch = newStopwatch(() => now, 40)
    now = 10_500

    expect(stopwatch.seconds()).toBe(50)
  })
})
