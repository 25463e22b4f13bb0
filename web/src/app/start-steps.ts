import { TERRAIN_PATH } from '@rozeznanie/core/terrain'
import { ACCOUNTS_PATH } from '../account/account.paths.ts'
import type { Role, SurveyStatus } from '../gql/graphql.ts'
import { MUNICIPALITIES_PATH } from '../municipality/municipality.paths.ts'
import { ORGANISATIONS_PATH } from '../organisation/organisation.paths.ts'
import { LIBRARY_PATH } from '../questionnaire/questionnaire.paths.ts'
import { openSurveyPath, surveyPath, surveysPath } from '../survey/survey.paths.ts'
import type { Step } from '../ui/Stepper.tsx'

interface StartViewer {
  readonly isAdministrator: boolean
  readonly memberships: readonly { readonly role: Role }[]
}

interface StartSurvey {
  readonly id: string
  readonly status: SurveyStatus
  readonly responseCount: number
}

/** One step of the start page; its texts stand under `start.<role>.<key>` of the catalogue. */
export interface StartStep {
  readonly key: string
  readonly to: string
  readonly state: Step['state']
}

export interface StartSteps {
  readonly role: 'organiser' | 'interviewer' | 'analyst' | 'administrator' | 'nobody'
  readonly steps: readonly StartStep[]
}

/** The three steps of the work, by the strongest role of the person and by how far the surveys are. */
export function startSteps(
  { isAdministrator, memberships }: StartViewer,
  surveys: readonly StartSurvey[],
): StartSteps {
  const has = (role: Role) => memberships.some((membership) => membership.role === role)
  if (has('ORGANISER')) return { role: 'organiser', steps: organiserSteps(surveys) }
  if (isAdministrator) {
    return {
      role: 'administrator',
      steps: [
        { key: 'register', to: MUNICIPALITIES_PATH, state: 'ahead' },
        { key: 'organisations', to: ORGANISATIONS_PATH, state: 'current' },
        { key: 'accounts', to: ACCOUNTS_PATH, state: 'ahead' },
      ],
    }
  }
  if (has('INTERVIEWER')) {
    return {
      role: 'interviewer',
      steps: [
        { key: 'field', to: TERRAIN_PATH, state: 'current' },
        { key: 'surveys', to: surveysPath(), state: 'ahead' },
      ],
    }
  }
  const steps: readonly StartStep[] = [
    ...(has('REGIONAL_ANALYST') ? [{ key: 'region', to: '/region', state: 'current' } as const] : []),
    { key: 'library', to: LIBRARY_PATH, state: has('REGIONAL_ANALYST') ? 'ahead' : 'current' },
  ]
  return { role: has('REGIONAL_ANALYST') ? 'analyst' : 'nobody', steps }
}

/** Without a survey the first step is next; with answers, the results; in between, inviting people. */
function organiserSteps(surveys: readonly StartSurvey[]): readonly StartStep[] {
  const fullest = surveys.reduce<StartSurvey | undefined>(
    (best, survey) => (survey.responseCount > (best?.responseCount ?? 0) ? survey : best),
    undefined,
  )
  const newest = surveys[0]
  const hasNone = surveys.length === 0
  return [
    { key: 'choose', to: LIBRARY_PATH, state: hasNone ? 'current' : 'done' },
    { key: 'open', to: openSurveyPath(), state: hasNone ? 'ahead' : fullest ? 'done' : 'current' },
    {
      key: 'results',
      to: fullest ? surveyPath(fullest.id, 'wyniki') : newest ? surveyPath(newest.id) : surveysPath(),
      state: fullest ? 'current' : 'ahead',
    },
  ]
}
