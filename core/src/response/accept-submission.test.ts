import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import type { Question } from '../questionnaire/index.ts'
import { answers, aQuestionnaire, when, yesNo } from '../testing/index.ts'
import { acceptSubmission } from './accept-submission.ts'
import { AnswersRefusedError } from './errors.ts'
import { parseSubmission } from './parse-submission.ts'
import { receiptOf } from './receipt.ts'

const ID = 'a3bb189e-8bf9-4888-9912-ace4e6543002'
const VERSION = '0190a000-0000-7000-8000-000000000002'
const LOCALITY = '0190a000-0000-7000-8000-0000000000aa'
const where: Question = { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie Pan/Pani mieszka?' }
const survey = {
  questionnaires: new Map([
    [VERSION, aQuestionnaire([where, yesNo('hasCar'), yesNo('electric', when('hasCar', 'yes'))])],
  ]),
  localityIds: [LOCALITY],
}
const sent = (given: Parameters<typeof answers>[0], versionId = VERSION) =>
  parseSubmission({ id: ID, questionnaireVersionId: versionId, mode: 'CAWI', answers: given })

describe('accepting a submission', () => {
  it('drops answers to what became hidden', () => {
    const accepted = acceptSubmission(sent({ hasCar: 'no', electric: 'yes' }), survey)
    expect(accepted.answers).toEqual({ hasCar: 'no' })
  })

  it('lifts the locality out of the answers', () => {
    expect(acceptSubmission(sent({ dem_locality: LOCALITY }), survey).localityId).toBe(LOCALITY)
    expect(acceptSubmission(sent({ dem_locality: '-99' }), survey).localityId).toBeNull()
    expect(acceptSubmission(sent({}), survey).localityId).toBeNull()
  })

  it('refuses wrong answers, a locality of elsewhere and questions of another survey', () => {
    const refused = (given: Parameters<typeof answers>[0]) => () => acceptSubmission(sent(given), survey)
    expect(refused({ hasCar: 'perhaps' })).toThrow(AnswersRefusedError)
    expect(refused({ dem_locality: VERSION })).toThrow(AnswersRefusedError)
    expect(refused({ other: 'yes' })).toThrow(AnswersRefusedError)
  })

  it('refuses a version that the survey never had', () => {
    expect(() => acceptSubmission(sent({}, LOCALITY), survey)).toThrow(InvalidInputError)
  })
})

describe('reading what a device sent', () => {
  const good = { id: ID, questionnaireVersionId: VERSION, mode: 'CAWI', answers: {} }

  it.each([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a list', [good], ''],
    ['an id that is not random', { ...good, id: VERSION }, 'id'],
    ['an endless id', { ...good, id: 'a'.repeat(10_000) }, 'id'],
    ['no version', { ...good, questionnaireVersionId: undefined }, 'questionnaireVersionId'],
    ['an unknown mode', { ...good, mode: 'cawi' }, 'mode'],
    ['answers as a list', { ...good, answers: [] }, 'answers'],
    ['a sheet number with NUL', { ...good, sheetNumber: '1\u0000' }, 'sheetNumber'],
  ])('refuses %s', (_name, given, path) => {
    let problems: readonly { path: string; message: string }[] = []
    try {
      parseSubmission(given)
    } catch (error) {
      if (error instanceof InvalidInputError) problems = error.problems
    }
    expect(problems.map((problem) => problem.path)).toEqual([path])
    expect(problems[0]?.message).toMatch(/\. Prosimy odświeżyć stronę/)
  })

  it('leaves out members it does not know and gives an id one form', () => {
    const parsed = parseSubmission({ ...good, id: ID.toUpperCase(), surveyId: 'x', isAdmin: true })
    expect(parsed).toEqual(good)
  })
})

it('writes a receipt of eight characters that follows the stored content', () => {
  expect(receiptOf('00'.repeat(32))).toBe('0000-0000')
  expect(receiptOf('ff'.repeat(32))).toBe('ZZZZ-ZZZZ')
  expect(receiptOf('0000000001' + 'ab'.repeat(27))).toBe('0000-0001')
  expect(() => receiptOf('nothing')).toThrow(RangeError)
})
