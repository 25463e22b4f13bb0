import type { Questionnaire } from '@rozeznanie/core/questionnaire'

/** What everything that invites to a survey says of it. */
export interface InvitationFacts {
  readonly surveyTitle: string
  readonly organisationName: string
  /** In the nominative. */
  readonly municipalityName: string
  readonly contactPhone: string
  /** The whole public address. */
  readonly answerUrl: string
  readonly closesOn: string
  /** Why it matters, in the organiser's words or in those of the house. */
  readonly why: string
}

export interface BookletFacts {
  readonly surveyCode: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
  readonly closesOn: string
  readonly informationClause: string
  /** Where filled sheets are brought; empty: the sentence of the house. */
  readonly sheetReturn: string
  /** Where one may answer on the web instead; `null`: not on the web. */
  readonly onlineAddress: string | null
}

export interface BookletTask {
  readonly kind: 'booklet'
  readonly questionnaire: Questionnaire
  readonly language: string
  readonly isLarge: boolean
  readonly facts: BookletFacts
  /** Numbers of the copies, from the first on; `null`: one copy to look at, without a number. */
  readonly sheets: { readonly from: number; readonly copies: number } | null
}

export interface NoticeTask {
  readonly kind: 'leaflet' | 'poster'
  readonly size: 'a3' | 'a4' | 'a5'
  readonly facts: InvitationFacts & {
    readonly minutes: number
    /** Languages in which one may answer. */
    readonly languages: readonly string[]
  }
}

export interface LettersFacts extends InvitationFacts {
  /** Codes with their numbers in the batch. */
  readonly codes: readonly { readonly serial: number; readonly code: string }[]
  readonly isReminder: boolean
}

export interface LettersTask {
  readonly kind: 'letters' | 'labels'
  readonly facts: LettersFacts
}

/** What the printing thread is told. */
export type PrintTask = BookletTask | NoticeTask | LettersTask
