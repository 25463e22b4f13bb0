import type { DiArea } from '../questionnaire/library/bank-model.ts'

/** Who or what fills a section: surveys, provider inventory, staff, stakeholders, official data, the organiser. */
export const FILLED_BY = [
  'RESIDENTS',
  'PROVIDERS',
  'STAFF',
  'STAKEHOLDERS',
  'OFFICIAL',
  'ORGANISER',
  'AUTO',
] as const
export type FilledBy = (typeof FILLED_BY)[number]

interface WithCaptions {
  /** Captions without numbers. */
  readonly tableCaption: string
  readonly chartCaption: string
}

/** Options of one closed question as a chart and a table. */
export interface ChoiceBinding extends WithCaptions {
  readonly kind: 'choice'
  readonly question: string
  /** `byShare` sorts by share, `asListed` keeps the order of a scale. */
  readonly order: 'byShare' | 'asListed'
  /** Begins the sentence about the most frequent answers („Najczęściej wskazywanym problemem jest”). */
  readonly lead?: string
}

/** Share of people who put an option among their first choices. */
export interface RankingBinding extends WithCaptions {
  readonly kind: 'ranking'
  readonly question: string
  readonly lead: string
}

/** Rows of a matrix as stacked bars and a table. */
export interface MatrixBinding extends WithCaptions {
  readonly kind: 'matrix'
  readonly question: string
}

/** Need for services: the five levels of `SC_NEED4` as stacked bars, and needed / unmet / future as a table. */
export interface ServiceNeedBinding extends WithCaptions {
  readonly kind: 'serviceNeed'
  readonly question: string
  readonly rows: readonly string[]
}

/** Unmet need of all services of the matrix, sorted: the demand side of the service gaps. */
export interface UnmetNeedBinding extends WithCaptions {
  readonly kind: 'unmetNeed'
  readonly question: string
}

/** One sentence with the share of the listed codes; `{procent}` and `{n}` are replaced. */
export interface ShareBinding {
  readonly kind: 'share'
  readonly question: string
  readonly codes: readonly string[]
  /** Codes left out of the base („nie wiem”). */
  readonly withoutCodes: readonly string[]
  readonly text: string
}

/** Options of one question among groups of people made of another one („60 lat i więcej”). */
export interface GroupsBinding extends WithCaptions {
  readonly kind: 'groups'
  readonly question: string
  readonly byQuestion: string
  readonly groups: readonly { readonly label: string; readonly codes: readonly string[] }[]
}

export interface RespondentsBinding {
  readonly kind: 'respondents'
  readonly questions: readonly { readonly key: string; readonly label: string }[]
  readonly tableCaption: string
}

/** Open answers that the organiser read and released. */
export interface QuotesBinding {
  readonly kind: 'quotes'
  readonly question: string
  readonly lead: string
}

/** Words of residents from notes of the field, about one of the areas, that the organiser masked and released. */
export interface FieldQuotesBinding {
  readonly kind: 'fieldQuotes'
  readonly areas: readonly DiArea[]
}

/** A marked empty place: what will stand here. */
export interface PlaceholderBinding {
  readonly kind: 'placeholder'
  readonly text: string
}

export type Binding =
  | ChoiceBinding
  | RankingBinding
  | MatrixBinding
  | ServiceNeedBinding
  | UnmetNeedBinding
  | ShareBinding
  | GroupsBinding
  | RespondentsBinding
  | QuotesBinding
  | FieldQuotesBinding
  | PlaceholderBinding
  /** How the survey was made and what its results mean. */
  | { readonly kind: 'methodNote' }
  /** Every closed question that no other section shows. */
  | { readonly kind: 'remainingQuestions' }
  /** The wording of all questions. */
  | { readonly kind: 'instrument' }

export interface TemplateSection {
  readonly code: string
  readonly title: string
  readonly filledBy: readonly FilledBy[]
  readonly isOptional: boolean
  readonly bindings: readonly Binding[]
  readonly sections: readonly TemplateSection[]
}

/** A plan's chapters as versioned data, and what feeds each of them. */
export interface Template {
  readonly format: 'rozeznanie-template/1'
  readonly key: string
  readonly title: string
  /** A word for the reader on the standing of the template („propozycja”). */
  readonly standing: string
  /** Names of services in the genitive, for sentences („potrzebę {opieki wytchnieniowej}”), by code. */
  readonly serviceGenitives: Readonly<Record<string, string>>
  readonly sections: readonly TemplateSection[]
}
