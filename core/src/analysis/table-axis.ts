import { isSpecialCode, type Option, type Question, type QuestionType } from '../questionnaire/index.ts'
import { COLLECTION_MODES, MODE_NAMES } from '../response/index.ts'
import { VALID, type OptionColumn, type RankColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { BY_LOCALITY, BY_MODE, BY_VERSION } from './filter.ts'
import type { CodeLabel } from './model.ts'
import type { NumberCells, WordCells } from './narrow-cells.ts'
import { bandsOf } from './table-bands.ts'

/** One answer a response: the option `i` is stored as `origin + i`, what is below is no valid answer. */
export interface CodeSource {
  readonly kind: 'code'
  readonly cells: Uint8Array | Uint16Array
  readonly origin: number
  readonly largestCell: number
}

/** Several answers a response as bits; `cells` of at least `VALID` are answers. */
export interface SetSource {
  readonly kind: 'set'
  readonly cells: Uint8Array | Uint16Array
  readonly largestCell: number
  readonly words: WordCells
  readonly wordCount: number
}

/** The numbers behind the bands of an axis; they count where the cell is an answer. */
export interface NumberSource {
  readonly values: NumberCells
  /** Every number that was given, once, ascending. */
  readonly distinct: Float64Array
  /** „zł”, „lat”; `null` without one. */
  readonly unit: string | null
  readonly decimals: number
}

/** One side of a table. */
export interface Axis {
  readonly key: string
  readonly text: string
  readonly type: QuestionType | null
  readonly options: readonly CodeLabel[]
  readonly source: CodeSource | SetSource
  /** Options are points of a scale or bands of a number. */
  readonly isOrdered: boolean
  /** Meaning of each option on a scale, `null` for „nie wiem”; absent where options have none. */
  readonly scores: readonly (number | null)[] | null
  readonly numbers: NumberSource | null
  /** Options left out where nobody has them: localities that are there no more. */
  readonly retired: ReadonlySet<string>
  /** The question whose versions limit who can stand in the table. */
  readonly questionKey: string | null
}

const NOBODY: ReadonlySet<string> = new Set()

const PLAIN = { isOrdered: false, scores: null, numbers: null, retired: NOBODY } as const

const labelsOf = (options: readonly Option[]): CodeLabel[] =>
  options.map(({ code, label }) => ({ code, label }))

/** Two points at least with different values make a scale. */
function scoresOf(options: readonly Option[]): (number | null)[] | null {
  const scores = options.map(({ code, value }) => (value === undefined || isSpecialCode(code) ? null : value))
  return new Set(scores.filter((score) => score !== null)).size > 1 ? scores : null
}

const coded = (cells: CodeSource['cells'], origin: number, optionCount: number): CodeSource => ({
  kind: 'code',
  cells,
  origin,
  largestCell: origin + optionCount - 1,
})

function optionAxis(key: string, text: string, column: OptionColumn, columns: Columns): Axis {
  const { question, dictionary } = column
  const scores = column.kind === 'code' ? scoresOf(dictionary.options) : null
  return {
    ...PLAIN,
    key,
    text,
    type: question.type,
    options: labelsOf(dictionary.options),
    source:
      column.kind === 'code'
        ? coded(column.cells, VALID, dictionary.options.length)
        : {
            kind: 'set',
            cells: column.cells,
            largestCell: VALID,
            words: column.words,
            wordCount: column.wordCount,
          },
    isOrdered: scores !== null,
    scores,
    retired: question.type === 'LOCALITY' ? columns.retired : NOBODY,
    questionKey: question.key,
  }
}

/** A ranking as the set of options that were named, on whatever place. */
function namedSet(column: RankColumn, responseCount: number): SetSource {
  const { cells, places, top, dictionary } = column
  const wordCount = Math.max(1, Math.ceil(dictionary.options.length / 32))
  const words = new Uint32Array(responseCount * wordCount)
  for (let i = 0; i < responseCount; i++)
    for (let place = 0; place < top; place++) {
      const option = places[i * top + place]! - 1
      if (option >= 0) words[i * wordCount + (option >>> 5)]! |= 1 << (option & 31)
    }
  return { kind: 'set', cells, largestCell: VALID, words, wordCount }
}

const unitOf = (question: Question) => (question.type === 'NUMBER' ? (question.unit ?? null) : null)
const decimalsOf = (question: Question) => (question.type === 'NUMBER' ? (question.decimals ?? 0) : 0)

function questionAxis(columns: Columns, key: string): Axis | null {
  const column = columns.byKey.get(key)
  if (column === undefined || column.kind === 'text' || column.kind === 'matrix') return null
  const { question } = column
  if (column.kind === 'code' || column.kind === 'set') return optionAxis(key, question.text, column, columns)
  const named = { ...PLAIN, key, text: question.text, type: question.type, questionKey: key }
  if (column.kind === 'rank')
    return {
      ...named,
      options: labelsOf(column.dictionary.options),
      source: namedSet(column, columns.responseCount),
    }
  const decimals = decimalsOf(question)
  const { distinct, ...bands } = bandsOf(column, columns, decimals)
  const numbers = { values: column.values, distinct, unit: unitOf(question), decimals }
  return { ...named, ...bands, isOrdered: true, numbers }
}

function rowAxis(columns: Columns, key: string): Axis | null {
  const slash = key.indexOf('/')
  const matrix = slash < 0 ? undefined : columns.byKey.get(key.slice(0, slash))
  if (matrix?.kind !== 'matrix') return null
  const row = matrix.rows.find((candidate) => candidate.key === key.slice(slash + 1))
  return row ? optionAxis(key, `${matrix.question.text} – ${row.label}`, row.column, columns) : null
}

function versionAxis({ readings, versionCells, responseCount }: Columns): Axis {
  const cells = readings.length > 1 ? versionCells : new Uint8Array(responseCount)
  return {
    ...PLAIN,
    key: BY_VERSION,
    text: 'Wersja kwestionariusza',
    type: null,
    options: readings.map(({ versionNumber }) => ({
      code: String(versionNumber),
      label: `wersja ${versionNumber}`,
    })),
    source: coded(cells, 0, readings.length),
    questionKey: null,
  }
}

/**
 * A side of a table by its key: a question with options, a ranking (options named on any place), a number in bands, a
 * row of a matrix, or `@LOCALITY`, `@MODE`, `@VERSION`.
 *
 * @returns `null` for texts, whole matrices and what the survey does not have
 */
export function axisOf(columns: Columns, key: string): Axis | null {
  if (key === BY_VERSION) return versionAxis(columns)
  if (key === BY_MODE)
    return {
      ...PLAIN,
      key,
      text: 'Sposób zebrania odpowiedzi',
      type: null,
      options: COLLECTION_MODES.map((mode) => ({ code: mode, label: MODE_NAMES[mode] })),
      source: coded(columns.modes, 0, COLLECTION_MODES.length),
      retired: new Set(COLLECTION_MODES),
      questionKey: null,
    }
  if (key === BY_LOCALITY)
    return {
      ...PLAIN,
      key,
      text: 'Miejscowość',
      type: null,
      options: labelsOf(columns.localities.options),
      source: coded(columns.localityCells, 1, columns.localities.options.length),
      retired: columns.retired,
      questionKey: null,
    }
  return questionAxis(columns, key) ?? rowAxis(columns, key)
}
