import type { Answers } from '../questionnaire/index.ts'
import type { AnsweredBy, CollectionMode } from '../response/index.ts'

/** A value that a variable can have, in every way it is written. */
export interface VariableValue {
  /** As number variables hold it, and SPSS files. */
  readonly number: number
  /** As it is stored, and as CSV and Excel files of codes hold it. */
  readonly code: string
  readonly label: string
  /** „nie dotyczy”, „odmowa” and their like: left out of percentages. */
  readonly isMissing: boolean
}

export type Measure = 'NOMINAL' | 'ORDINAL' | 'SCALE'

/** One column of a data file. An absent value means that the person was not asked. */
export interface Variable {
  /** Legal in SPSS: a Latin letter, then letters, digits and `_`, at most 64 bytes, unique whatever the case. */
  readonly name: string
  /** Texts stand apart from numbers in a case. */
  readonly kind: 'number' | 'text'
  /** The question, whole. */
  readonly text: string
  /** The row, the option, the place or the item that the variable is about; empty where it is the question itself. */
  readonly part: string
  /** Codes with their labels; of plain numbers only the special ones. */
  readonly values: readonly VariableValue[]
  readonly measure: Measure
  /** Decimal places. */
  readonly decimals: number
  /** Longest text in bytes of UTF-8; 0 for numbers. */
  readonly widthBytes: number
  /** Key of the question; empty for what is no question. */
  readonly questionKey: string
  /** Polish: who was asked. */
  readonly asked: string
  /** Numbers of the versions of the questionnaire that have the question, ascending. */
  readonly versions: readonly number[]
  /** Set for weights: the number of the weight version. */
  readonly weightNumber: number | null
}

/** Variables that together hold the several answers to one question. */
export interface ResponseSet {
  /** Begins with `$`. */
  readonly name: string
  readonly label: string
  /** `flags`: one variable of 0 and 1 for each option; `categories`: variables with the same codes. */
  readonly kind: 'flags' | 'categories'
  /** Places of the variables in the dictionary. */
  readonly places: readonly number[]
}

/** What the columns of a data file are. */
export interface Dictionary {
  readonly variables: readonly Variable[]
  readonly sets: readonly ResponseSet[]
  /** Place of the weight that counts when nobody says otherwise; `null`: the file has none. */
  readonly weightPlace: number | null
}

/** A weight version that a file carries. */
export interface FileWeight {
  readonly number: number
  readonly name: string
  /** The one that results use when nobody says otherwise. */
  readonly isUsual: boolean
}

/** What is written into a file of a stored response: neither its id nor its day nor its place among others. */
export interface RawCase {
  readonly versionId: string
  readonly mode: CollectionMode
  readonly localityId: string | null
  readonly answeredBy: AnsweredBy | null
  readonly answers: Answers
  /** One for each of the file's weights, in their order. */
  readonly weights: readonly number[]
}

/** Some cases, row by row. `NaN` is the absent number, an empty text the absent text. */
export interface CaseBatch {
  readonly count: number
  /** `count` × number of variables; at places of texts nothing is said. */
  readonly numbers: Float64Array
  /** `count` × number of texts. */
  readonly texts: readonly string[]
}
