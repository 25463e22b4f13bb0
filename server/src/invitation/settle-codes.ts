import { isOrganiserOf } from '@rozeznanie/core/account'
import { assertMaySettleCodes, CodesSettledError } from '@rozeznanie/core/invitation'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadInvitedSurvey, saveSettling } from './invitation.store.ts'
import { makeTicketKey } from './ticket-key.store.ts'

interface Settling {
  readonly surveyId: string
  readonly takesCodes: boolean
}

/**
 * Turns one-time codes on or off, before the first answer. Refusals: see `assertMaySettleCodes` in core.
 *
 * @returns false when the viewer organises no such survey; a foreign and a missing one look alike
 */
export async function settleCodes(context: Context, { surveyId, takesCodes }: Settling): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadInvitedSurvey(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return false
  if (survey.takesCodes === takesCodes) return true
  assertMaySettleCodes(survey)
  const key = takesCodes ? await makeTicketKey() : null
  const isSaved = await saveSettling(db, { surveyId, viewer, at: now(), key })
  publicSurveys.forget(surveyId)
  if (!isSaved)
    throw new CodesSettledError('Właśnie przyszła pierwsza odpowiedź, więc nie można tego zmienić.')
  return true
}
