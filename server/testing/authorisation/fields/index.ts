import type { FieldRow } from '../verdicts.ts'
import { ACCOUNT_FIELDS } from './account.ts'
import { CLEANING_FIELDS } from './cleaning.ts'
import { CODING_FIELDS } from './coding.ts'
import { FIELDWORK_FIELDS } from './fieldwork.ts'
import { INSTITUTION_FIELDS } from './institution.ts'
import { INVITATION_FIELDS } from './invitation.ts'
import { NOTE_FIELDS } from './note.ts'
import { ORGANISATION_FIELDS } from './organisation.ts'
import { QUESTIONNAIRE_FIELDS } from './questionnaire.ts'
import { REPORT_FIELDS } from './report.ts'
import { RESPONSE_FIELDS } from './response.ts'
import { SAVED_VIEW_FIELDS } from './saved-view.ts'
import { SURVEY_FIELDS } from './survey.ts'
import { WEIGHTING_FIELDS } from './weighting.ts'

/** One row for every root field of the schema; a new field without a row fails the test. */
export const FIELDS: Readonly<Record<string, FieldRow>> = {
  ...ACCOUNT_FIELDS,
  ...ORGANISATION_FIELDS,
  ...QUESTIONNAIRE_FIELDS,
  ...SURVEY_FIELDS,
  ...FIELDWORK_FIELDS,
  ...INSTITUTION_FIELDS,
  ...NOTE_FIELDS,
  ...INVITATION_FIELDS,
  ...RESPONSE_FIELDS,
  ...CLEANING_FIELDS,
  ...WEIGHTING_FIELDS,
  ...CODING_FIELDS,
  ...SAVED_VIEW_FIELDS,
  ...REPORT_FIELDS,
}
