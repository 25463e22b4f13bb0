import type { Answers } from '../questionnaire/index.ts'

/** A file of existing answers, read into plain texts: one header row and the rows below it, all equally wide. */
export interface AnswerTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * What one column of the file means.
 * - `question`: the cell holds the answer to a question (for a matrix: to its row `rowKey`); several choices
 *   stand in one cell, split by `separator`
 * - `option`: the column belongs to one option of a multi-choice and is marked when chosen
 * - `place`: the cell holds the option put on place `place` (from 1) of a ranking
 * - `otherText`: the text of „inne, jakie?” of a question
 * `values` says what a cell's text (with a `separator`: one choice of it) means where it is not the option's label or
 * code; `null` leaves it out.
 */
export type ColumnTarget =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'sheetNumber' }
  | {
      readonly kind: 'question'
      readonly questionKey: string
      readonly rowKey?: string
      readonly separator?: string
      readonly values?: Readonly<Record<string, string | null>>
    }
  | { readonly kind: 'option'; readonly questionKey: string; readonly code: string }
  | {
      readonly kind: 'place'
      readonly questionKey: string
      readonly place: number
      readonly values?: Readonly<Record<string, string | null>>
    }
  | { readonly kind: 'otherText'; readonly questionKey: string }

/** One target per column of the file, in the file's order. */
export type ColumnMapping = readonly ColumnTarget[]

/** A meaning found for a cell: `exact` (code or label) or `approximate` (after forgiving case, accents, order …). */
export interface CellMeaning {
  readonly code: string
  readonly quality: 'exact' | 'approximate'
}

/** Equal cells of one column that were treated alike. `rows` are numbers of the file's lines, the header being 1. */
export interface CellGroup {
  readonly cell: string
  readonly count: number
  /** The first lines where it stands, at most 20. */
  readonly rows: readonly number[]
  /** A Polish sentence: what it was taken for, or why it was left out. */
  readonly message: string
  /** The text that `values` of the column's target may give a meaning to; absent when that would not help. */
  readonly undecided?: string
}

export interface ColumnReport {
  readonly column: number
  readonly header: string
  readonly understoodCount: number
  readonly emptyCount: number
  readonly approximated: readonly CellGroup[]
  readonly refused: readonly CellGroup[]
}

/** A row that will not be stored, and why. */
export interface RefusedRow {
  readonly row: number
  readonly message: string
}

/** A row that will be stored as one response. */
export interface ImportedRow {
  readonly row: number
  readonly sheetNumber?: string
  readonly answers: Answers
}

/** What an import would do; nothing is stored by it. */
export interface ImportPlan {
  readonly rowCount: number
  readonly columns: readonly ColumnReport[]
  readonly refusedRows: readonly RefusedRow[]
  readonly importedRows: readonly ImportedRow[]
}
