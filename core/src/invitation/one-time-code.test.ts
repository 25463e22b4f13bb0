import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeBytes, isOneTimeCode, makeOneTimeCode, printedCode, readOneTimeCode } from './one-time-code.ts'

const aCode = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(makeOneTimeCode)
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const changed = (code: string, at: number, to: string) => code.slice(0, at) + to + code.slice(at + 1)

describe('a one-time code', () => {
  it('has ten characters that are not read as others, in two parts', () => {
    const code = makeOneTimeCode(Uint8Array.of(1, 2, 3, 4, 5))

    expect(code).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{10}$/)
    expect(printedCode(code)).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  })

  it('is read however it is typed, and keeps all forty bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const code = makeOneTimeCode(bytes)
        const typed = printedCode(code).replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u')

        expect(readOneTimeCode(` ${typed.replace('-', ' – ')} `)).toEqual({ code })
        expect(isOneTimeCode(code)).toBe(true)
        expect(codeBytes(code)).toEqual(bytes)
      }),
    )
  })

  it('with one wrong character is told apart, and in which part', () => {
    fc.assert(
      fc.property(aCode, fc.nat(9), fc.constantFrom(...LETTERS), (code, at, letter) => {
        fc.pre(code[at] !== letter)

        expect(readOneTimeCode(changed(code, at, letter))).toEqual({
          fault: at < 5 ? 'FIRST_PART' : 'SECOND_PART',
        })
      }),
    )
  })

  it('with two characters of a part exchanged is told apart', () => {
    fc.assert(
      fc.property(aCode, fc.nat(4), fc.nat(4), fc.boolean(), (code, one, other, isSecond) => {
        const [a, b] = [one, other].map((place) => place + (isSecond ? 5 : 0)) as [number, number]
        fc.pre(code[a] !== code[b])
        const exchanged = changed(changed(code, a, code[b] ?? ''), b, code[a] ?? '')

        expect(readOneTimeCode(exchanged)).toEqual({ fault: isSecond ? 'SECOND_PART' : 'FIRST_PART' })
      }),
    )
  })

  it('with its parts exchanged is told apart', () => {
    fc.assert(
      fc.property(aCode, (code) => {
        expect(readOneTimeCode(code.slice(5) + code.slice(0, 5))).toEqual({ fault: 'BOTH_PARTS' })
      }),
    )
  })

  it.each([
    ['', 'EMPTY'],
    [' - ', 'EMPTY'],
    ['7XK29', 'TOO_SHORT'],
    ['7XK29-QMB4F2', 'TOO_LONG'],
    ['x'.repeat(100_000), 'TOO_LONG'],
    ['7XK29-QMB4Ą', 'STRANGE'],
    ['7XK29-QMB4\u0000', 'STRANGE'],
  ])('%j is none', (typed, fault) => {
    expect(readOneTimeCode(typed)).toEqual({ fault })
    expect(isOneTimeCode(typed)).toBe(false)
  })

  it('is not guessed: a million tries against five thousand codes hit one with a chance below one in two hundred', () => {
    const possible = 2 ** 40

    expect((1_000_000 * 5_000) / possible).toBeLessThan(1 / 200)
  })
})
