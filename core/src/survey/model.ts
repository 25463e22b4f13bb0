import type { Questionnaire } from '../questionnaire/index.ts'

/** How respondents were chosen; it decides what may be said of the results. */
export const SAMPLE_TYPES = ['RANDOM', 'QUOTA', 'OPEN_LINK'] as const
export type SampleType = (typeof SAMPLE_TYPES)[number]

export type SurveyStatus = 'SCHEDULED' | 'OPEN' | 'ENDED' | 'CLOSED'

/** What decides whether a survey takes answers. Dates are local days (`2026-11-22`), both inclusive, Europe/Warsaw. */
export interface SurveyPeriod {
  readonly opensOn: string
  readonly closesOn: string
  /** Set when the organiser closed it by hand. */
  readonly closedAt: Date | null
}

/** What decides whether a response that was begun earlier still comes in. */
export interface CollectionPeriod extends SurveyPeriod {
  /** Whole days after the end, by the dates or by hand, in which what was begun before is accepted. */
  readonly graceDays: number
}

/** What the answering page of a survey gets, as one JSON document inside the page: nothing secret in it. */
export interface PublicSurvey {
  readonly code: string
  readonly title: string
  readonly status: SurveyStatus
  /** The survey is over, and what was begun before is still accepted; absent when not. */
  readonly takesBegun?: true
  readonly opensOn: string
  readonly closesOn: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
  readonly informationClause: string
  readonly questionnaireVersionId: string
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly isDemo: boolean
  /** Only where answering on the web takes a one-time code: the modulus of the key that signs tickets, base64url. */
  readonly ticketKey?: string
}
