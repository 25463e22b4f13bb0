import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShownSpent, isSpent, showSpentCodes, spendCode } from './spent-codes.ts'

const NOTHING = new Uint8Array()
const fill = (value: number, length: number) => new Uint8Array(length).fill(value)
const aCode = fc.uint8Array({ minLength: 5, maxLength: 5 })
const someCodes = fc.uniqueArray(aCode, { selector: String, maxLength: 60 })
const spendAll = (codes: readonly Uint8Array[]) =>
  codes.reduce((spent, code) => spendCode(spent, code, fill(code[0] ?? 0, 32))?.spent ?? spent, NOTHING)

describe('spending a code', () => {
  it('is done once: again for the same ticket, not for another', () => {
    const first = spendCode(NOTHING, fill(7, 5), fill(1, 32))
    const spent = first?.spent ?? NOTHING

    expect(first?.isNew).toBe(true)
    expect(spendCode(spent, fill(7, 5), fill(1, 32))).toEqual({ spent, isNew: false })
    expect(spendCode(spent, fill(7, 5), fill(2, 32))).toBeNull()
    expect(spendCode(spent, fill(8, 5), fill(2, 32))?.isNew).toBe(true)
  })

  it('leaves the same bytes in whatever order people answered', () => {
    fc.assert(
      fc.property(
        someCodes.chain((codes) =>
          fc.tuple(
            fc.constant(codes),
            fc.shuffledSubarray(codes, { minLength: codes.length, maxLength: codes.length }),
          ),
        ),
        ([codes, shuffled]) => {
          const spent = spendAll(codes)

          expect(spendAll(shuffled)).toEqual(spent)
          expect(codes.every((code) => isSpent(spent, code))).toBe(true)
        },
      ),
    )
  })
})

describe('what organisers may know of', () => {
  it('always leaves out at least ten of the spent codes, and comes ten at a time', () => {
    fc.assert(
      fc.property(someCodes, fc.infiniteStream(fc.nat()), (codes, stream) => {
        const draw = (below: number) => Number(stream.next().value) % below
        let spent: Uint8Array = NOTHING
        let shown: Uint8Array = NOTHING
        for (const code of codes) {
          spent = spendCode(spent, code, fill(3, 32))?.spent ?? spent
          shown = showSpentCodes({ spent, shown }, draw)
          const [spentCount, shownCount] = [spent.length / 16, shown.length / 5]
          expect(shownCount % 10).toBe(0)
          expect(shownCount === 0 || spentCount - shownCount >= 10).toBe(true)
          expect(spentCount - shownCount).toBeLessThan(20)
        }
        const shownCodes = codes.filter((code) => isShownSpent(shown, code))
        expect(shownCodes).toHaveLength(shown.length / 5)
        expect(shownCodes.every((code) => isSpent(spent, code))).toBe(true)
      }),
    )
  })

  it('is drawn, so that it does not tell which codes were the earlier ones', () => {
    const codes = Array.from({ length: 20 }, (_, index) => Uint8Array.of(index, 1, 2, 3, 4))
    const spent = spendAll(codes)

    const shown = showSpentCodes({ spent, shown: NOTHING }, (below) => below - 1)

    expect(codes.map((code) => isShownSpent(shown, code))).toEqual(codes.map((_, index) => index >= 10))
  })
})
