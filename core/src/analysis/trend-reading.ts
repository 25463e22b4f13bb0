import { VALID, type NumberColumn, type QuestionColumn, type RankColumn } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { codingOfAny, codingOfPlace } from './indicators-coding.ts'
import { countPeople, type Coding, type People } from './indicators-count.ts'
import { estimateShareOf, type LinearEstimate } from './indicators-figure.ts'
import { estimateNumbers } from './indicators-number.ts'
import type { IndicatorUnit } from './indicators-rules.ts'
import { pointsOf } from './scales.ts'

/** What is followed through the waves: an option, or the mean. */
export interface TrendItem {
  /** The code of the option; `@MEAN` for the mean. */
  readonly key: string
  readonly label: string
  readonly unit: IndicatorUnit
}

/** A figure of one wave, in the unit of its item. */
export interface TrendFigure {
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  readonly effective: number
  /** As it was estimated; shares 0 to 1. */
  readonly raw: LinearEstimate
}

/** Where a wave has the question, and what its codes are called now; `null` where they are the same. */
export interface AnswersOfWave {
  readonly key: string
  readonly codes: Readonly<Record<string, string>> | null
}

/** How one question is read in every wave. */
export interface TrendReading {
  readonly text: string
  readonly items: readonly TrendItem[]
  readonly read: (
    people: People,
    where: AnswersOfWave,
  ) => { readonly n: number; readonly figures: readonly (TrendFigure | null)[] }
}

export const MEAN_ITEM = '@MEAN'

function figureOf(raw: LinearEstimate | null, scale: number): TrendFigure | null {
  if (raw === null) return null
  const { n, effective, estimate, low, high } = raw
  const scaled = (value: number | null) => (value === null ? null : value * scale)
  return { estimate: estimate * scale, low: scaled(low), high: scaled(high), n, effective, raw }
}

const mostOf = (figures: readonly (TrendFigure | null)[]) =>
  figures.reduce((most, figure) => Math.max(most, figure?.n ?? 0), 0)

/** The codes of a wave that are called so now; none where the wave did not offer it. */
function codesNow(code: string, known: readonly string[], codes: AnswersOfWave['codes']): readonly string[] {
  return known.filter((old) => (codes?.[old] ?? old) === code)
}

function shareIn(coding: Coding, people: People): TrendFigure | null {
  return figureOf(estimateShareOf(countPeople(coding, people), [0, 1]), 100)
}

/** The mean of points, by what the codes are worth now. */
function meanIn(
  people: People,
  { key, codes }: AnswersOfWave,
  worth: ReadonlyMap<string, number>,
): TrendFigure | null {
  const column = optionColumnOf(people.columns, key)
  if (column?.kind !== 'code') return null
  const values = column.dictionary.options.map(({ code }) => worth.get(codes?.[code] ?? code) ?? Number.NaN)
  const numberOf = (at: number) => {
    const cell = column.cells[at]! - VALID
    return cell < 0 ? Number.NaN : values[cell]!
  }
  return figureOf(estimateNumbers(people, numberOf), 1)
}

function textOf(columns: Columns, key: string): string {
  const [topKey = key, rowKey] = key.split('/', 2)
  const column = columns.byKey.get(topKey)
  const text = column?.question.text ?? ''
  const row = column?.kind === 'matrix' ? column.rows.find((one) => one.key === rowKey) : undefined
  return row ? `${text} – ${row.label}` : text
}

function readingOfOptions(columns: Columns, key: string): TrendReading | null {
  const column = optionColumnOf(columns, key)
  if (column === null || column.question.type === 'LOCALITY') return null
  const { options } = column.dictionary
  const points = column.kind === 'code' ? pointsOf(column) : []
  const worth = new Map(
    options.flatMap(({ code }, at) => (points[at] == null ? [] : [[code, points[at]] as const])),
  )
  const shares = options.map(({ code, label }): TrendItem => ({ key: code, label, unit: 'PERCENT' }))
  const mean: TrendItem = { key: MEAN_ITEM, label: 'Średnia', unit: 'POINTS' }
  const hasMean = worth.size >= 2
  return {
    text: textOf(columns, key),
    items: hasMean ? [mean, ...shares] : shares,
    read: (people, where) => {
      const own = optionColumnOf(people.columns, where.key)
      if (own === null) return { n: 0, figures: shares.map(() => null) }
      const known = own.dictionary.options.map(({ code }) => code)
      const figures = options.map(({ code }) => {
        const wanted = codesNow(code, known, where.codes)
        return wanted.length === 0 ? null : shareIn(codingOfAny(own, wanted), people)
      })
      const all = hasMean ? [meanIn(people, where, worth), ...figures] : figures
      return { n: mostOf(all), figures: all }
    },
  }
}

function readingOfNumber({ question }: NumberColumn): TrendReading {
  return {
    text: question.text,
    items: [{ key: MEAN_ITEM, label: 'Średnia', unit: 'POINTS' }],
    read: (people, { key }) => {
      const column = people.columns.byKey.get(key)
      if (column?.kind !== 'number') return { n: 0, figures: [null] }
      const numberOf = (at: number) => (column.cells[at] === VALID ? column.values[at]! : Number.NaN)
      const figures = [figureOf(estimateNumbers(people, numberOf), 1)]
      return { n: mostOf(figures), figures }
    },
  }
}

function readingOfRank({ question, dictionary }: RankColumn): TrendReading {
  const { options } = dictionary
  return {
    text: question.text,
    items: options.map(({ code, label }) => ({ key: code, label, unit: 'PERCENT' })),
    read: (people, { key, codes }) => {
      const column = people.columns.byKey.get(key)
      if (column?.kind !== 'rank') return { n: 0, figures: options.map(() => null) }
      const known = column.dictionary.options.map(({ code }) => code)
      const figures = options.map(({ code }) => {
        const wanted = codesNow(code, known, codes)
        if (wanted.length === 0) return null
        const places = wanted.map((old) => codingOfPlace(column, known.indexOf(old)))
        const wasNamed: Coding = {
          cellCount: 2,
          cellOf: (at) => {
            if (column.cells[at]! < VALID) return -1
            return places.some(({ cellOf }) => cellOf(at) > 0) ? 1 : 0
          },
        }
        return shareIn(wasNamed, people)
      })
      return { n: mostOf(figures), figures }
    },
  }
}

/** How a question is followed through waves; `null` for texts, localities, whole matrices and unknown keys. */
export function readingOf(columns: Columns, key: string): TrendReading | null {
  const column: QuestionColumn | undefined = columns.byKey.get(key)
  if (column?.kind === 'number') return readingOfNumber(column)
  if (column?.kind === 'rank') return readingOfRank(column)
  return readingOfOptions(columns, key)
}
