import type { Audience, OptionList, Question } from '../model.ts'

/** The areas of deinstitutionalisation: the five of the national strategy, the common one, and three optional ones. */
export const DI_AREAS = [
  'HORIZONTAL',
  'FAMILY_CHILDREN',
  'DAILY_SUPPORT',
  'DISABILITY',
  'MENTAL_HEALTH',
  'HOMELESSNESS',
  'ADDICTION_VIOLENCE',
  'MIGRANTS',
  'POVERTY',
] as const
export type DiArea = (typeof DI_AREAS)[number]

/** The fourteen domains of social services, in the order of article 2 of the act on social services centres. */
export const SERVICE_DOMAINS = [
  'PRO_FAMILY_POLICY',
  'FAMILY_SUPPORT',
  'FOSTER_CARE',
  'SOCIAL_ASSISTANCE',
  'HEALTH',
  'DISABILITY_SUPPORT',
  'PUBLIC_EDUCATION',
  'UNEMPLOYMENT',
  'CULTURE',
  'SPORT_TOURISM',
  'CIVIC_ACTIVITY',
  'HOUSING',
  'ENVIRONMENT',
  'REINTEGRATION',
] as const
export type ServiceDomain = (typeof SERVICE_DOMAINS)[number]

/** Indicators that are worked out from answers or from the inventory of services. */
export const INDICATORS = [
  'NEED_NOW',
  'UNMET',
  'GAP',
  'FUTURE',
  'USE',
  'AWARE',
  'EST_PERSONS',
  'SAT',
  'BARRIER',
  'PRIORITY',
  'HOME_PREF',
  'INST_PREF',
  'ADL_DEP',
  'HELP_GAP',
  'HOURS_NEED',
  'LONELY',
  'OFFLINE',
  'CARER_RATE',
  'VOL_POT',
  'TRUST',
  'PAY_READY',
  'CUS_AWARE',
  'FOSTER_POT',
  'STAFF_READY',
  'VACANCY',
  'BURN',
  'TRAIN',
  'SUP_RATIO',
  'MATCH',
  'DI_RATIO',
  'COST_PP',
  'FUND_SPLIT',
  'USER_SHARE',
] as const
export type Indicator = (typeof INDICATORS)[number]

/**
 * Who decides about the wording: the regional centre of social policy (the common core), the county
 * (foster care is its task), or the shared library (optional questions).
 */
export const BANK_OWNERS = ['REGION', 'COUNTY', 'LIBRARY'] as const
export type BankOwner = (typeof BANK_OWNERS)[number]

/** A shared question, written once; its LPDI sections, areas, sensitivity and easy wording stand on `question`. */
export interface BankQuestion {
  readonly question: Question
  /** Key of the theme it belongs to (`sen`). */
  readonly theme: string
  readonly owner: BankOwner
  /** Nobody but the owner changes wording, options or order: the same as `question.core`. */
  readonly isLocked: boolean
  /** Whom it may be asked. */
  readonly audiences: readonly Audience[]
  readonly serviceDomains: readonly ServiceDomain[]
  readonly indicators: readonly Indicator[]
}

export interface BankTheme {
  readonly theme: string
  readonly title: string
}

/** All shared questions in the order of their themes, and the shared lists they use. */
export interface QuestionBank {
  readonly themes: readonly BankTheme[]
  readonly questions: readonly BankQuestion[]
  readonly lists: Readonly<Record<string, OptionList>>
}
