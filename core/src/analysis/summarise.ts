import { COLLECTION_MODES } from '../response/index.ts'
import { VALID, type QuestionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { baseOf, countCells } from './count-cells.ts'
import type { Filter } from './filter.ts'
import { maskedCount, maskOf, type Mask } from './mask.ts'
import type { ModeCount, QuestionSummary, SurveyResults } from './model.ts'
import { summariseNumber } from './summarise-number.ts'
import { summariseOptions } from './summarise-options.ts'
import { summariseRank } from './summarise-rank.ts'
import { weightedOptions, weightingOf, type Weighting } from './summarise-weighted.ts'
import { countedVersions, filterNotes, versionCounts, versionsOfSeries } from './version-counts.ts'
import { weightsFooter, type AppliedWeights } from './weights.ts'

interface Counting {
  readonly columns: Columns
  readonly mask: Mask | null
  /** Numbers of the versions with responses that count. */
  readonly counted: readonly number[]
  /** Everybody counts the same when `null`. */
  readonly weighting: Weighting | null
}

function summariseColumn(
  column: QuestionColumn,
  sectionKey: string,
  { columns, mask, counted, weighting }: Counting,
): QuestionSummary {
  const { key, type, text } = column.question
  const versions = versionsOfSeries(columns, key, counted)
  const named = { questionKey: key, questionType: type, text, sectionKey, ...versions }
  const base = () => baseOf(countCells(column.cells, VALID + 1, columns, mask))
  switch (column.kind) {
    case 'code':
    case 'set':
      return {
        kind: 'CHOICE',
        ...named,
        isMultiple: column.kind === 'set',
        ...summariseOptions(column, columns, mask, weightedOptions(key, weighting)),
      }
    case 'matrix':
      return {
        kind: 'MATRIX',
        ...named,
        base: base(),
        isMultiple: type === 'MATRIX_MULTI',
        rows: column.rows.map((row) => ({
          key: row.key,
          label: row.label,
          ...summariseOptions(row.column, columns, mask, weightedOptions(`${key}/${row.key}`, weighting)),
        })),
      }
    case 'number':
      return { ...named, ...summariseNumber(column, columns, mask, weighting) }
    case 'rank':
      return { ...named, ...summariseRank(column, columns, mask, weighting) }
    case 'text':
      return { kind: 'TEXT', ...named, base: base() }
  }
}

/** The summary of one question; `null` when the questionnaire has none of this key. */
export function summariseQuestion(columns: Columns, key: string, mask: Mask | null): QuestionSummary | null {
  const column = columns.byKey.get(key)
  const section = columns.questionnaire.sections.find(({ questions }) => questions.some((q) => q.key === key))
  if (column === undefined || section === undefined) return null
  const counted = countedVersions(columns, mask)
  return summariseColumn(column, section.key, { columns, mask, counted, weighting: null })
}

/** The summaries of all questions that can be answered, in the order of the questionnaire. */
export function summarise(
  columns: Columns,
  mask: Mask | null = null,
  weights: AppliedWeights | null = null,
): readonly QuestionSummary[] {
  const weighting = weightingOf(columns, mask, weights)
  const counting = { columns, mask, counted: countedVersions(columns, mask), weighting }
  return columns.questionnaire.sections.flatMap((section) =>
    section.questions.flatMap(({ key }) => {
      const column = columns.byKey.get(key)
      return column === undefined ? [] : [summariseColumn(column, section.key, counting)]
    }),
  )
}

function modeCounts(columns: Columns, mask: Mask | null): readonly ModeCount[] {
  const all = countCells(columns.modes, COLLECTION_MODES.length, columns, null)
  const kept = countCells(columns.modes, COLLECTION_MODES.length, columns, mask)
  return COLLECTION_MODES.map((mode, index) => ({ mode, count: kept[index]! })).filter(
    (_, index) => all[index]! > 0,
  )
}

/**
 * What the results page shows: all summaries of the responses that pass the filter. By weights shares, means, quartiles
 * and indexes are of the population, with the errors of the design; counts stay those of people.
 */
export function surveyResults(
  columns: Columns,
  filter: Filter,
  weights: AppliedWeights | null = null,
): SurveyResults {
  const mask = maskOf(columns, filter)
  return {
    responseCount: columns.responseCount,
    filteredCount: maskedCount(columns, mask),
    modeCounts: modeCounts(columns, mask),
    versionCounts: versionCounts(columns, mask),
    notes: [...filterNotes(columns, filter), ...(weights?.notes ?? [])],
    weightVersion: weights && { number: weights.number, name: weights.name },
    footer: weights ? weightsFooter(weights) : [],
    summaries: summarise(columns, mask, weights),
  }
}
