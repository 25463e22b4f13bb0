import type { AnswerPath, Answers } from '../questionnaire/index.ts'

/** How a response was collected (handbook §6.1). */
export const COLLECTION_MODES = ['CAWI', 'KIOSK', 'CAPI', 'PAPI', 'CATI', 'INSTITUTION', 'IMPORT'] as const
export type CollectionMode = (typeof COLLECTION_MODES)[number]

/** Who gave the answers: the respondent, the respondent with somebody's help, or somebody in their place. */
export const ANSWERED_BY = ['SELF', 'ASSISTED', 'PROXY'] as const
export type AnsweredBy = (typeof ANSWERED_BY)[number]

/** What a respondent's device sends. `id` is a UUID made by the device when the form is opened. */
export interface Submission {
  readonly id: string
  readonly questionnaireVersionId: string
  readonly mode: CollectionMode
  readonly answers: Answers
  /** Number of the paper sheet, or of the row of an imported file. */
  readonly sheetNumber?: string
  /** Absent where nobody was asked. */
  readonly answeredBy?: AnsweredBy
}

/**
 * A response as stored and analysed: nothing that identifies a person, the time rounded to the day.
 * `sequence` grows with the order of storing and is only used to follow what is new.
 */
export interface Response {
  readonly id: string
  readonly questionnaireVersionId: string
  readonly mode: CollectionMode
  readonly localityId: string | null
  readonly submittedOn: string
  readonly answers: Answers
}

/** One wrong answer, as plain data: shown beside the question and in the error summary. */
export interface Violation {
  readonly questionKey: string
  /** Row of a matrix, where the fault is in one row. */
  readonly rowKey?: string
  /** Where the question stands in a roster: `['household', 0, 'age']`; absent for all other questions. */
  readonly path?: AnswerPath
  readonly code:
    | 'REQUIRED'
    | 'UNKNOWN_QUESTION'
    | 'WRONG_SHAPE'
    | 'UNKNOWN_OPTION'
    | 'UNKNOWN_ROW'
    | 'TOO_FEW_CHOICES'
    | 'TOO_MANY_CHOICES'
    | 'DUPLICATE_CHOICE'
    | 'EXCLUSIVE_CHOICE'
    | 'OUT_OF_RANGE'
    | 'TOO_MANY_DECIMALS'
    | 'TOO_LONG'
    | 'UNSTORABLE_TEXT'
    | 'UNKNOWN_LOCALITY'
    | 'TOO_FEW_ITEMS'
    | 'TOO_MANY_ITEMS'
    | 'CONSTRAINT'
  /** A Polish sentence for the respondent. */
  readonly message: string
}
