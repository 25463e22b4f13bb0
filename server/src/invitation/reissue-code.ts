import { randomBytes } from 'node:crypto'
import { isOrganiserOf } from '@rozeznanie/core/account'
import { assertMayReissue, CODE_BYTES, makeOneTimeCode } from '@rozeznanie/core/invitation'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadInvitedSurvey, saveReissue } from './invitation.store.ts'

/**
 * Replaces the lost code of a letter; the old one is no longer valid. Refusals: see `assertMayReissue` in core.
 *
 * @returns the new code; `null` when the viewer organises no such survey
 */
export async function reissueCode(
  { db, viewer, now }: Context,
  surveyId: string,
  serial: number,
): Promise<string | null> {
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadInvitedSurvey(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return null
  const makeCode = () => makeOneTimeCode(randomBytes(CODE_BYTES))
  const decide = (letter: { readonly isSpent: boolean } | null) => assertMayReissue(letter, survey.isClosed)
  return saveReissue(db, { surveyId, viewer, at: now(), serial, makeCode, decide })
}
