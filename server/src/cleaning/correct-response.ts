import {
  decideCorrection,
  decideUndo,
  type CorrectionRequest,
  type FieldPath,
  type LogLine,
} from '@rozeznanie/core/cleaning'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { CompiledQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import {
  decideUnderLock,
  findLineOwner,
  type NewLine,
  type ResponseName,
  type ResponseToCorrect,
} from './correction.store.ts'
import { loadLocalities } from './log.store.ts'

/** What an organiser asks for. */
export interface CorrectionWish extends ResponseName {
  readonly kind: CorrectionRequest['kind']
  readonly path: FieldPath
  readonly value?: unknown
  readonly reason: string
  readonly remark: string
  readonly flags: readonly string[]
}

/** What a decision about one response needs of its surroundings. */
export interface Surroundings {
  readonly compiled: CompiledQuestionnaire
  readonly context: { readonly localityIds: readonly string[] }
}

/**
 * Lets core decide about one response of a survey and stores what it decided; open result pages hear of it.
 *
 * @returns the new lines of the log; `null` when the viewer organises no survey with such a response
 */
export async function decideAbout(
  context: Context,
  name: ResponseName,
  decide: (response: ResponseToCorrect, around: Surroundings) => readonly NewLine[],
): Promise<readonly LogLine[] | null> {
  const survey = isUuid(name.responseId) ? await cleanedSurvey(context, name.surveyId) : null
  if (!survey) return null
  const { db, now, progress } = context
  const localities = await loadLocalities(db, name.surveyId)
  const lines = await decideUnderLock(db, {
    name,
    accountId: survey.viewer.accountId,
    at: now(),
    compiledOf: survey.compiledOf,
    decide: (response) =>
      decide(response, {
        compiled: survey.compiledOf(response.versionId),
        context: { localityIds: [...localities.keys()] },
      }),
  })
  if (lines !== null && lines.length > 0) progress.notify(name.surveyId)
  return lines
}

/** Decides one thing about a stored response. Refusals: see `decideCorrection` in core. @returns as `decideAbout` */
export async function correctResponse(
  context: Context,
  wish: CorrectionWish,
): Promise<readonly LogLine[] | null> {
  const { surveyId, responseId, ...request } = wish
  return decideAbout(context, { surveyId, responseId }, (response, { compiled, context: around }) => [
    decideCorrection({ compiled, ...response }, { ...request, source: 'CLEANING' }, around),
  ])
}

/**
 * Takes a line of the log back. Refusals: see `decideUndo` in core.
 *
 * @returns the response with the new lines; `null` when the viewer does not organise the survey
 */
export async function undoCorrection(
  context: Context,
  {
    surveyId,
    number,
    remark,
  }: { readonly surveyId: string; readonly number: number; readonly remark: string },
): Promise<{ readonly responseId: string; readonly lines: readonly LogLine[] } | null> {
  const survey = await cleanedSurvey(context, surveyId)
  if (!survey) return null
  const responseId = await findLineOwner(context.db, surveyId, number)
  if (responseId === null) {
    throw new InvalidInputError([{ path: 'number', message: 'Takiego wpisu w dzienniku nie ma.' }])
  }
  const lines = await decideAbout(context, { surveyId, responseId }, (response, { compiled }) => [
    decideUndo({ compiled, ...response }, number, remark),
  ])
  return lines && { responseId, lines }
}
