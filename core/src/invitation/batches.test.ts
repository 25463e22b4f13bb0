import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { assertMayReissue, assertMaySettleCodes, checkCodeBatch } from './batches.ts'
import { CodeNotReissuedError, CodesSettledError } from './errors.ts'

const FREE = { isClosed: false, hasAnswers: false, hasCodes: false }
const FACTS = { takesCodes: true, isClosed: false, codeCount: 0, localityIds: ['wola'] }
const BATCH = { name: ' Listy do Woli ', codeCount: 300, localityId: 'wola' }

describe('turning codes on or off', () => {
  it('is settled by the first answer, the first code and the end', () => {
    expect(() => assertMaySettleCodes(FREE)).not.toThrow()
    for (const fact of ['isClosed', 'hasAnswers', 'hasCodes'] as const) {
      expect(() => assertMaySettleCodes({ ...FREE, [fact]: true })).toThrow(CodesSettledError)
    }
  })
})

describe('a batch of codes', () => {
  it('is made under its trimmed name', () => {
    expect(checkCodeBatch(BATCH, FACTS)).toEqual({ ...BATCH, name: 'Listy do Woli' })
  })

  it.each([
    ['without a name', { name: '  ' }, {}, 'name'],
    ['with a name of two lines', { name: 'a\nb' }, {}, 'name'],
    ['of none', { codeCount: 0 }, {}, 'codeCount'],
    ['of half a code', { codeCount: 1.5 }, {}, 'codeCount'],
    ['of too many at once', { codeCount: 5_001 }, {}, 'codeCount'],
    ['of too many in all', {}, { codeCount: 49_900 }, 'codeCount'],
    ['for a place elsewhere', { localityId: 'obca' }, {}, 'localityId'],
    ['where codes are off', {}, { takesCodes: false }, ''],
    ['after closing', {}, { isClosed: true }, ''],
  ])('%s is refused', (_name, wish, fact, path) => {
    const refused = () => checkCodeBatch({ ...BATCH, ...wish }, { ...FACTS, ...fact })

    expect(refused).toThrow(InvalidInputError)
    try {
      refused()
    } catch (error) {
      expect((error as InvalidInputError).problems.map((problem) => problem.path)).toEqual([path])
    }
  })
})

describe('a lost code', () => {
  it('is replaced unless it was used, the survey is over, or there is no such letter', () => {
    expect(() => assertMayReissue({ isSpent: false }, false)).not.toThrow()
    expect(() => assertMayReissue({ isSpent: true }, false)).toThrow(CodeNotReissuedError)
    expect(() => assertMayReissue({ isSpent: false }, true)).toThrow(CodeNotReissuedError)
    expect(() => assertMayReissue(null, false)).toThrow(InvalidInputError)
  })
})
