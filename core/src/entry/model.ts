import type { AnswerPath, CompiledQuestionnaire, Form, Option, Question } from '../questionnaire/index.ts'

/** What a sheet is entered into. */
export interface EntrySetting {
  readonly compiled: CompiledQuestionnaire
  /** Localities that are offered. */
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** The day of entering, `2026-11-22`. */
  readonly today: string
}

/**
 * How a place takes keys: one answer by its number, several, several in order, a tick, typed values, the end of a
 * roster („dodaj następną”), and the end of the sheet.
 */
export type PlaceKind =
  'choice' | 'choices' | 'rank' | 'consent' | 'number' | 'text' | 'locality' | 'more' | 'end'

/** Where the clerk can stand: a question, a row of a matrix, the text of „inne, jakie?”, the end of a roster. */
export interface Place {
  readonly id: string
  readonly kind: PlaceKind
  /** The question's; empty at the end of the sheet. */
  readonly path: AnswerPath
  /** Where what is entered here stands among the answers. */
  readonly answerPath: AnswerPath
  readonly question: Question | undefined
  readonly rowKey?: string
  /** Every option of the question: their numbers never move. */
  readonly allOptions: readonly Option[]
  /** Those that can be chosen now. */
  readonly options: readonly Option[]
}

/** What has to be said at the place where the clerk stands. */
export type EntryNote =
  | { readonly kind: 'unknownNumber'; readonly typed: string }
  | { readonly kind: 'itemRemoved'; readonly number: number }
  | { readonly kind: 'rankFull'; readonly top: number }
  | {
      readonly kind:
        'needsAnswer' | 'faulty' | 'notANumber' | 'unknownLocality' | 'itemsFull' | 'unseen' | 'unknownKey'
    }

/** A sheet being entered; never changed, each key gives the next one. */
export interface Entry {
  readonly setting: EntrySetting
  readonly form: Form
  /** In the order of the sheet; only what is asked. */
  readonly places: readonly Place[]
  /** Id of the place where the clerk stands. */
  readonly at: string
  /** What is being typed there; `null`: nothing yet. */
  readonly typed: string | null
  /** Which of the localities found is taken by Enter. */
  readonly highlighted: number
  /** Ids of places left without an answer on purpose. */
  readonly blanks: ReadonlySet<string>
  /** Answers on the paper to questions skipped just before a place, by its id: noted, not entered. */
  readonly strays: Readonly<Record<string, number>>
  readonly note: EntryNote | null
  /** Looked through and ready to be sent. */
  readonly isFinished: boolean
}
