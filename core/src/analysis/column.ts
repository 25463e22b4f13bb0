import type { MatrixQuestion, Option, Question } from '../questionnaire/index.ts'
import type { NumberCells, WordCells } from './narrow-cells.ts'

/**
 * What a cell of a column can say before it names an option. In columns of codes the option `i` is stored as
 * `VALID + i`; in all others `VALID` stands for any answer. Larger means more was said.
 */
export const NOT_SHOWN = 0
export const UNANSWERED = 1
export const IS_NOT_APPLICABLE = 2
export const IS_REFUSED = 3
export const VALID = 4

/** The options that count as answers (without −97 and −99), and their places. Localities may join later. */
export interface Dictionary {
  readonly options: Option[]
  readonly indexOf: Map<string, number>
}

interface ColumnBase {
  readonly question: Question
  /** One cell per response: see the states above. */
  cells: Uint8Array | Uint16Array
}

/** One option per response: SINGLE, scales, LOCALITY, CONSENT, a row of MATRIX_SINGLE. */
export interface CodeColumn extends ColumnBase {
  readonly kind: 'code'
  readonly dictionary: Dictionary
}

/**
 * Any options per response, as bits of `wordCount` words of 32 (of fewer where one word is enough): MULTI, a row of
 * MATRIX_MULTI.
 */
export interface SetColumn extends ColumnBase {
  readonly kind: 'set'
  readonly dictionary: Dictionary
  readonly wordCount: number
  words: WordCells
}

/** Options by place: `top` entries per response, 0 for an empty place, else 1 + the option's index. */
export interface RankColumn extends ColumnBase {
  readonly kind: 'rank'
  readonly dictionary: Dictionary
  readonly top: number
  places: Uint16Array
}

/** NUMBER and DATE_YEAR; the value counts only where the cell is valid. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number'
  values: NumberCells
}

/** Answered or not: texts are read elsewhere. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text'
}

export interface MatrixColumnRow {
  readonly key: string
  readonly label: string
  readonly column: CodeColumn | SetColumn
}

/** A column per row; `cells` of the matrix hold the most that was said in any row. */
export interface MatrixColumn extends ColumnBase {
  readonly kind: 'matrix'
  readonly question: MatrixQuestion
  readonly rows: readonly MatrixColumnRow[]
}

export type QuestionColumn = CodeColumn | SetColumn | RankColumn | NumberColumn | TextColumn | MatrixColumn

/** A column whose answers are options. */
export type OptionColumn = CodeColumn | SetColumn
