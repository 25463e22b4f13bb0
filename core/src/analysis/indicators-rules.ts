import { DONT_KNOW } from '../questionnaire/index.ts'

/** Every indicator of the handbook that is computed from answers to a survey. */
export const INDICATOR_KEYS = [
  'HOME_PREF',
  'INST_PREF',
  'NETANY',
  'NEED_NOW',
  'UNMET',
  'GAP',
  'FUTURE',
  'USE',
  'AWARE',
  'EST_PERSONS',
  'PRIORITY',
  'PRIORITY_NAMED',
  'BARRIER',
  'SAT',
  'TOP2',
  'NET',
  'ADL_DEP',
  'IADL_DEP',
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
] as const
export type IndicatorKey = (typeof INDICATOR_KEYS)[number]

/**
 * What a number of an indicator is: `PERCENT` 0 to 100; `POINTS` of the question's own scale; `INDEX` 0 to 100; `NET`
 * −100 to 100 percentage points; `HOURS` a week for one person; `PEOPLE` of the population.
 */
export type IndicatorUnit = 'PERCENT' | 'POINTS' | 'INDEX' | 'NET' | 'HOURS' | 'PEOPLE'

/** Who is counted among whom. The base are valid answers, „nie wiem” included unless it is left out. */
export interface ShareRule {
  readonly key: IndicatorKey
  readonly name: string
  readonly question: string
  /** People with at least one of these codes are counted… */
  readonly codes?: readonly string[]
  /** …or people with at least one code that is not among these. */
  readonly otherThan?: readonly string[]
  /** Codes whose people are not in the base. */
  readonly leaveOut?: readonly string[]
  readonly isHeadline?: boolean
}

/** Shares of people, one for each row where the question is a matrix: the formulas of the handbook, §11.2. */
export const SHARE_RULES: readonly ShareRule[] = [
  {
    key: 'HOME_PREF',
    name: 'Chce pomocy w domu lub u rodziny',
    question: 'serv_future_place',
    codes: ['HOME_FAMILY', 'HOME_SERVICES', 'WITH_FAMILY'],
    leaveOut: [DONT_KNOW],
    isHeadline: true,
  },
  {
    key: 'INST_PREF',
    name: 'Chce pomocy w domu pomocy społecznej',
    question: 'serv_future_place',
    codes: ['DPS'],
    leaveOut: [DONT_KNOW],
    isHeadline: true,
  },
  { key: 'NEED_NOW', name: 'Potrzebuje usługi', question: 'serv_need', codes: ['3', '4', '5'] },
  { key: 'UNMET', name: 'Niezaspokojona potrzeba', question: 'serv_need', codes: ['3', '5'] },
  {
    key: 'GAP',
    name: 'Luka usługowa wśród potrzebujących',
    question: 'serv_need',
    codes: ['3', '5'],
    leaveOut: ['1', '2', DONT_KNOW],
  },
  { key: 'FUTURE', name: 'Będzie potrzebować w ciągu 5 lat', question: 'serv_need', codes: ['2'] },
  { key: 'USE', name: 'Korzysta z usługi', question: 'serv_need', codes: ['4', '5'] },
  { key: 'AWARE', name: 'Wie o usłudze', question: 'serv_aware', codes: ['1'] },
  {
    key: 'LONELY',
    name: 'Często czuje się samotnie',
    question: 'sen_lonely',
    codes: ['4', '5'],
    isHeadline: true,
  },
  {
    key: 'OFFLINE',
    name: 'Nie korzysta samodzielnie z internetu',
    question: 'digital',
    codes: ['NEVER', 'SOMEONE_ELSE'],
    isHeadline: true,
  },
  {
    key: 'CARER_RATE',
    name: 'Opiekuje się bliską osobą',
    question: 'dem_carer',
    otherThan: ['NO'],
    isHeadline: true,
  },
  {
    key: 'VOL_POT',
    name: 'Może pomóc innym',
    question: 'vol_ready',
    otherThan: ['CANNOT'],
    isHeadline: true,
  },
  {
    key: 'TRUST',
    name: 'Uważa, że większość ludzi sobie pomaga',
    question: 'soc_trust',
    codes: ['MOST_HELP'],
    isHeadline: true,
  },
  {
    key: 'PAY_READY',
    name: 'Jest gotów dopłacać do usługi',
    question: 'serv_pay',
    codes: ['2', '3', '4', '5'],
    isHeadline: true,
  },
  {
    key: 'CUS_AWARE',
    name: 'Wie, że centrum usług społecznych jest dla wszystkich',
    question: 'cus_known',
    codes: ['FOR_EVERYONE'],
    isHeadline: true,
  },
  {
    key: 'FOSTER_POT',
    name: 'Bierze pod uwagę zostanie rodziną zastępczą',
    question: 'foster_ready',
    codes: ['YES', 'MAYBE'],
    isHeadline: true,
  },
  { key: 'STAFF_READY', name: 'Zespół jest przygotowany', question: 'stf_ready', codes: ['3', '4'] },
  {
    key: 'VACANCY',
    name: 'W zespole są wolne stanowiska',
    question: 'stf_vacancy',
    codes: ['1'],
    isHeadline: true,
  },
  {
    key: 'BURN',
    name: 'Często jest bez sił z powodu pracy',
    question: 'stf_burn',
    codes: ['4', '5'],
    isHeadline: true,
  },
]

/** Shares of people who chose an option, for every option of the question. */
export const OPTION_RULES = [
  { key: 'BARRIER', name: 'Bariera w korzystaniu z usług', question: 'serv_barrier' },
  { key: 'TRAIN', name: 'Potrzebne szkolenie', question: 'stf_train' },
] as const

/** „Co najmniej jedna z…”: each person is counted once, which a sum of percentages never does. */
export interface NetRule {
  readonly name: string
  readonly question: string
  readonly codes: readonly string[]
  /** The codes are looked for in every row of a matrix; a person counts who gave one anywhere. */
  readonly inAnyRow?: true
  readonly isHeadline?: boolean
}

export const NET_RULES: readonly NetRule[] = [
  {
    name: 'Potrzebuje co najmniej jednej usługi',
    question: 'serv_need',
    codes: ['3', '4', '5'],
    inAnyRow: true,
    isHeadline: true,
  },
  {
    name: 'Nie ma wystarczającej pomocy w co najmniej jednej usłudze',
    question: 'serv_need',
    codes: ['3', '5'],
    inAnyRow: true,
    isHeadline: true,
  },
  {
    name: 'Wskazuje co najmniej jedną barierę',
    question: 'serv_barrier',
    codes: [
      'UNAWARE',
      'NOT_OFFERED',
      'FAR',
      'WAITING',
      'EXPENSIVE',
      'CRITERIA',
      'PAPERWORK',
      'HOURS',
      'ARCHITECTURE',
      'CARE_DUTY',
      'SHAME',
      'DISTRUST',
      'LANGUAGE',
      'HEALTH',
      'OTHER',
    ],
  },
  {
    name: 'Wskazuje brak informacji lub trudne formalności',
    question: 'serv_barrier',
    codes: ['UNAWARE', 'CRITERIA', 'PAPERWORK'],
  },
  {
    name: 'Wskazuje dojazd, godziny lub bariery architektoniczne',
    question: 'serv_barrier',
    codes: ['FAR', 'HOURS', 'ARCHITECTURE'],
  },
  {
    name: 'Wskazuje kryzysy psychiczne dorosłych lub młodych',
    question: 'prob_rank',
    codes: ['MENTAL_ADULTS', 'MENTAL_YOUTH'],
  },
  {
    name: 'Liczy na rodzinę, sąsiadów lub znajomych',
    question: 'where_help',
    codes: ['PARTNER', 'CHILDREN', 'FAMILY', 'NEIGHBOURS', 'FRIENDS'],
  },
  {
    name: 'Ma na co dzień pomoc osoby, która zajmuje się tym zawodowo',
    question: 'sen_helper',
    codes: ['SOCIAL_WORKER', 'NURSE', 'PAID'],
  },
]

/** Questions on this scale are assessments: `SAT`, `TOP2` and `NET` are computed for each of them. */
export const SATISFACTION_LIST = 'SC_SAT5'

export const PRIORITY_QUESTION = 'serv_priority'

/** Everyday activities: the first four are basic, the others those of living on one's own. */
export const ACTIVITIES_QUESTION = 'sen_adl'
export const BASIC_ACTIVITIES: readonly string[] = ['bath', 'dress', 'cook', 'clean']
/** „z dużą trudnością lub z pomocą”, „nie jestem w stanie” */
export const DEPENDENT_CODES: readonly string[] = ['3', '4']

export const ENOUGH_HELP_QUESTION = 'sen_help_enough'
export const NOT_ENOUGH_CODES: readonly string[] = ['PARTLY', 'NO']

export const HOURS_QUESTION = 'sen_hours'
/** Hours a week that each answer stands for: the middle of its band; „ponad 20” and „całą dobę” by convention. */
export const HOURS_OF_CODE: Readonly<Record<string, number>> = {
  '0': 0,
  '1_5': 3,
  '6_10': 8,
  '11_20': 15.5,
  '21_PLUS': 30,
  ROUND_CLOCK: 168,
}

/** Everybody with at least this share of the items answered has an index, and nobody else (statistics, §4.5). */
export const ANSWERED_SHARE = 0.6

/** Fewer answers, or fewer people in need, make no number of people of the municipality (handbook, §11.2). */
export const FEWEST_ANSWERS = 100
export const FEWEST_IN_NEED = 10
