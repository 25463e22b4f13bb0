import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutToBytes, labelWithin } from './cut-text.ts'
import { maskText } from './mask-text.ts'
import { Names } from './names.ts'
import { personalDataWarnings } from '../response/index.ts'
import examples from '../testing/personal-data-examples.json' with { type: 'json' }

/** Bytes of UTF-8 as addresses spell them. */
const bytes = (text: string) => encodeURIComponent(text).replace(/%../g, '.').length

describe('names of variables', () => {
  it.each([
    ['dem_sex', 'dem_sex'],
    ['serv.need/CARE HOME', 'serv_need_CARE_HOME'],
    ['_hidden', 'hidden'],
    ['1raz', 'v_1raz'],
    ['żółć', 'zolc'],
    ['with', 'with_2'],
    ['—', 'v'],
  ])('%j becomes %j', (key, name) => {
    expect(new Names().take(key)).toBe(name)
  })

  it('are legal, at most 64 bytes and differ by more than the case of letters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 })), (wishes) => {
        const names = new Names()
        const given = wishes.map((wish) => names.take(wish))

        expect(new Set(given.map((name) => name.toUpperCase())).size).toBe(wishes.length)
        for (const name of given) expect(name).toMatch(/^[A-Za-z](?:[A-Za-z0-9_]{0,62}[A-Za-z0-9])?$/)
      }),
      { numRuns: 30 },
    )
  })
})

describe('labels', () => {
  it('are cut by bytes and never within a letter', () => {
    const cut = cutToBytes('źdźbło '.repeat(60), 120)

    expect(bytes(cut)).toBeLessThanOrEqual(120)
    expect(bytes(cut)).toBeGreaterThan(115)
    expect(cut).toMatch(/^(?:źdźbło )+[źdbło]*…$/u)
  })

  it('are whole letters of the text whatever the letters are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, limit) => {
        const cut = cutToBytes(text, limit)

        expect(bytes(cut)).toBeLessThanOrEqual(limit)
        expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true)
        expect(cut).not.toContain('\ufffd')
      }),
    )
  })

  it('keep the row and lose the end of the question', () => {
    const label = labelWithin('Czy zgadza się Pan/Pani ze zdaniem, że '.repeat(9), 'wójt słucha', 256)

    expect(bytes(label)).toBeLessThanOrEqual(256)
    expect(label).toMatch(/…: wójt słucha$/)
  })
})

describe('masking', () => {
  it('leaves nothing behind that the patterns know', () => {
    const texts = [...examples.pesel, ...examples.phone, ...examples.email].slice(0, 200)

    expect(texts.map(maskText).flatMap(personalDataWarnings)).toEqual([])
  })

  it('leaves harmless answers as they are', () => {
    expect(maskText('Brakuje autobusu o 15:30.\nI lekarza.')).toBe('Brakuje autobusu o 15:30. I lekarza.')
  })
})
