import type { Protected } from '../disclosure/index.ts'

/** How a cell of a table is written and aligned. */
export type CellKind = 'text' | 'count' | 'percent' | 'decimal'

/**
 * A value, or one of the signs of public statistics: `suppressed` is printed „•”, `none` „–”. Every number of a report
 * has passed disclosure control: none that has not fits its type.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: Protected<number> }
  /** `value` is 0 to 100. */
  | { readonly kind: 'percent'; readonly value: Protected<number> }
  | { readonly kind: 'decimal'; readonly value: Protected<number>; readonly digits: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' }

export interface TableColumn {
  readonly label: string
  readonly kind: CellKind
}

export interface TableBlock {
  readonly kind: 'table'
  /** Caption without its number; the number is given when the tree is walked („Tabela nr 1.”). */
  readonly caption: string
  readonly columns: readonly TableColumn[]
  /** First cell of each row is its header. */
  readonly rows: readonly (readonly Cell[])[]
  readonly notes: readonly string[]
  /** The whole line, „Źródło: …”. */
  readonly source: string
  /** Numbers of the versions of the questionnaire behind it; absent: all that the report has. */
  readonly versions?: readonly number[]
}

/** A step of the colours of a scale, 1 (low, pressing) to 5 (high, good), or the colour of „nie wiem”. */
export type ChartTone = 1 | 2 | 3 | 4 | 5 | 'none'

export interface ChartSeries {
  readonly label: string
  /** Present where the colour has a meaning; otherwise series are told apart by their place. */
  readonly tone?: ChartTone
  /** One value per category, in `unit`; `null` where withheld or empty. */
  readonly values: readonly (Protected<number> | null)[]
}

export interface ChartBlock {
  readonly kind: 'chart'
  /** Caption without its number („Wykres nr 1.”). */
  readonly caption: string
  readonly shape: 'bars' | 'stackedBars' | 'histogram'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly unit: '%' | 'średnia'
  /** What a person who cannot see the chart is told: the main numbers, in Polish. */
  readonly alternativeText: string
  readonly notes: readonly string[]
  /** The whole line, „Źródło: …”. */
  readonly source: string
  /** Numbers of the versions of the questionnaire behind it; absent: all that the report has. */
  readonly versions?: readonly number[]
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: string
}

export interface QuotesBlock {
  readonly kind: 'quotes'
  readonly lead: string
  readonly quotes: readonly string[]
}

/** A marked empty place: what will stand here and who writes it. */
export interface PlaceholderBlock {
  readonly kind: 'placeholder'
  readonly text: string
}

export type ReportBlock = ParagraphBlock | TableBlock | ChartBlock | QuotesBlock | PlaceholderBlock

export interface ReportSection {
  /** Code of the template's node (`A3.2`). */
  readonly code: string
  readonly title: string
  readonly blocks: readonly ReportBlock[]
  readonly sections: readonly ReportSection[]
}

/** The diagnostic part of a plan as plain data: React shows it; Word, Excel, CSV and JSON write it. */
export interface Report {
  readonly format: 'rozeznanie-report/1'
  readonly templateKey: string
  readonly language: 'pl'
  readonly title: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly municipalityCode: string
  readonly surveyTitle: string
  /** ISO instant of the state of the answers. */
  readonly asOf: string
  /** Made from example data: every page says „dane przykładowe”. */
  readonly isDemo: boolean
  /** Numbers of the versions of the questionnaire that people answered, ascending. */
  readonly versions: readonly number[]
  readonly sections: readonly ReportSection[]
}
