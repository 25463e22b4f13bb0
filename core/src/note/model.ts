import type { DiArea } from '../questionnaire/library/bank-model.ts'

/** How something was heard or seen: on the way, from one person, from a group, in a workshop, by looking. */
export const NOTE_METHODS = ['FIELD', 'INTERVIEW', 'GROUP', 'WORKSHOP', 'OBSERVATION'] as const
export type NoteMethod = (typeof NOTE_METHODS)[number]

/** Words of a resident as they were noted. */
export interface QuoteDraft {
  /** Names a quote that the note has already; null: a new one. */
  readonly number: number | null
  readonly text: string
  /** Who said it without saying who: „mieszkanka, ok. 70 lat”; may be empty. */
  readonly speaker: string
}

/** A note from the field as somebody writes it. */
export interface NoteDraft {
  readonly municipalityCode: string
  /** Null: not one locality, or none of the list. */
  readonly localityId: string | null
  /** Where it was, in words: „świetlica”; may be empty. */
  readonly place: string
  readonly method: NoteMethod
  /** Local day. */
  readonly notedOn: string
  readonly title: string
  readonly text: string
  readonly diAreas: readonly DiArea[]
  /** Null: not told. */
  readonly participantCount: number | null
  readonly quotes: readonly QuoteDraft[]
}

/** What of a quote stands in the report. */
export interface QuoteRelease {
  /** Masked and perhaps shortened. */
  readonly text: string
  /** In whose section of the report it stands. */
  readonly area: DiArea
}

/** A quote as it is kept. */
export interface NoteQuote {
  readonly number: number
  readonly text: string
  readonly speaker: string
  /** Null: it stands in no report. */
  readonly release: QuoteRelease | null
}
