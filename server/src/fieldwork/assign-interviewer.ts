import { type FieldProblem, InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { type AssignmentToSave, isCollectorOf, removeAssignment, saveAssignment } from './assignment.store.ts'
import { organisedSurvey, signedIn } from './fieldwork.access.ts'

const LARGEST_TARGET = 10_000

/**
 * Gives a survey, or one locality of it, to an interviewer of the organisation.
 *
 * @returns false for a survey that the viewer does not organise
 * @throws InvalidInputError
 */
export async function assignInterviewer(context: Context, wanted: AssignmentToSave): Promise<boolean> {
  const viewer = signedIn(context)
  const survey = await organisedSurvey(context, wanted.surveyId)
  if (!survey) return false
  const problems: FieldProblem[] = []
  const { accountId, localityId, target } = wanted
  if (!isUuid(accountId) || !(await isCollectorOf(context.db, survey.organisationId, accountId))) {
    problems.push({ path: 'accountId', message: 'Proszę wybrać osobę z listy ankieterów tej organizacji.' })
  }
  if (localityId !== null && !survey.localityIds.includes(localityId)) {
    problems.push({ path: 'localityId', message: 'Proszę wybrać miejscowość z listy tej gminy.' })
  }
  if (target !== null && (!Number.isInteger(target) || target < 1 || target > LARGEST_TARGET)) {
    problems.push({ path: 'target', message: 'Liczba wywiadów musi być całkowita, od 1 do 10 000.' })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  await saveAssignment(context.db, { ...wanted, surveyId: survey.id }, { viewer, at: context.now() })
  return true
}

/** Takes a place back from an interviewer. @returns false for a survey that the viewer does not organise */
export async function unassignInterviewer(
  context: Context,
  { surveyId, assignmentId }: { readonly surveyId: string; readonly assignmentId: string },
): Promise<boolean> {
  const viewer = signedIn(context)
  const survey = await organisedSurvey(context, surveyId)
  if (!survey) return false
  if (isUuid(assignmentId)) {
    await removeAssignment(context.db, { surveyId: survey.id, assignmentId }, { viewer, at: context.now() })
  }
  return true
}
