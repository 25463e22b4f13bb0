import type { Answers } from '../questionnaire/index.ts'

/**
 * What a person can decide about a stored response: change or blank one answer, leave the response out of results or
 * take it back in, or state that it was looked at and stays. UNDO takes one of these back.
 */
export const CORRECTION_KINDS = ['CHANGE', 'BLANK', 'EXCLUDE', 'INCLUDE', 'KEEP', 'UNDO'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** What made somebody look: cleaning of the data, a sheet entered twice, or two contents under one id. */
export const CORRECTION_SOURCES = ['CLEANING', 'DOUBLE_ENTRY', 'CONFLICT'] as const
export type CorrectionSource = (typeof CORRECTION_SOURCES)[number]

/**
 * Where a single answer stands: question (or its `<key>.inne`); row of a matrix after it; in a roster the number of
 * the item from 0 and the question. Empty: the response as a whole.
 */
export type FieldPath = readonly string[]

/** What is decided about a response, before it has a number, a person and a time. */
export interface Correction {
  readonly kind: CorrectionKind
  readonly source: CorrectionSource
  readonly path: FieldPath
  /** What counted at the path before and counts after; absent: no answer. */
  readonly before?: unknown
  readonly after?: unknown
  /** A code of `CORRECTION_REASONS`. */
  readonly reason: string
  /** In own words. */
  readonly remark: string
  /** Of KEEP: the kinds of flags that were looked at. */
  readonly flags: readonly string[]
  /** Of UNDO: the number of the line that is taken back. */
  readonly undoes?: number
}

/** A line of the cleaning log. */
export interface LogLine extends Correction {
  /** Grows with the log of the survey. */
  readonly number: number
}

/** A response as it was sent. */
export interface SentResponse {
  readonly answers: Answers
  /** Local day, for rules that speak of `today()`. */
  readonly submittedOn: string
}

/** What a response comes to after the decisions in force. */
export interface Effect {
  /** `null`: nothing was changed, the answers count as sent. */
  readonly correctedAnswers: Answers | null
  readonly isExcluded: boolean
}
