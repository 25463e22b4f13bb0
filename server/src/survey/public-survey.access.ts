import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { CollectionPeriod } from '@rozeznanie/core/survey'

/** A survey as anybody may know it who has its code: what the answering page shows and a response is checked against. */
export interface AnswerableSurvey extends CollectionPeriod {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly organisationId: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
  readonly informationClause: string
  /** The version that is shown now. */
  readonly questionnaireVersionId: string
  /** Every version the survey has had, by its id, oldest first: somebody may have opened it before a move. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>
  /** Localities that are offered, in Polish alphabetical order. */
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** Also the retired ones: a form opened before may still name them. */
  readonly localityIds: readonly string[]
  /** Websites that may show the page inside theirs. */
  readonly embedHosts: readonly string[]
  readonly isDemo: boolean
  /** Set where only invited institutions answer: the day that their answers are about. */
  readonly referenceOn: string | null
  /** Answering on the web takes a one-time code. */
  readonly takesCodes: boolean
  /** What devices need of the key that signs tickets, base64url; `null` where no codes are taken. */
  readonly ticketKey: string | null
  /** Of the pass of its shared tablets; `null` where no codes are taken. */
  readonly kioskPassHash: Uint8Array | null
}
