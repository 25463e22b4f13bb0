import type { QuestionType } from '../questionnaire/index.ts'
import type { CollectionMode } from '../response/index.ts'
import type { Bin } from '../statistics/index.ts'

export type { Bin } from '../statistics/index.ts'

/** A share with its 95 % interval (Wilson; by weights that of the design), all 0 to 1. `null` where the base is 0. */
export interface Proportion {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** How many people stand behind a summary; `asked` saw the question. */
export interface SummaryBase {
  /** Responses in which the question was visible. */
  readonly askedCount: number
  /** Responses with a valid answer: the base of percentages. */
  readonly validCount: number
  /** Asked, but no answer given. */
  readonly unansweredCount: number
  /** „nie dotyczy” (−97). */
  readonly notApplicableCount: number
  /** „wolę nie odpowiadać” (−99). */
  readonly refusedCount: number
  /** People of the population that those with a valid answer stand for; absent without weights. */
  readonly weighted?: number
  /** How many unweighted answers those are worth (Kish); absent without weights. */
  readonly effective?: number
}

/** How many people chose an option; shares are by weights where there are some. */
export interface Frequency {
  readonly code: string
  readonly label: string
  /** People who answered so, never weighted. */
  readonly count: number
  /** People of the population that they stand for; absent without weights. */
  readonly weighted?: number
  /** Of people with a valid answer; `null` when there are none. */
  readonly ofRespondents: Proportion | null
  /** Of all choices made (multi-choice), 0 to 1; `null` elsewhere or when there are none. */
  readonly ofAnswers: number | null
}

/** SINGLE, MULTI, LOCALITY, CONSENT, and scales (with their distribution). */
export interface ChoiceSummary extends QuestionSummaryBase {
  readonly kind: 'CHOICE'
  readonly frequencies: readonly Frequency[]
  readonly isMultiple: boolean
  /** Mean of `value` of the options without the special codes; `null` for nominal questions. */
  readonly mean: MeanEstimate | null
  /** `null` (or absent) for questions that are no scale of at least three points. */
  readonly scale?: ScaleSummary | null
}

/** A number with its 95 % interval; `null` where none can be known. */
export interface ScaleEstimate {
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
}

/** What a scale says beside its distribution, of people who chose a point („nie wiem” is none). */
export interface ScaleSummary {
  /** Mean on 0 to 100 between the ends of the scale, never those that were observed; `null` when nobody chose. */
  readonly pomp: ScaleEstimate | null
  /** The two highest points, in percent. */
  readonly topTwo: ScaleEstimate | null
  /** The two lowest points, in percent. */
  readonly bottomTwo: ScaleEstimate | null
  /** The two highest minus the two lowest, −100 to 100. */
  readonly net: ScaleEstimate | null
}

/** A mean with its 95 % interval (Student); no spread and no interval for a single value. */
export interface MeanEstimate {
  readonly mean: number
  readonly standardDeviation: number | null
  readonly low: number | null
  readonly high: number | null
  readonly count: number
}

export interface MatrixRowSummary {
  readonly key: string
  readonly label: string
  readonly base: SummaryBase
  readonly frequencies: readonly Frequency[]
  readonly mean: MeanEstimate | null
  /** `null` (or absent) for questions that are no scale of at least three points. */
  readonly scale?: ScaleSummary | null
}

export interface MatrixSummary extends QuestionSummaryBase {
  readonly kind: 'MATRIX'
  readonly isMultiple: boolean
  readonly rows: readonly MatrixRowSummary[]
}

/** A bar of a histogram by its people. */
export interface NumberBin extends Bin {
  /** People of the population that they stand for; absent without weights. */
  readonly weighted?: number
}

/** NUMBER and DATE_YEAR; quantiles as Eurostat defines them, all in the unit of the question. */
export interface NumberSummary extends QuestionSummaryBase {
  readonly kind: 'NUMBER'
  readonly unit: string | null
  /** Of all numbers, never weighted; `null` where there are none. */
  readonly sum?: number | null
  readonly mean: MeanEstimate | null
  readonly median: number | null
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  readonly minimum: number | null
  readonly maximum: number | null
  readonly bins: readonly NumberBin[]
}

export interface RankRow {
  readonly code: string
  readonly label: string
  /** Responses that put the option on place 1, 2, … `top`. */
  readonly placeCounts: readonly number[]
  /** Named it anywhere among the top. */
  readonly namedCount: number
  /** People of the population that those stand for; absent without weights. */
  readonly namedWeighted?: number
  readonly named: Proportion | null
  /** Priority index 0 to 100: Σ(weight of place)/(top·n)·100, everybody first = 100 (handbook §11.2 PRIORITY). */
  readonly index: number | null
}

export interface RankSummary extends QuestionSummaryBase {
  readonly kind: 'RANK'
  readonly top: number
  readonly rows: readonly RankRow[]
}

export interface TextSummary extends QuestionSummaryBase {
  readonly kind: 'TEXT'
}

interface QuestionSummaryBase {
  readonly questionKey: string
  readonly questionType: QuestionType
  readonly text: string
  readonly sectionKey: string
  readonly base: SummaryBase
  /** Numbers of the versions of the questionnaire whose responses are counted here, ascending. */
  readonly versions: readonly number[]
  /** An earlier series that is counted apart from what the survey asks now. */
  readonly isEarlierWording: boolean
  /** Polish: which versions are counted together or apart, and why; none where there is nothing to say. */
  readonly notes: readonly string[]
}

export type QuestionSummary = ChoiceSummary | MatrixSummary | NumberSummary | RankSummary | TextSummary

/** People of the population behind a crosstab, in its order. */
export interface CrosstabWeights {
  readonly cells: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  /** `Σ w²` of the people of each column. */
  readonly columnSquares: readonly number[]
}

/** An option as the heading of a row or column. */
export interface CodeLabel {
  readonly code: string
  readonly label: string
}

/**
 * A crosstab of two questions with options; counts row-major, people with valid answers to both. Totals count
 * people, so that on a side with several answers the cells add up to more than their total.
 */
export interface Crosstab {
  readonly rowQuestionKey: string
  readonly columnQuestionKey: string
  readonly rowText: string
  readonly columnText: string
  readonly isRowMultiple: boolean
  readonly isColumnMultiple: boolean
  readonly rows: readonly CodeLabel[]
  readonly columns: readonly CodeLabel[]
  readonly counts: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  /** People with a valid answer to both questions. */
  readonly validCount: number
  /** What the people stand for by weights; absent without weights. */
  readonly byWeight?: CrosstabWeights
  /** Share within the row by weights where there are some, 0 to 1; `null` for an empty row. */
  readonly rowShares: readonly (readonly (number | null)[])[]
  readonly columnShares: readonly (readonly (number | null)[])[]
  /** Numbers of the versions that asked both questions, as far as their responses count; ascending. */
  readonly versions: readonly number[]
  /** Polish: what is left out because a version did not ask both; none where nothing is. */
  readonly notes: readonly string[]
}

export interface ModeCount {
  readonly mode: CollectionMode
  readonly count: number
}

/** How many responses there are to a version of the questionnaire. */
export interface VersionCount {
  readonly number: number
  /** After the filter. */
  readonly count: number
}

/** Everything the results page shows of one survey under one filter. */
export interface SurveyResults {
  readonly responseCount: number
  /** Responses after the filter. */
  readonly filteredCount: number
  /** Modes that occur in the survey, each with its responses after the filter. */
  readonly modeCounts: readonly ModeCount[]
  /** Every version the survey has had, oldest first. */
  readonly versionCounts: readonly VersionCount[]
  /** Polish: what the filter leaves out because a version did not ask for it; none where nothing is. */
  readonly notes: readonly string[]
  /** What shares, means and quartiles are weighted with; counts are of people. `null`: unweighted. */
  readonly weightVersion: { readonly number: number; readonly name: string } | null
  /** Polish sentences on the weights: method, sources, effect; none without weights. */
  readonly footer: readonly string[]
  readonly summaries: readonly QuestionSummary[]
}
