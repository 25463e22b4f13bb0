import { describe, expect, it } from 'vitest'
import { beginRefusal, deviceWarnings, type DeviceFacts } from './device-warnings.ts'
import { ownProgress } from './own-progress.ts'
import { pinDelay, pinFault } from './pin.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22)
const FINE: DeviceFacts = {
  now: NOW,
  oldestWaitingAt: null,
  isPersistent: true,
  isIos: false,
  isInstalled: true,
  isOnline: false,
  freeBytes: 1e9,
  serverAheadMs: 1000,
}
const kinds = (facts: Partial<DeviceFacts>) => deviceWarnings({ ...FINE, ...facts }).map(({ kind }) => kind)
const unsent = (days: number) => kinds({ oldestWaitingAt: NOW - days * DAY })

describe('warnings of a device', () => {
  it('begin after five days without sending and grow grave after seven', () => {
    expect(unsent(0)).toEqual([])
    expect(unsent(4.9)).toEqual([])
    expect(unsent(5)).toEqual(['UNSENT_SOON'])
    expect(unsent(6.9)).toEqual(['UNSENT_SOON'])
    expect(unsent(7)).toEqual(['UNSENT_LONG'])
    expect(deviceWarnings({ ...FINE, oldestWaitingAt: NOW - 9 * DAY })).toEqual([
      { kind: 'UNSENT_LONG', days: 9 },
    ])
  })

  it('do not take an interview „from the future” for an old one', () => {
    expect(unsent(-3650)).toEqual([])
  })

  it('name storage that may be cleared, once', () => {
    expect(kinds({ isPersistent: false })).toEqual(['NOT_PERSISTENT'])
    expect(kinds({ isPersistent: false, isIos: true, isInstalled: false })).toEqual(['NOT_INSTALLED'])
    expect(kinds({ isInstalled: false })).toEqual([])
  })

  it('name a full device and a clock that is wrong by years', () => {
    expect(kinds({ freeBytes: 1e6 })).toEqual(['NO_ROOM'])
    expect(kinds({ freeBytes: 1e7 })).toEqual(['LITTLE_ROOM'])
    expect(kinds({ freeBytes: null })).toEqual([])
    expect(kinds({ serverAheadMs: -10 * 365 * DAY })).toEqual(['WRONG_CLOCK'])
    expect(kinds({ serverAheadMs: 10 * 365 * DAY })).toEqual(['WRONG_CLOCK'])
    expect(kinds({ serverAheadMs: 3_600_000 })).toEqual([])
  })
})

describe('an interview is not begun', () => {
  it('without room for its answers, even online', () => {
    expect(beginRefusal({ ...FINE, freeBytes: 1e6, isOnline: true })).toBe('NO_ROOM')
  })

  it('offline where the browser may forget it; online it may', () => {
    expect(beginRefusal({ ...FINE, isPersistent: false })).toBe('NOT_PERSISTENT')
    expect(beginRefusal({ ...FINE, isIos: true, isInstalled: false })).toBe('NOT_INSTALLED')
    expect(beginRefusal({ ...FINE, isPersistent: false, isOnline: true })).toBeNull()
    expect(beginRefusal(FINE)).toBeNull()
  })
})

describe('a PIN', () => {
  it('has six digits that are no row, or a few words', () => {
    for (const good of ['190745', '82640173', 'zielony rower nad Wisłą']) expect(pinFault(good)).toBeNull()
    for (const short of ['', '12345', 'krótkie']) expect(pinFault(short)).toBe('TOO_SHORT')
    for (const simple of ['111111', '123456', '987654', '121212', 'aaaaaaaaaaaaa'])
      expect(pinFault(simple)).toBe('TOO_SIMPLE')
    expect(pinFault('ab1'.repeat(50))).toBe('TOO_LONG')
  })

  it('is asked for again after a growing time', () => {
    const delays = Array.from({ length: 12 }, (_, failures) => pinDelay(failures))
    expect(delays.slice(0, 3)).toEqual([0, 0, 0])
    expect(delays[11]).toBe(600)
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
  })
})

describe('own interviews', () => {
  const done = [
    { surveyId: 's', localityId: 'a' },
    { surveyId: 's', localityId: 'a' },
    { surveyId: 's', localityId: 'b' },
    { surveyId: 'other', localityId: 'a' },
    { surveyId: 's', localityId: null },
  ]

  it('count where they were taken, and elsewhere apart', () => {
    expect(ownProgress('s', [{ localityId: 'a', target: 5 }], done)).toEqual([
      { localityId: 'a', target: 5, done: 2 },
      { localityId: null, target: null, done: 2 },
    ])
  })

  it('count towards the whole municipality where that is the target', () => {
    expect(ownProgress('s', [{ localityId: null, target: 9 }], done)).toEqual([
      { localityId: null, target: 9, done: 4 },
    ])
  })
})
