import type { TerrainBundle, TerrainSurvey } from '@rozeznanie/core/terrain'
import { inclusiveDayCount, localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { publicSurveyOf } from '../survey/shown-survey.access.ts'
import { surveyOrganisationIds } from '../survey/survey.access.ts'
import { type AssignedSurvey, findAssignedSurveys } from './assignment.store.ts'
import { signedIn } from './fieldwork.access.ts'
import { rescueKeyOf } from './organisation-key.store.ts'

/** Over for longer than what was begun before its end is still accepted. */
function isLongOver({ closedAt, graceDays }: AssignedSurvey, closesOn: string, today: string): boolean {
  const end = closedAt && localDayOf(closedAt) < closesOn ? localDayOf(closedAt) : closesOn
  return inclusiveDayCount(end, today) - 1 > graceDays
}

/** An interview begun before a move of the survey is finished in its own version: the newest comes first. */
async function surveyToTake(
  { db, publicSurveys, now }: Context,
  assigned: AssignedSurvey,
): Promise<TerrainSurvey | null> {
  const { surveyId: id, organisationId, targets } = assigned
  const survey = await publicSurveys.byId(id)
  if (!survey || isLongOver(assigned, survey.closesOn, localDayOf(now()))) return null
  const versionIds = [...survey.questionnaires.keys()].reverse()
  const documents = versionIds.map((versionId) => publicSurveyOf(survey, now(), versionId))
  const rescueKey = await rescueKeyOf(db, organisationId)
  return { id, documents: documents.filter((document) => document !== null), targets, rescueKey }
}

/** What the viewer takes into the field: the surveys they were given, and the keys to seal what cannot be sent. */
export async function readBundle(context: Context): Promise<TerrainBundle> {
  const { accountId, name } = signedIn(context)
  const assigned = await findAssignedSurveys(context.db, accountId, surveyOrganisationIds(context.viewer))
  const surveys: TerrainSurvey[] = []
  // One after another: the first of an organisation may make its key.
  for (const one of assigned) {
    const survey = await surveyToTake(context, one)
    if (survey) surveys.push(survey)
  }
  const names = new Set(assigned.map(({ organisationName }) => organisationName))
  return { account: { id: accountId, name }, organisationName: [...names].join(', '), surveys }
}
