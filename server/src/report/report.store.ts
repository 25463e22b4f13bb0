import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { ReportSurvey } from '@rozeznanie/core/report'
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
  readonly questionnaire: Questionnaire
  readonly releasedAnswers: readonly { readonly questionKey: string; readonly text: string }[]
}

/** Everything but the answers; `null` when there is no such survey. Released answers in the order of their random ids. */
export async function loadReportFacts({ prisma }: Database, surveyId: string): Promise<ReportFacts | null> {
  const [survey, demo] = await Promise.all([
    prisma.survey.findUnique({
      where: { id: surveyId },
      include: {
        organisation: { select: { name: true } },
        municipality: { select: { name: true } },
        questionnaireVersion: { select: { document: true } },
        releasedAnswers: {
          select: { questionKey: true, text: true },
          orderBy: [{ questionKey: 'asc' }, { responseId: 'asc' }],
        },
      },
    }),
    prisma.installation.findUnique({ where: { key: 'demo' } }),
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
    questionnaire: parseQuestionnaire(survey.questionnaireVersion.document),
    releasedAnswers: survey.releasedAnswers,
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
