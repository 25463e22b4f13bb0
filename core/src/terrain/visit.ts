/** How a visit of an interviewer ended. Nothing links it to a response, and no address is kept. */
export const VISIT_OUTCOMES = [
  'INTERVIEWED',
  'INTERRUPTED',
  'REFUSED',
  'ABSENT',
  'COME_BACK',
  'NOT_ELIGIBLE',
] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** A visit as the device notes and sends it (`POST /teren/visits`, at most a hundred at once). */
export interface Visit {
  /** A UUID made by the device: the same visit sent twice counts once. */
  readonly id: string
  readonly surveyId: string
  /** Local day, `2026-11-22`. */
  readonly day: string
  readonly outcome: VisitOutcome
  readonly localityId?: string
  /** Only with `COME_BACK` and `INTERRUPTED`. */
  readonly comeBackOn?: string
}

export const MOST_VISITS_AT_ONCE = 100
