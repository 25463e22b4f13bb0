import type { QuestionType } from '../questionnaire/index.ts'
import type { SampleType } from '../survey/index.ts'
import type { Filter } from './filter.ts'
import type { AppliedWeights } from './weights.ts'

/**
 * How far a number can be trusted: A a coefficient of variation of at most 10 %, B 20 %, C more („ostrożnie”), D too
 * few answers behind it, so that it is not shown.
 */
export type ReliabilityClass = 'A' | 'B' | 'C' | 'D'

/** A share in percent with its 95 % interval. Of class D nothing is told: all numbers are `null`. */
export interface Figure {
  /** 0 to 100, unrounded. */
  readonly percent: number | null
  readonly low: number | null
  readonly high: number | null
  /** Kish's effective number of answers in the base. */
  readonly effectiveCount: number | null
  readonly reliability: ReliabilityClass
}

/** How a share is given of which too little is known, or nothing may be: „za mało odpowiedzi”. */
export const HIDDEN_FIGURE: Figure = {
  percent: null,
  low: null,
  high: null,
  effectiveCount: null,
  reliability: 'D',
}

/** A row or column; without a code it is „Ogółem”. */
export interface Heading {
  readonly code: string | null
  readonly label: string
}

/** Stands out from what independence of the two questions would give, by a test adjusted for the number of cells. */
export type Mark = 'ABOVE' | 'BELOW'

/** One cell. `null`: withheld; of the shares also those that make no sense in this table. */
export interface Cell {
  /** People, unweighted. */
  readonly count: number | null
  /** People of the population they stand for; `null` in unweighted tables. */
  readonly weighted: number | null
  /** Of the people in the column; the percentages of a one-way table. */
  readonly ofColumn: Figure | null
  /** Of the people in the row; `null` in the column „Ogółem”. */
  readonly ofRow: Figure | null
  /** Of everybody in the table; `null` in the column „Ogółem”. */
  readonly ofAll: Figure | null
  /** Of all answers of the column, in percent; only where a person may give several. */
  readonly ofAnswers: number | null
  readonly mark: Mark | null
}

/** The people behind a row or column; never a sum of answers. */
export interface Total {
  readonly count: number | null
  readonly weighted: number | null
  /** Kish's `(Σw)²/Σw²` over these people. */
  readonly effectiveCount: number | null
  /** `count / effectiveCount`, 1 without weights. */
  readonly designEffect: number | null
}

/** Who stands behind the table, after the filter; counts of the row question. */
export interface TableBase {
  /** Saw the question. */
  readonly asked: number | null
  /** In the table: a valid answer, in a crosstab to both questions. */
  readonly valid: number | null
  readonly unanswered: number | null
  /** „nie dotyczy” (−97). */
  readonly notApplicable: number | null
  /** „wolę nie odpowiadać” (−99). */
  readonly refused: number | null
  /** „nie wiem” (−98), which is a valid answer and a row of the table. */
  readonly dontKnow: number | null
  /** Answered the row question, but gave no valid answer to the column question; 0 in a one-way table. */
  readonly withoutColumn: number | null
  /** Kish's effective number of the valid. */
  readonly effective: number | null
}

/** A mean with its 95 % interval, in the unit of the question. */
export interface MeanFigure {
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  readonly standardDeviation: number | null
  /** People with a number: without „nie wiem”. */
  readonly count: number | null
  readonly effectiveCount: number | null
  readonly reliability: ReliabilityClass
}

/** What a scale or a number says in one column. */
export interface ColumnMean extends MeanFigure {
  /** Stands out from everybody else in the table, by a test adjusted for the number of columns. */
  readonly mark: Mark | null
  /** Scales: the mean on 0 to 100 of what the scale allows, with its interval. */
  readonly pomp: number | null
  readonly pompLow: number | null
  readonly pompHigh: number | null
  /** Scales: the two highest and the two lowest points, of people with a number. */
  readonly topTwo: Figure | null
  readonly bottomTwo: Figure | null
  /** Top two minus bottom two, in percentage points, with its interval. */
  readonly net: NetFigure | null
  /** Numbers only. */
  readonly median: number | null
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
}

/** A difference of two shares of the same people, −100 to 100 percentage points. */
export interface NetFigure {
  readonly points: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * - `PEARSON` chi-square of independence, unweighted people drawn one by one
 * - `RAO_SCOTT` second-order correction of it for weights and clusters
 * - `BY_OPTION` one of these for every option of a question with several answers, adjusted by Holm
 * - `T` two means, `WALD` several
 */
export type TestKind = 'PEARSON' | 'RAO_SCOTT' | 'BY_OPTION' | 'T' | 'WALD'

export interface TableTest {
  readonly kind: TestKind
  /** Polish name. */
  readonly name: string
  /** Chi-square, F or t; `null` for a set of tests. */
  readonly statistic: number | null
  readonly df: number | null
  /** Of the denominator of F; `null` elsewhere. */
  readonly denominatorDf: number | null
  /** Of a set of tests the smallest, adjusted. */
  readonly p: number
  readonly isSignificant: boolean
  /** Of a set of tests: adjusted by Holm, one for each row (or column) with several answers; `null` not tested. */
  readonly adjusted: readonly (number | null)[] | null
  readonly sentence: string
}

/** Strength of association. */
export interface Effect {
  /** 0 (independent) to 1. */
  readonly cramerV: number
  /** „słaby”, „umiarkowany”, … with the number. */
  readonly sentence: string
}

/** What intervals are called: they say less where people were not drawn at random. */
export type IntervalKind = 'CONFIDENCE' | 'MODEL'

/** Points of a scale. */
export interface Scale {
  readonly from: number
  readonly to: number
  /** Places of the rows of the two highest and the two lowest points; `null` under four points. */
  readonly top: readonly number[] | null
  readonly bottom: readonly number[] | null
}

export interface NumberFormat {
  /** „zł”; `null` without one. */
  readonly unit: string | null
  /** Of an answer. */
  readonly decimals: number
}

/** The survey behind a table, as the footer names it. */
export interface TableSurvey {
  readonly title: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly sampleType: SampleType
  /** Local days, `2026-11-22`. */
  readonly opensOn: string
  readonly closesOn: string
  /** ISO instant of the state of the answers. */
  readonly asOf: string
  readonly isDemo: boolean
  /** People the survey is about; a finite population correction needs it and a random sample. */
  readonly population: number | null
  /** Interviews among recorded visits and calls to people who could answer, 0 to 1; `null` where none are recorded. */
  readonly responseRate: number | null
  /** Institutions answered in their own name, not people. */
  readonly isOfInstitutions: boolean
}

/** What is asked for: one question, or one crossed with another. */
export interface TableRequest {
  /** A question, `key/rowKey` of a matrix. */
  readonly rowKey: string
  /** Likewise, or `@LOCALITY`, `@MODE`, `@VERSION`; `null` for a one-way table. */
  readonly columnKey: string | null
  readonly filter: Filter
  readonly weights: AppliedWeights | null
  readonly survey: TableSurvey
}

/** A table as it is shown, protected, exported and copied to the report. Numbers that are withheld are `null`. */
export interface AnalysisTable {
  readonly rowKey: string
  readonly columnKey: string | null
  readonly rowText: string
  readonly columnText: string | null
  readonly rowType: QuestionType | null
  readonly sampleType: SampleType
  readonly isOfInstitutions: boolean
  /** Polish: which answers the filter lets through; `null` without one. */
  readonly filterText: string | null
  /** A person may stand in several rows; percentages of people then add up to more than 100. */
  readonly isRowMultiple: boolean
  readonly isColumnMultiple: boolean
  /** Rows are points of a scale or bands of a number, in order. */
  readonly isRowOrdered: boolean
  readonly rows: readonly Heading[]
  /** The first is „Ogółem”; a one-way table has no other. */
  readonly columns: readonly Heading[]
  /** Row by row, a cell for each column. */
  readonly cells: readonly (readonly Cell[])[]
  readonly rowTotals: readonly Total[]
  readonly columnTotals: readonly Total[]
  readonly base: TableBase
  /**
   * Places of the rows that lead in „Ogółem”, the largest first: one where a test says that it leads, several where
   * the data cannot tell which; `null` where nothing leads (ordered rows, too few people).
   */
  readonly leaders: readonly number[] | null
  /** The scale that the rows are points of; `null` where they are none. */
  readonly scale: Scale | null
  /** How numbers are written; `null` where the rows are no bands of a number. */
  readonly number: NumberFormat | null
  /** One for each column; `null` for questions without numbers. */
  readonly means: readonly ColumnMean[] | null
  /** Of the distribution; `null` in one-way tables and where no test is allowed, which a note explains. */
  readonly test: TableTest | null
  /** Of the means; `null` without them. */
  readonly meanTest: TableTest | null
  readonly effect: Effect | null
  readonly intervalKind: IntervalKind
  /** Polish, plain, for people; they never say more than the tests do. */
  readonly sentences: readonly string[]
  /** Polish: how to read the table, and why something is missing. */
  readonly notes: readonly string[]
  /** Polish: who, when, how chosen, how many, weights, wording. */
  readonly footer: readonly string[]
  readonly weightVersion: { readonly number: number; readonly name: string } | null
  /** Numbers of the versions of the questionnaire whose responses count; ascending. */
  readonly versions: readonly number[]
  readonly isProtected: boolean
  /** Polish: why the whole table is empty; `null` when it is not. */
  readonly hiddenBecause: string | null
}
