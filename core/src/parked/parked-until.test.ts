import { expect, it } from 'vitest'
import { parkedUntil } from './parked-until.ts'

const survey = { opensOn: '2026-11-01', closesOn: '2026-11-30', closedAt: null, graceDays: 3 }
const at = (instant: string) => new Date(instant)

it.each([
  ['until the end of the grace', survey, '2026-11-22T10:00:00Z', '2026-12-03'],
  ['in the grace as well', survey, '2026-12-03T10:00:00Z', '2026-12-03'],
  ['no longer than 60 days', { ...survey, closesOn: '2027-06-30' }, '2026-11-22T10:00:00Z', '2027-01-21'],
  [
    'until the grace after closing by hand',
    { ...survey, closedAt: at('2026-11-20T10:00:00Z') },
    '2026-11-22T10:00:00Z',
    '2026-11-23',
  ],
  ['not at all after the grace', survey, '2026-12-04T10:00:00Z', null],
  ['not at all before the first day', survey, '2026-10-31T10:00:00Z', null],
])('answers are kept aside %s', (_, period, now, day) => {
  expect(parkedUntil(period, at(now))).toBe(day)
})
