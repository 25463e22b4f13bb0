import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'

/** What an import needs to know of its survey. */
export interface ImportSurvey {
  readonly id: string
  readonly organisationId: string
  readonly questionnaireVersionId: string
  readonly questionnaire: Questionnaire
  /** With the retired ones: old sheets may name them. */
  readonly localities: readonly { readonly id: string; readonly name: string }[]
}

export async function findImportSurvey(db: Database, surveyId: string): Promise<ImportSurvey | null> {
  const survey = await db.prisma.survey.findUnique({
    where: { id: surveyId },
    include: {
      questionnaireVersion: true,
      municipality: { include: { localities: { select: { id: true, name: true } } } },
    },
  })
  if (!survey) return null
  return {
    id: survey.id,
    organisationId: survey.organisationId,
    questionnaireVersionId: survey.questionnaireVersionId,
    questionnaire: parseQuestionnaire(survey.questionnaireVersion.document),
    localities: survey.municipality.localities,
  }
}
