import type { Crosstab, QuestionSummary, VersionCount } from '../analysis/index.ts'
import type { Template } from '../diagnosis/index.ts'
import type { DiArea, NoteMethod } from '../note/index.ts'
import type { AddedTable, RefusedTable } from './added-table-blocks.ts'
import { rulesOf, type DisclosureRules } from '../disclosure/index.ts'
import { findQuestion, type Questionnaire } from '../questionnaire/index.ts'
import type { CollectionMode } from '../response/index.ts'
import type { SampleType } from '../survey/index.ts'
import type { CleaningCounts } from './cleaning-note.ts'
import { formatDay, localDay } from './format-date.ts'
import type { ReportWeights } from './weight-blocks.ts'

export interface ReportSurvey {
  readonly title: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly municipalityCode: string
  readonly sampleType: SampleType
  /** Local days, both inclusive. */
  readonly opensOn: string
  readonly closesOn: string
  /** No more answers can come. */
  readonly isFinished: boolean
  readonly isDemo: boolean
}

/** A released quote from a note of the field, with neither its place nor its speaker. */
export interface FieldQuote {
  readonly area: DiArea
  readonly method: NoteMethod
  /** `2026-11`: the report tells no day. */
  readonly month: string
  readonly text: string
}

/** Everything a report is made from; nothing of it is a single person's answer but what was released. */
export interface ReportInput {
  readonly template: Template
  readonly survey: ReportSurvey
  /** What results show: the present version, with earlier series that are counted apart. */
  readonly questionnaire: Questionnaire
  /** Every version that the survey has had, oldest first, with its responses. */
  readonly versionCounts: readonly VersionCount[]
  readonly summaries: readonly QuestionSummary[]
  readonly crosstabs: readonly Crosstab[]
  readonly responseCount: number
  readonly modeCounts: readonly { readonly mode: CollectionMode; readonly count: number }[]
  /** Absent: nothing was decided about any response. */
  readonly cleaning?: CleaningCounts
  readonly releasedAnswers: readonly { readonly questionKey: string; readonly text: string }[]
  /** Absent: none. In the order in which they shall stand. */
  readonly fieldQuotes?: readonly FieldQuote[]
  /** Absent: the survey has no usual weights. */
  readonly weights?: ReportWeights
  /** Absent: none. They stand at the end of their sections, in this order. */
  readonly addedTables?: readonly (AddedTable | RefusedTable)[]
  /** ISO instant of the state of the answers. */
  readonly asOf: string
}

/** The summary of a question; `undefined` when the survey did not ask it. */
export function summaryOf(input: ReportInput, questionKey: string): QuestionSummary | undefined {
  return input.summaries.find((summary) => summary.questionKey === questionKey)
}

/** What a question demands of its results, by its mark of sensitivity. */
export function rulesFor({ questionnaire }: ReportInput, questionKey: string): DisclosureRules {
  return rulesOf(findQuestion(questionnaire, questionKey))
}

/** Numbers of the versions that people answered, ascending. */
export function answeredVersions({ versionCounts }: ReportInput): readonly number[] {
  return versionCounts.flatMap(({ number, count }) => (count > 0 ? [number] : []))
}

/** The line under every table and chart. */
export function sourceLine({ survey, asOf }: ReportInput): string {
  const demo = survey.isDemo ? ' Dane przykładowe.' : ''
  return `Źródło: opracowanie własne na podstawie badania „${survey.title}”, stan na ${formatDay(localDay(asOf))}${demo}`
}
