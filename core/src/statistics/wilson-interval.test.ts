import { describe, expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

describe('Wilson interval', () => {
  // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int; 23 of 60 also at vassarstats.net/prop1.html.
  it.each([
    { successCount: 23, trialCount: 60, low: 0.27088272374082, high: 0.509824041759001 },
    { successCount: 0, trialCount: 12, low: 0, high: 0.242494006655241 },
    { successCount: 7, trialCount: 7, low: 0.645669564933313, high: 1 },
  ])('of $successCount in $trialCount is what R computes', ({ successCount, trialCount, low, high }) => {
    const interval = wilsonInterval(successCount, trialCount)

    expect(interval?.low).toBeCloseTo(low, 12)
    expect(interval?.high).toBeCloseTo(high, 12)
  })

  it('does not exist where nobody was asked', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })
})
