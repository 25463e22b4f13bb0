import { randomBytes } from 'node:crypto'
import { isOrganiserOf } from '@rozeznanie/core/account'
import {
  checkCodeBatch,
  CODE_BYTES,
  makeOneTimeCode,
  type CodeBatchProposal,
} from '@rozeznanie/core/invitation'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadInvitedSurvey, saveBatch } from './invitation.store.ts'

/**
 * Makes one-time codes, each for one letter. Refusals: see `checkCodeBatch` in core.
 *
 * @returns the number of the batch; `null` when the viewer organises no such survey
 */
export async function makeCodeBatch(
  { db, viewer, now }: Context,
  surveyId: string,
  proposal: CodeBatchProposal,
): Promise<number | null> {
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadInvitedSurvey(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return null
  const decided = checkCodeBatch(proposal, survey)
  const at = now()
  const makeCode = () => makeOneTimeCode(randomBytes(CODE_BYTES))
  return saveBatch(db, { surveyId, viewer, at, madeOn: localDayOf(at), proposal: decided, makeCode })
}
