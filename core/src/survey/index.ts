export * from './model.ts'
export * from './errors.ts'
export { dayAfter, inclusiveDayCount, isLocalDay, localDayOf, polishDay } from './local-day.ts'
export {
  assertTakesAnswers,
  INVITED_ONLY_MESSAGE,
  surveyStatus,
  surveyStatusMessage,
  UNKNOWN_SURVEY_MESSAGE,
} from './survey-status.ts'
export {
  assertMayChangeGrace,
  isInGrace,
  isOverWithGrace,
  lastGraceDay,
  LONGEST_GRACE_DAYS,
  USUAL_GRACE_DAYS,
} from './grace.ts'
export { makeSurveyCode, normaliseSurveyCode, SURVEY_CODE_BYTES } from './survey-code.ts'
export { defaultInformationClause } from './information-clause.ts'
export { recommendedSampleSize } from './sample-size.ts'
export {
  isPlausiblePhone,
  LONGEST_SURVEY_DAYS,
  openSurvey,
  type DecidedSurvey,
  type SurveyProposal,
  type SurveyProposalFacts,
} from './open-survey.ts'
export { assertMayMove, type SurveyMoveFacts } from './move-survey.ts'
export { closeSurvey } from './close-survey.ts'
export { extendSurvey } from './extend-survey.ts'
export { regionalCount } from './regional-count.ts'
export {
  DEFAULT_INVITATION_REASON,
  readEmbedHost,
  settleMaterials,
  type SurveyMaterials,
} from './materials.ts'
export { MOST_COPIES, nextSheets, type SheetRange } from './print-run.ts'
