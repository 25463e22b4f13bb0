import { compareEntries } from '@rozeznanie/core/cleaning'
import { SameClerkError } from '@rozeznanie/core/entry'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { compile, type RawAnswers } from '@rozeznanie/core/questionnaire'
import { AnswersRefusedError, judgeAnswers } from '@rozeznanie/core/response'
import type { Context } from '../context.ts'
import { surveyOfCollector } from '../fieldwork/fieldwork.access.ts'
import { isUuid } from '../kernel/ids.ts'
import {
  countClerks,
  findFirstEntry,
  findWaiting,
  saveSecondEntry,
  type SheetToEnterAgain,
} from './paper-sheet.store.ts'

/** One sheet entered a second time. */
export interface SecondEntryWish {
  readonly surveyId: string
  readonly responseId: string
  readonly answers: RawAnswers
}

/** Sheets that the viewer may enter a second time: somebody else's, where there is somebody else. */
export async function sheetsToEnterAgain(
  context: Context,
  surveyId: string,
): Promise<readonly SheetToEnterAgain[]> {
  const survey = await surveyOfCollector(context, surveyId)
  if (!survey) return []
  const isAlone = (await countClerks(context.db, survey.organisationId)) < 2
  return findWaiting(context.db, survey.id, isAlone ? null : (context.viewer?.accountId ?? null))
}

/**
 * Stores the second entry of a sheet and finds where it differs from the first, which the clerk never sees. Sent again,
 * the one that is stored stays.
 *
 * @returns false when the viewer enters nothing for the survey
 * @throws InvalidInputError for a sheet that nobody entered from paper
 * @throws AnswersRefusedError, SameClerkError
 */
export async function enterSheetAgain(context: Context, wish: SecondEntryWish): Promise<boolean> {
  const { surveyId, responseId } = wish
  const { db, viewer } = context
  const survey = await surveyOfCollector(context, surveyId)
  if (!survey || !viewer) return false
  const first = isUuid(responseId) ? await findFirstEntry(db, survey.id, responseId) : null
  const questionnaire = first && survey.questionnaires.get(first.versionId)
  if (!first || !questionnaire) {
    const message = 'Tego arkusza nie ma wśród wpisanych z papieru.'
    throw new InvalidInputError([{ path: 'responseId', message }])
  }
  if (first.enteredById === viewer.accountId && (await countClerks(db, survey.organisationId)) > 1)
    throw new SameClerkError()
  const { localityIds } = survey
  const { answers, violations } = judgeAnswers(questionnaire, wish.answers, {
    localityIds,
    today: first.submittedOn,
  })
  if (violations.length > 0) throw new AnswersRefusedError(violations)
  const compared = compareEntries(compile(questionnaire), first.answers, answers, first.submittedOn)
  await saveSecondEntry(db, {
    surveyId: survey.id,
    responseId,
    answers,
    accountId: viewer.accountId,
    fieldCount: compared.fieldCount,
    differences: compared.differences.map(({ path }) => path),
  })
  return true
}
