import {
  crosstab,
  pooledKeyOf,
  surveyResults,
  weightsFooter,
  type AppliedWeights,
  type Columns,
  type Crosstab,
} from '@rozeznanie/core/analysis'
import { listSections, LPDI_TEMPLATE } from '@rozeznanie/core/diagnosis'
import { buildReport, type Report, type ReportWeights } from '@rozeznanie/core/report'
import { surveyStatus } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { mayReadAnswers } from '../analysis/analysis.access.ts'
import { cleaningCounts } from '../cleaning/log.access.ts'
import { isUuid } from '../kernel/ids.ts'
import { usualWeightsOf, type UsualWeights } from '../weighting/weights.access.ts'
import { readAddedTables } from './read-added-tables.ts'
import { loadReportFacts, type ReleasedAnswer } from './report.store.ts'

/** The crosstabs that the template asks for and the survey can give. */
function crosstabsOf(columns: Columns, weights: AppliedWeights | null): readonly Crosstab[] {
  const bindings = listSections(LPDI_TEMPLATE.sections).flatMap((section) => section.bindings)
  return bindings.flatMap((binding) => {
    if (binding.kind !== 'groups') return []
    const table = crosstab(columns, binding.question, binding.byQuestion, null, weights)
    return table === null ? [] : [table]
  })
}

/** What the report says of its weights; never how many people answered, which stands in the last line. */
function toldOf({ name, weights }: UsualWeights): ReportWeights {
  return { name, footer: weights && weightsFooter(weights).slice(0, -1) }
}

/** Released texts by the question of the results that they answer. */
function releasedIn({ pool }: Columns, answers: readonly ReleasedAnswer[]) {
  return answers.flatMap((answer) => {
    const questionKey = pool ? pooledKeyOf(pool, answer) : answer.key
    return questionKey === null ? [] : [{ questionKey, text: answer.text }]
  })
}

/**
 * The diagnostic part of the plan from the frozen answers of a survey, small cells withheld: a report goes from hand
 * to hand, and two of them must not tell what one more resident answered. It uses the usual weights of the survey;
 * where they can no longer be applied it is unweighted and says so.
 *
 * @returns `null` when there is no such survey or the viewer may not read its answers
 */
export async function readReport(
  context: Pick<Context, 'db' | 'viewer' | 'now' | 'surveyColumns' | 'snapshots'>,
  surveyId: string,
): Promise<Report | null> {
  const facts = isUuid(surveyId) ? await loadReportFacts(context.db, surveyId) : null
  if (facts === null || !mayReadAnswers(context, facts.organisationId)) return null
  const cleaning = await cleaningCounts(context, surveyId)
  const state = await context.snapshots.read(surveyId)
  if (state === null) return null
  const usual = state.columns.responseCount === 0 ? null : await usualWeightsOf(context, surveyId, state)
  const weights = usual?.weights ?? null
  const { summaries, responseCount, modeCounts, versionCounts } = surveyResults(state.columns, [], weights)
  const status = surveyStatus(facts.period, context.now())
  return buildReport({
    template: LPDI_TEMPLATE,
    survey: { ...facts.survey, isFinished: status === 'ENDED' || status === 'CLOSED' },
    questionnaire: state.columns.questionnaire,
    versionCounts,
    summaries,
    crosstabs: crosstabsOf(state.columns, weights),
    responseCount,
    modeCounts,
    ...(cleaning && { cleaning }),
    ...(usual && { weights: toldOf(usual) }),
    fieldQuotes: facts.fieldQuotes,
    addedTables: await readAddedTables(context, surveyId),
    releasedAnswers: releasedIn(state.columns, facts.releasedAnswers),
    asOf: state.asOf.toISOString(),
  })
}
