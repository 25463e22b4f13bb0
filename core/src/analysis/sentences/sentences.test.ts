import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../questionnaire/index.ts'
import { aTable, tableColumns } from '../../testing/index.ts'
import type { AnalysisTable } from '../table.ts'

/** Repeatable numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const AGES = ['18_34', '35_59', '60_PLUS'] as const
const CARE = ['FAMILY', 'NEIGHBOURS', 'CENTRE', 'NOBODY', '-98'] as const
const BARRIERS = ['FAR', 'COST', 'INFO', 'SHAME'] as const

function chosen(codes: readonly string[], weights: readonly number[], at: number): string {
  let rest = at * weights.reduce((sum, weight) => sum + weight, 0)
  return codes.find((_, place) => (rest -= weights[place]!) < 0) ?? codes[0]!
}

/** People whose answers depend on age as strongly as `effect` says; 0: not at all. */
function people(count: number, seed: number, effect: number): Answers[] {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, () => {
    const age = Math.floor(random() * 3)
    const shift = effect * (age - 1)
    return {
      dem_sex: random() < 0.5 ? 'WOMAN' : 'MAN',
      dem_age: AGES[age]!,
      care: chosen(CARE, [4 - 3 * shift, 2, 2 + 2 * shift, 1, 0.5], random()),
      barrier: BARRIERS.filter(
        (_, place) => random() < 0.2 + 0.15 * place + (place === 0 ? 0.15 * shift : 0),
      ),
      rate: chosen(['1', '2', '3', '4', '5', '-98'], [1 + shift, 1, 2, 3, 2 - shift, 0.3], random()),
      likely: String(Math.floor(random() * 11)),
      distance: Math.floor(random() * (20 + 10 * shift)),
      need: { MEALS: random() < 0.4 ? '1' : '2' },
    }
  })
}

const ROWS = ['dem_sex', 'care', 'barrier', 'rate', 'likely', 'distance', 'need/MEALS'] as const
const ACROSS = [null, 'dem_age', 'dem_sex', 'barrier', 'distance', 'rate'] as const
const SAMPLES = ['RANDOM', 'QUOTA', 'OPEN_LINK'] as const

/** Words that compare, once labels and „mniej więcej” are taken out. */
const COMPARING =
  /(częściej|rzadziej|wyżej|niżej|więcej|mniej|większ|mniejsz|lepiej|gorzej|najwięcej|najmniej)/i
const plain = (sentence: string) => sentence.replace(/„[^„”]*”/g, '„”').replaceAll('mniej więcej', '')

const isTested = ({ test, meanTest }: AnalysisTable) =>
  test?.isSignificant === true || meanTest?.isSignificant === true

/** Whether the table's tests carry a sentence that compares. */
function isCarried(table: AnalysisTable, sentence: string): boolean {
  const words = plain(sentence)
  if (/najczęściej wskazywano/i.test(words)) return table.leaders?.length === 1
  if (!isTested(table)) return false
  const inGroup = (label: string) => sentence.startsWith(`W grupie „${label}” `)
  const group = table.columns.findIndex(({ label }) => inGroup(label))
  if (/(częściej|rzadziej) niż wśród/.test(words)) {
    const mark = words.includes('częściej') ? 'ABOVE' : 'BELOW'
    return table.rows.some(
      ({ label }, row) =>
        sentence.includes(`odpowiedź „${label}”`) && table.cells[row]![group]?.mark === mark,
    )
  }
  const higher = table.columns.findIndex(({ label }) => sentence.endsWith(`– w grupie „${label}” częściej.`))
  if (higher > 0)
    return table.rows.some(
      ({ label }, row) =>
        sentence.startsWith(`Odpowiedź „${label}”:`) &&
        (table.cells[row]![higher]!.mark === 'ABOVE' || table.cells[row]![3 - higher]!.mark === 'BELOW'),
    )
  const above = table.columns.findIndex(({ label }) => sentence.endsWith(`– w grupie „${label}” wyżej.`))
  if (above > 0) return table.means?.[above]?.mark === 'ABOVE' || table.means?.[3 - above]?.mark === 'BELOW'
  if (/(wyżej|niżej) niż wśród/.test(words))
    return table.means?.[group]?.mark === (words.includes('wyżej') ? 'ABOVE' : 'BELOW')
  return /większe, niż tłumaczyłby przypadek/.test(words)
}

describe('sentences of a table', () => {
  it('compare only where an adjusted test has found a difference', () => {
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 0, max: 400 }),
          seed: fc.integer(),
          effect: fc.constantFrom(0, 0.3, 0.9),
          row: fc.constantFrom(...ROWS),
          column: fc.constantFrom(...ACROSS),
          sampleType: fc.constantFrom(...SAMPLES),
        }),
        ({ count, seed, effect, row, column, sampleType }) => {
          const table = aTable(tableColumns(people(count, seed, effect)), row, {
            columnKey: column,
            survey: { sampleType },
          })

          for (const sentence of table.sentences)
            if (COMPARING.test(plain(sentence))) expect(isCarried(table, sentence), sentence).toBe(true)
          expect(table.sentences.join(' ')).not.toMatch(/NaN|undefined|null|Infinity|błąd maksymalny/)
          expect(table.sentences.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('claim a difference of groups that are alike in about one table of twenty, not more', () => {
    const claims = Array.from({ length: 60 }, (_, seed) => {
      const columns = tableColumns(people(200, seed, 0))
      return ROWS.slice(1, 6).filter((row) =>
        aTable(columns, row, { columnKey: 'dem_age' }).sentences.some((sentence) =>
          / niż wśród /.test(sentence),
        ),
      ).length
    })

    expect(claims.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(24)
  })

  it('find a strong difference', () => {
    const table = aTable(tableColumns(people(600, 3, 0.9)), 'care', { columnKey: 'dem_age' })

    expect(table.sentences.join(' ')).toMatch(/częściej niż wśród pozostałych osób/)
  })
})
