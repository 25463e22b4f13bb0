import type { Flag } from '@rozeznanie/core/cleaning'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { findOpened, type OpenedResponse } from './quality.store.ts'
import { readLog, type LineInWords } from './read-log.ts'

/** One response as an organiser reads it. */
export interface ResponseToRead extends OpenedResponse {
  readonly questionnaire: Questionnaire
  readonly flags: readonly Flag[]
  readonly open: readonly Flag[]
  readonly log: readonly LineInWords[]
}

/** One response with its flags and its log, for organisers; `null` for anybody else and where there is none. */
export async function readOpened(
  context: Context,
  surveyId: string,
  responseId: string,
): Promise<ResponseToRead | null> {
  const survey = isUuid(responseId) ? await cleanedSurvey(context, surveyId) : null
  const opened = survey && (await findOpened(context.db, surveyId, responseId))
  if (!survey || !opened) return null
  const [reading, log] = await Promise.all([
    context.surveyQuality.read(surveyId),
    readLog(context, { surveyId, responseId: opened.id }),
  ])
  const own = reading?.flagged.find((flagged) => flagged.responseId === opened.id)
  return {
    ...opened,
    questionnaire: survey.questionnaireOf(opened.versionId),
    flags: own?.flags ?? [],
    open: own?.open ?? [],
    log,
  }
}
