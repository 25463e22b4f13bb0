import { compile, type CompiledQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'

/** A survey that the viewer may clean: with every version it has had. */
export interface CleanedSurvey {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly questionnaireOf: (versionId: string) => Questionnaire
  readonly compiledOf: (versionId: string) => CompiledQuestionnaire
}

/** The survey, for its organisers; `null` for anybody else and for a missing one. */
export async function cleanedSurvey(
  context: Pick<Context, 'db' | 'viewer' | 'surveyColumns'>,
  surveyId: string,
): Promise<CleanedSurvey | null> {
  const { viewer, surveyColumns } = context
  if (!viewer || !isUuid(surveyId) || !(await mayOrganiseSurvey(context, surveyId))) return null
  const form = await surveyColumns.form(surveyId)
  if (!form) return null
  const questionnaires = new Map(form.versions.map(({ id, questionnaire }) => [id, questionnaire]))
  const questionnaireOf = (versionId: string): Questionnaire => {
    const questionnaire = questionnaires.get(versionId)
    if (!questionnaire)
      throw new RangeError(`A response to a version that the survey never had: ${versionId}`)
    return questionnaire
  }
  return { surveyId, viewer, questionnaireOf, compiledOf: (versionId) => compile(questionnaireOf(versionId)) }
}
