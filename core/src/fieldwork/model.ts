/** How somebody was contacted: a visit with a tablet, or a call. */
export const CONTACT_CHANNELS = ['CAPI', 'CATI'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** What came of a contact. The last three come of calls only, `ABSENT` of visits only. */
export const CONTACT_OUTCOMES = [
  'INTERVIEWED',
  'INTERRUPTED',
  'REFUSED',
  'ABSENT',
  'COME_BACK',
  'NOT_ELIGIBLE',
  'NO_ANSWER',
  'BUSY',
  'WRONG_NUMBER',
] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

export const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** One visit or call, as its device made it. Nothing in it tells where somebody lives or which response came of it. */
export interface Contact {
  /** Random UUID of the device. */
  readonly id: string
  readonly surveyId: string
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  /** Local day by the device's clock. */
  readonly day: string
  readonly localityId: string | null
  /** Local day on which to try again; only where the matter is not ended. */
  readonly comeBackOn: string | null
  readonly comeBackPart: DayPart | null
  /** On a list that the centre keeps outside this program; only together with `comeBackOn`. */
  readonly listPosition: number | null
  /** An earlier contact that this one takes up: it waits no longer. */
  readonly settles: string | null
}

/** What became of one contact that a device sent: `known` had come before. */
export interface ContactReceipt {
  readonly id: string
  readonly status: 'stored' | 'known' | 'refused'
  /** Of a refusal: a Polish sentence. */
  readonly message?: string
}
