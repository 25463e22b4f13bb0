import { describe, expect, it } from 'vitest'
import type { Question } from '../questionnaire/index.ts'
import { answers, aQuestionnaire, yesNo } from '../testing/index.ts'
import { acceptSubmission } from './accept-submission.ts'
import { canonicalContent } from './content.ts'
import { parseSubmission } from './parse-submission.ts'
import { leastSeconds } from './signals.ts'

const ID = 'a3bb189e-8bf9-4888-9912-ace4e6543002'
const VERSION = '0190a000-0000-7000-8000-000000000002'
const TEN_WORDS = 'Czy w ostatnim miesiącu korzystał Pan z pomocy sąsiadów innych?'
const single = (key: string): Question => ({ ...yesNo(key), text: TEN_WORDS })
const told: Question = { key: 'told', type: 'TEXT_LONG', text: TEN_WORDS }
const household: Question = {
  ...{ key: 'household', type: 'ROSTER', text: 'Kto tu mieszka?', itemName: 'osoba' },
  questions: [single('helps')],
}
const questionnaire = aQuestionnaire([single('one'), single('two'), told, household])
const survey = { questionnaires: new Map([[VERSION, questionnaire]]), localityIds: [] }

const accepted = (more: object) =>
  acceptSubmission(
    parseSubmission({
      ...{ id: ID, questionnaireVersionId: VERSION, mode: 'CAWI' },
      ...{ answers: { one: 'yes', two: 'no' }, ...more },
    }),
    survey,
  )

describe('the least time of filling in', () => {
  it('is 0.3 s for a word of an answered question and half a second for a tap', () => {
    expect(leastSeconds(questionnaire, answers({ one: 'yes' }))).toBeCloseTo(3.5)
    expect(leastSeconds(questionnaire, answers({ one: 'yes', two: 'no' }))).toBeCloseTo(7)
    expect(leastSeconds(questionnaire, {})).toBe(0)
  })

  it('counts typing by letters and the questions of a group for each item', () => {
    expect(leastSeconds(questionnaire, answers({ told: 'a'.repeat(100) }))).toBeCloseTo(13)
    const items = { household: [{ helps: 'yes' }, { helps: 'no' }] }
    expect(leastSeconds(questionnaire, items)).toBeCloseTo(0.9 + 7)
  })
})

describe('signals of a submission', () => {
  it('tell of answers given in less than half the time that reading takes', () => {
    expect(accepted({ secondsSpent: 3.4 }).signals).toEqual(['TOO_FAST'])
    expect(accepted({ secondsSpent: 3.6 }).signals).toEqual([])
    expect(accepted({}).signals).toEqual([])
  })

  it('say nothing of the time of a clerk who enters paper', () => {
    expect(accepted({ mode: 'PAPI', secondsSpent: 1 }).signals).toEqual([])
    expect(accepted({ mode: 'KIOSK', secondsSpent: 1 }).signals).toEqual(['TOO_FAST'])
  })

  it('tell of a field filled that people do not see', () => {
    expect(accepted({ trap: 'https://tanie-kredyty.example' }).signals).toEqual(['TRAP'])
    expect(accepted({ trap: '  ' }).signals).toEqual([])
    expect(accepted({ trap: 'x', secondsSpent: 0 }).signals).toEqual(['TOO_FAST', 'TRAP'])
  })

  it.each([Number.NaN, -1, '5', null])('pass over a time of %s', (secondsSpent) => {
    expect(accepted({ secondsSpent }).signals).toEqual([])
  })

  it('are no part of the content, which says who answered only where it was asked', () => {
    const plain = canonicalContent(accepted({}))
    expect(canonicalContent(accepted({ secondsSpent: 1, trap: 'x' }))).toBe(plain)
    expect(plain).not.toContain('answeredBy')
    expect(canonicalContent(accepted({ answeredBy: 'PROXY' }))).toContain('"answeredBy":"PROXY"')
  })

  it('do not let an unknown kind of respondent in', () => {
    expect(() => accepted({ answeredBy: 'NEIGHBOUR' })).toThrow()
  })
})
