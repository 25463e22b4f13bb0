import type { Viewer } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { checkPlan, parseStructure, type SurveyPlan } from '@rozeznanie/core/fieldwork'
import { isLocalDay, localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { organisedSurvey, signedIn } from './fieldwork.access.ts'
import { copyPlan, type PlanChange, savePlan, saveStructure } from './plan.store.ts'

const LONGEST_SOURCE = 300

async function changeOf(
  context: Context,
  surveyId: string,
): Promise<{ readonly change: PlanChange; readonly survey: AnswerableSurvey } | null> {
  const viewer: Viewer = signedIn(context)
  const survey = await organisedSurvey(context, surveyId)
  return survey && { survey, change: { surveyId: survey.id, viewer, at: context.now() } }
}

/** @returns false for a survey that the viewer does not organise */
export async function saveSurveyPlan(context: Context, surveyId: string, plan: SurveyPlan): Promise<boolean> {
  const known = await changeOf(context, surveyId)
  if (!known) return false
  await savePlan(context.db, known.change, checkPlan(plan, known.survey.localityIds))
  return true
}

/** A structure as somebody typed it; without a document it is taken away. */
export interface TypedStructure {
  readonly document: unknown
  readonly source: string
  /** Local day. */
  readonly asOf: string
}

/** Stores the structure of the population with its source. @returns false as above */
export async function savePopulationStructure(
  context: Context,
  surveyId: string,
  typed: TypedStructure | null,
): Promise<boolean> {
  const known = await changeOf(context, surveyId)
  if (!known) return false
  if (typed === null) {
    await saveStructure(context.db, known.change, null)
    return true
  }
  const structure = parseStructure(typed.document, known.survey.localityIds)
  const source = typed.source.trim()
  if (source === '' || source.length > LONGEST_SOURCE) {
    const message = 'Proszę podać, skąd są liczby, na przykład „GUS, Bank Danych Lokalnych”.'
    throw new InvalidInputError([{ path: 'source', message }])
  }
  if (!isLocalDay(typed.asOf) || typed.asOf > localDayOf(context.now())) {
    throw new InvalidInputError([{ path: 'asOf', message: 'Proszę podać, na jaki dzień są liczby.' }])
  }
  await saveStructure(context.db, known.change, { structure, source, asOf: typed.asOf })
  return true
}

/** Gives a survey the targets and the structure of an earlier one of the same municipality. @returns false as above */
export async function copySurveyPlan(
  context: Context,
  { fromSurveyId, toSurveyId }: { readonly fromSurveyId: string; readonly toSurveyId: string },
): Promise<boolean> {
  const known = await changeOf(context, toSurveyId)
  const from = isUuid(fromSurveyId) ? await organisedSurvey(context, fromSurveyId) : null
  if (!known || !from) return false
  const isSamePlace = from.localityIds.every((id) => known.survey.localityIds.includes(id))
  if (!isSamePlace) {
    const message = 'Cele i strukturę ludności można przenieść tylko do ankiety w tej samej gminie.'
    throw new InvalidInputError([{ path: 'fromSurveyId', message }])
  }
  await copyPlan(context.db, { ...known.change, fromSurveyId: from.id })
  return true
}
