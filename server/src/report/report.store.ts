import type { StoredKey } from '@rozeznanie/core/analysis'
import type { FieldQuote, ReportSurvey } from '@rozeznanie/core/report'
import type { SurveyPeriod } from '@rozeznanie/core/survey'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { dayOf } from '../kernel/scalars.ts'

/** What a report tells of its survey beside the answers. */
export interface ReportFacts {
  readonly organisationId: string
  readonly survey: Omit<ReportSurvey, 'isFinished'>
  readonly period: SurveyPeriod
  readonly releasedAnswers: readonly ReleasedAnswer[]
  readonly fieldQuotes: readonly FieldQuote[]
}

/** A released text, with where the answer is stored. */
export interface ReleasedAnswer extends StoredKey {
  readonly text: string
}

const RELEASED = `SELECT question_key AS key, text, questionnaire_version_id AS "versionId"
  FROM released_answer
  JOIN counted_response counted ON counted.survey_id = released_answer.survey_id AND id = response_id
    AND answers ? question_key
  WHERE released_answer.survey_id = $1 ORDER BY question_key, response_id`

/** Of the organisation and the municipality of the survey; the newest first, without place, speaker and day. */
const FIELD_QUOTES = `SELECT released_area AS area, method, to_char(noted_on, 'YYYY-MM') AS month, released_text AS text
  FROM field_quote JOIN field_note ON field_note.id = note_id
  JOIN survey USING (organisation_id, municipality_code)
  WHERE survey.id = $1 AND released_text IS NOT NULL
  ORDER BY to_char(noted_on, 'YYYY-MM') DESC, method, md5(note_id::text || number)`

/** Everything but the answers; `null` when there is no such survey. Released answers in the order of their random ids. */
export async function loadReportFacts(
  { prisma, pool }: Database,
  surveyId: string,
): Promise<ReportFacts | null> {
  const [survey, demo, released, quotes] = await Promise.all([
    prisma.survey.findUnique({
      where: { id: surveyId },
      include: {
        organisation: { select: { name: true } },
        municipality: { select: { name: true } },
      },
    }),
    prisma.installation.findUnique({ where: { key: 'demo' } }),
    pool.query<ReleasedAnswer>(RELEASED, [surveyId]),
    pool.query<FieldQuote>(FIELD_QUOTES, [surveyId]),
  ])
  if (!survey) return null
  const period = {
    opensOn: dayOf(survey.opensOn),
    closesOn: dayOf(survey.closesOn),
    closedAt: survey.closedAt,
  }
  return {
    organisationId: survey.organisationId,
    period,
    releasedAnswers: released.rows,
    fieldQuotes: quotes.rows,
    survey: {
      title: survey.title,
      organisationName: survey.organisation.name,
      municipalityName: survey.municipality.name,
      municipalityCode: survey.municipalityCode,
      sampleType: survey.sampleType,
      opensOn: period.opensOn,
      closesOn: period.closesOn,
      isDemo: demo !== null,
    },
  }
}

interface ExportRecord {
  readonly viewer: Viewer | null
  readonly at: Date
  readonly surveyId: string
  readonly format: string
}

/** Records who took a report out of the system, when and in which format. */
export async function saveExport(
  { prisma }: Database,
  { surveyId, format, ...who }: ExportRecord,
): Promise<void> {
  const entry = {
    ...who,
    action: 'exportReport',
    objectType: 'Survey',
    objectId: surveyId,
    details: { format },
  }
  await recordAudit(prisma, entry)
}
