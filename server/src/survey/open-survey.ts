import { randomBytes } from 'node:crypto'
import {
  makeSurveyCode,
  openSurvey as decideOpening,
  SURVEY_CODE_BYTES,
  type SurveyProposal,
} from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { assertOrganiser } from './survey.access.ts'
import { loadProposalFacts, saveSurvey } from './survey.store.ts'

/**
 * Opens a survey of the viewer's organisation and gives it its public code. Refusals: see `openSurvey` in core.
 *
 * @returns the id of the new survey
 */
export async function openSurvey({ db, viewer, now }: Context, proposal: SurveyProposal): Promise<string> {
  assertOrganiser(viewer, proposal.organisationId)
  const decided = decideOpening(proposal, await loadProposalFacts(db, proposal))
  const makeCode = () => makeSurveyCode(randomBytes(SURVEY_CODE_BYTES))
  return saveSurvey(db, { proposal: decided, viewer, at: now(), makeCode })
}
