import { storedKeysOf, type StoredKey } from '@rozeznanie/core/analysis'
import { isOpenAnswerKey } from '@rozeznanie/core/response'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { findOpenAnswer, type OpenAnswer, type OpenAnswerName } from './open-answer.store.ts'

type SurveyForm = NonNullable<Awaited<ReturnType<Context['surveyColumns']['form']>>>

/** Ids of the versions in which a stored key is that of a text that respondents write. */
export function versionsWithOpenKey({ versions }: SurveyForm, key: string): readonly string[] {
  return versions.filter(({ questionnaire }) => isOpenAnswerKey(questionnaire, key)).map(({ id }) => id)
}

/** Where the texts of an open question of the results are stored; none where it is no open question. */
export function openAnswerKeys(form: SurveyForm, key: string): readonly StoredKey[] {
  const { pool, versions } = form
  const keys = pool ? storedKeysOf(pool, key) : [{ versionId: versions[0].id, key }]
  return keys.filter((stored) => versionsWithOpenKey(form, stored.key).includes(stored.versionId))
}

/** The answer, for an organiser of its survey; `null` for anybody else and where there is none. */
export async function loadOwnAnswer(context: Context, name: OpenAnswerName): Promise<OpenAnswer | null> {
  if (!isUuid(name.responseId) || !(await mayOrganiseSurvey(context, name.surveyId))) return null
  const form = await context.surveyColumns.form(name.surveyId)
  const versionIds = form ? versionsWithOpenKey(form, name.questionKey) : []
  return versionIds.length === 0 ? null : findOpenAnswer(context.db, name, versionIds)
}
