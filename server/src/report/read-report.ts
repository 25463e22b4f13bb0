import { crosstab, pooledKeyOf, surveyResults, type Columns, type Crosstab } from '@rozeznanie/core/analysis'
import { listSections, LPDI_TEMPLATE } from '@rozeznanie/core/diagnosis'
import { buildReport, type Report } from '@rozeznanie/core/report'
import { surveyStatus } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { mayReadAnswers } from '../analysis/analysis.access.ts'
import { cleaningCounts } from '../cleaning/log.access.ts'
import { isUuid } from '../kernel/ids.ts'
import { readAddedTables } from './read-added-tables.ts'
import { loadReportFacts, type ReleasedAnswer } from './report.store.ts'

/** The crosstabs that the template asks for and the survey can give. */
function crosstabsOf(columns: Columns): readonly Crosstab[] {
  const bindings = listSections(LPDI_TEMPLATE.sections).flatMap((section) => section.bindings)
  return bindings.flatMap((binding) => {
    const table = binding.kind === 'groups' ? crosstab(columns, binding.question, binding.byQuestion) : null
    return table === null ? [] : [table]
  })
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
 * to hand, and two of them must not tell what one more resident answered.
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
  const { summaries, responseCount, modeCounts, versionCounts } = surveyResults(state.columns, [])
  const status = surveyStatus(facts.period, context.now())
  return buildReport({
    template: LPDI_TEMPLATE,
    survey: { ...facts.survey, isFinished: status === 'ENDED' || status === 'CLOSED' },
    questionnaire: state.columns.questionnaire,
    versionCounts,
    summaries,
    crosstabs: crosstabsOf(state.columns),
    responseCount,
    modeCounts,
    ...(cleaning && { cleaning }),
    fieldQuotes: facts.fieldQuotes,
    addedTables: await readAddedTables(context, surveyId),
    releasedAnswers: releasedIn(state.columns, facts.releasedAnswers),
    asOf: state.asOf.toISOString(),
  })
}
