import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import {
  agreementOf,
  allCodes,
  changeCodebook,
  checkCodes,
  countCodes,
  createSuggester,
  differencesOf,
  emptyCodebook,
  finalCodes,
  findTopics,
  isDoubleCoded,
  recoded,
  verdictOn,
  type Coding,
} from './index.ts'
import { stemOf } from './words.ts'

const typed = (...labels: string[]) => labels.map((label) => ({ label, description: '' }))
const book = changeCodebook(emptyCodebook, typed('Transport', 'Opieka w domu', 'Miejsca spotkań'))
const TRANSPORT = 'c1'
const CARE = 'c2'
const MEETING = 'c3'

function problemsOf(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems.map(({ message }) => message)
    throw error
  }
  return []
}

describe('a codebook', () => {
  it('gives new codes numbers that are never used again', () => {
    const [first, , third] = book.codes
    const shorter = changeCodebook(book, [first!, third!])
    const longer = changeCodebook(shorter, [...shorter.codes, ...typed('Lekarz')])

    expect(longer.codes.map(({ id }) => id)).toEqual([TRANSPORT, MEETING, 'c4'])
    expect(allCodes(longer).at(-1)?.label).toBe('Bez treści')
  })

  it('refuses names that are empty, the same without Polish letters, or those of the fixed codes', () => {
    expect(problemsOf(() => changeCodebook(emptyCodebook, typed('Dojazd', ' ')))[0]).toBe(
      'Proszę nazwać kod.',
    )
    expect(problemsOf(() => changeCodebook(emptyCodebook, typed('Łąka', 'laka')))[0]).toContain('już jest')
    expect(problemsOf(() => changeCodebook(emptyCodebook, typed('inne')))[0]).toContain('już jest')
    expect(problemsOf(() => changeCodebook(book, [{ id: 'c9', label: 'X', description: '' }]))[0]).toContain(
      'ktoś go usunął',
    )
  })

  it('lets an answer have known codes in the order of the book, and „bez treści” only alone', () => {
    expect(checkCodes(book, [CARE, TRANSPORT, CARE])).toEqual([TRANSPORT, CARE])
    expect(problemsOf(() => checkCodes(book, []))[0]).toContain('co najmniej jeden')
    expect(problemsOf(() => checkCodes(book, ['c7']))[0]).toContain('nie ma już')
    expect(problemsOf(() => checkCodes(book, [CARE, 'EMPTY']))[0]).toContain('nie można łączyć')
  })

  it('moves what was coded when codes are joined or dropped', () => {
    expect(recoded([TRANSPORT, CARE, MEETING], { [TRANSPORT]: CARE, [MEETING]: null })).toEqual([CARE])
    expect(recoded([MEETING], { [MEETING]: null })).toEqual([])
  })
})

describe('stems', () => {
  it.each([
    ['autobus autobusy autobusów autobusem autobusami', 'autobus'],
    ['lekarz lekarza lekarzy lekarzem lekarze', 'lekarz'],
    ['opieka opieki opiekę opieką', 'opie'],
    ['samotność samotności', 'samotn'],
  ])('are the same for %s', (forms, stem) => {
    expect(new Set(forms.split(' ').map(stemOf))).toEqual(new Set([stem]))
  })
})

describe('suggested codes', () => {
  const suggest = createSuggester(book.codes, [
    { text: 'Więcej autobusów do Kielc', codes: [TRANSPORT] },
    { text: 'Autobus rano i wieczorem', codes: [TRANSPORT] },
    { text: 'Żeby ktoś przychodził do mamy, opiekunka', codes: [CARE] },
    { text: 'Opiekunki na parę godzin', codes: [CARE] },
    { text: 'Klub seniora, kawa i pogadać', codes: [MEETING] },
  ])

  it('come from the words of the code and of answers already coded by it, in any inflection', () => {
    expect(suggest('brakuje autobusu w niedzielę')[0]).toBe(TRANSPORT)
    expect(suggest('opiekunkę dla sąsiadki')[0]).toBe(CARE)
    expect(suggest('transport do lekarza')[0]).toBe(TRANSPORT)
    expect(suggest('klubu dla seniorów')[0]).toBe(MEETING)
  })

  it('are none where nothing speaks for any', () => {
    expect(suggest('tańszy węgiel')).toEqual([])
    expect(suggest('')).toEqual([])
    expect(suggest('!!! 12345')).toEqual([])
  })
})

describe('topics of answers', () => {
  it('are what many answers speak of, in their own words', () => {
    const topics = findTopics([
      'więcej autobusów do miasta',
      'autobusy w weekend',
      'autobus do lekarza specjalisty',
      'lekarz specjalista na miejscu',
      'do lekarza specjalisty czeka się rok',
      'nie wiem',
    ])

    expect(topics.map(({ texts }) => texts)).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ])
    expect(topics[0]?.label).toMatch(/^autobus/)
    expect(topics[1]?.label).toBe('lekarza specjalisty')
  })

  it('never name texts that are not there, and always the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'abc ąę') }), { maxLength: 40 }), (texts) => {
        const topics = findTopics(texts)

        expect(findTopics(texts)).toEqual(topics)
        for (const { texts: found } of topics) {
          expect(found.length).toBeGreaterThanOrEqual(3)
          for (const at of found) expect(at).toBeLessThan(texts.length)
        }
      }),
    )
  })
})

const codings = (...lists: string[]): Coding[] =>
  lists.map((codes, index) => ({ answer: String(index), codes: codes.split(' ') }))

describe('agreement of two coders', () => {
  it('is Cohen’s κ for each code and Krippendorff’s α for all', () => {
    // 10 answers, one code each: 4 both A, 3 both B, 2 A/B, 1 B/A
    const first = codings('A', 'A', 'A', 'A', 'B', 'B', 'B', 'A', 'A', 'B')
    const second = codings('A', 'A', 'A', 'A', 'B', 'B', 'B', 'B', 'B', 'A')
    const agreement = agreementOf(first, second, ['A', 'B'])!

    expect(agreement).toMatchObject({ count: 10, sameCount: 7 })
    // p_o = 0.7, p_e = 0.6·0.5 + 0.4·0.5 = 0.5
    expect(agreement.codes[0]).toMatchObject({ firstCount: 6, secondCount: 5, bothCount: 4 })
    expect(agreement.codes[0]?.kappa).toBeCloseTo(0.4, 12)
    // 11 A and 9 B of 20: D_e = 2·11·9/(20·19), D_o = 0.3
    expect(agreement.alpha).toBeCloseTo(1 - 0.3 / ((2 * 11 * 9) / (20 * 19)), 12)
    expect(verdictOn(agreement)).toBe('POOR')
  })

  it('counts codes in common where answers have several', () => {
    // distances 1/2 and 0; kinds {A B}, {A}, {C}×2: D_e = (1/2 + 2 + 2)·2/(4·3)
    const agreement = agreementOf(codings('A B', 'C'), codings('A', 'C'), ['A', 'B', 'C'])!

    expect(agreement.alpha).toBeCloseTo(1 - 0.25 / ((2 * (0.5 + 2 + 2)) / 12), 12)
    expect(agreement.codes[1]?.kappa).toBe(0)
    expect(agreement.codes[2]?.kappa).toBe(1)
  })

  it('cannot be told where there is nothing to agree on', () => {
    const agreement = agreementOf(codings('A', 'A'), codings('A', 'A'), ['A', 'B'])!

    expect(agreement.alpha).toBeNull()
    expect(agreement.codes.map(({ kappa }) => kappa)).toEqual([null, null])
    expect(verdictOn(agreement)).toBe('UNKNOWN')
    expect(agreementOf(codings('A'), codings('A'), ['A'])).toBeNull()
  })

  it('lies between its bounds, is 1 for the same codes, and does not depend on who is first', () => {
    const codes = ['A', 'B', 'C']
    const lists = fc.array(fc.subarray(codes, { minLength: 1 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const n = Math.min(one.length, other.length)
        const asCodings = (list: string[][]) =>
          list.slice(0, n).map((own, index) => ({ answer: String(index), codes: own }))
        const [first, second] = [asCodings(one), asCodings(other)]
        const agreement = agreementOf(first, second, codes)!

        expect(agreement.alpha ?? 0).toBeLessThanOrEqual(1)
        expect(agreementOf(second, first, codes)?.alpha ?? 9).toBeCloseTo(agreement.alpha ?? 9, 9)
        expect(agreementOf(first, first, codes)?.alpha ?? 1).toBeCloseTo(1, 12)
        expect(differencesOf(first, second)).toHaveLength(agreement.count - agreement.sameCount)
      }),
    )
  })
})

describe('final codes', () => {
  it('are what was settled, otherwise what all said', () => {
    expect(finalCodes({ byCoder: [], settled: null })).toBeNull()
    expect(finalCodes({ byCoder: [[CARE]], settled: null })).toEqual([CARE])
    expect(finalCodes({ byCoder: [[CARE], [CARE]], settled: null })).toEqual([CARE])
    expect(finalCodes({ byCoder: [[CARE], [MEETING]], settled: null })).toBeNull()
    expect(finalCodes({ byCoder: [[CARE], [MEETING]], settled: [MEETING] })).toEqual([MEETING])
  })

  it('are counted for the answers that have them, the fixed codes last', () => {
    const counted = countCodes(
      [
        { byCoder: [[CARE, TRANSPORT]], settled: null },
        { byCoder: [['OTHER'], ['OTHER']], settled: null },
        { byCoder: [[CARE]], settled: null },
        { byCoder: [[CARE], [MEETING]], settled: null },
        { byCoder: [], settled: null },
      ],
      allCodes(book),
    )

    expect(counted).toMatchObject({ answerCount: 5, codedCount: 3, openCount: 1 })
    expect(counted.codes.map(({ id, count }) => [id, count])).toEqual([
      [CARE, 2],
      [TRANSPORT, 1],
      [MEETING, 0],
      ['OTHER', 1],
      ['EMPTY', 0],
    ])
  })

  it('of about the chosen share of answers come from two people', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => ((i * 2654435761) >>> 0).toString(16).padStart(8, '0'))
    const doubled = ids.filter((id) => isDoubleCoded(`${id}-0000`, 0.2)).length

    expect(doubled).toBeGreaterThan(150)
    expect(doubled).toBeLessThan(250)
    expect(isDoubleCoded(ids[5]!, 0)).toBe(false)
    expect(isDoubleCoded(ids[5]!, 1)).toBe(true)
  })
})
