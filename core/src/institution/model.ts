import type { Answers } from '../questionnaire/index.ts'

/**
 * The life of one institution's form: INVITED until the first answer, FILLING, SUBMITTED to the organiser, RETURNED
 * with remarks, ACCEPTED and from then on counted.
 */
export const FORM_STATUSES = ['INVITED', 'FILLING', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const
export type FormStatus = (typeof FORM_STATUSES)[number]

/** What is to be mended, of one question or of the whole form. */
export interface Remark {
  /** `null`: of the whole form. */
  readonly questionKey: string | null
  readonly text: string
}

/** A form as it stands; `revision` grows with each change. */
export interface FormState {
  readonly status: FormStatus
  readonly revision: number
  readonly answers: Answers
  readonly remarks: readonly Remark[]
}

/** What the page of a form gets beside its survey. */
export interface PublicForm extends FormState {
  readonly institutionName: string
  /** Local days. */
  readonly referenceOn: string
  readonly dueOn: string
  /** The reference day of the form that this one was filled in from; `null`: it began empty. */
  readonly prefilledFrom: string | null
}

/** An institution as it is typed. */
export interface InstitutionFacts {
  readonly name: string
  /** Of an office, never of a person; empty: none. */
  readonly email: string
  readonly phone: string
}
