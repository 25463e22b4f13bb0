import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSurveyCode, normaliseSurveyCode } from './survey-code.ts'

const fiveBytes = fc.uint8Array({ minLength: 5, maxLength: 5 })

describe('the code of a survey', () => {
  it('has eight characters, none of which looks like another', () => {
    fc.assert(fc.property(fiveBytes, (bytes) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(makeSurveyCode(bytes))))
  })

  it('keeps all forty bits: different bytes, different codes', () => {
    fc.assert(
      fc.property(fiveBytes, fiveBytes, (one, other) => {
        const equalBytes = one.every((byte, index) => byte === other[index])
        return (makeSurveyCode(one) === makeSurveyCode(other)) === equalBytes
      }),
    )
    expect(makeSurveyCode(new Uint8Array([0, 0, 0, 0, 1]))).toBe('00000001')
    expect(makeSurveyCode(new Uint8Array([255, 255, 255, 255, 255]))).toBe('zzzzzzzz')
  })

  it('is understood however a person types it', () => {
    const typings = fc.record({
      bytes: fiveBytes,
      upper: fc.boolean(),
      separator: fc.constantFrom('', ' ', '-', '–'),
    })
    fc.assert(
      fc.property(typings, ({ bytes, upper, separator }) => {
        const code = makeSurveyCode(bytes)
        const misread = code.replaceAll('0', 'o').replaceAll('1', upper ? 'I' : 'l')
        const typed = ` ${misread.slice(0, 4)}${separator}${misread.slice(4)} `
        return normaliseSurveyCode(upper ? typed.toUpperCase() : typed) === code
      }),
    )
  })

  it('stays itself when normalised again', () => {
    fc.assert(
      fc.property(fiveBytes, (bytes) => normaliseSurveyCode(makeSurveyCode(bytes)) === makeSurveyCode(bytes)),
    )
  })

  it.each(['', 'abc', 'abcd12345', 'ąbcd1234', '../../etc', 'a'.repeat(10_000), 'abcd123\u0000'])(
    'cannot be %j',
    (typed) => {
      expect(normaliseSurveyCode(typed)).toBeNull()
    },
  )
})
