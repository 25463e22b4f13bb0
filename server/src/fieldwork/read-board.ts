import { buildBoard, type FieldworkBoard, parseStructure } from '@rozeznanie/core/fieldwork'
import { localDayOf, surveyStatus } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { loadCounts, loadPlan } from './board.store.ts'
import { organisedSurvey } from './fieldwork.access.ts'

/** The fieldwork board of a survey, for its organisers; `null` for all others. */
export async function readBoard(context: Context, surveyId: string): Promise<FieldworkBoard | null> {
  const { db, now } = context
  const survey = context.viewer && (await organisedSurvey(context, surveyId))
  if (!survey) return null
  const [plan, counts] = await Promise.all([loadPlan(db, surveyId), loadCounts(db, surveyId)])
  const { targets, structure, ...facts } = plan
  const { opensOn, closesOn, closedAt, localities, localityIds } = survey
  return buildBoard({
    ...facts,
    ...counts,
    period: { opensOn, closesOn, closedAt },
    status: surveyStatus(survey, now()),
    today: localDayOf(now()),
    structure: structure === null ? null : parseStructure(structure, localityIds),
    localities: localities.map(({ id, name }) => ({ localityId: id, name, target: targets.get(id) ?? null })),
  })
}
