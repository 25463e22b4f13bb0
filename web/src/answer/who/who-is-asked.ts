import type { Audience } from '@rozeznanie/core/questionnaire'
import { ANSWERED_BY, type AnsweredBy } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'

/** `asked`: before the first question; `offered`: on the first screen, for those whom it concerns. */
const WHO_IS_ASKED: Readonly<Record<Audience, 'asked' | 'offered' | 'never'>> = {
  SENIOR: 'asked',
  RESIDENT: 'offered',
  FAMILY: 'offered',
  PROVIDER: 'never',
  STAKEHOLDER: 'never',
  STAFF: 'never',
}

/** Does the survey ask who answers: the person, with help, or somebody in their place? */
export const whoIsAsked = ({ questionnaire }: Pick<PublicSurvey, 'questionnaire'>) =>
  WHO_IS_ASKED[questionnaire.audience]

/** Who answers, as it was posted or kept; nothing where it is none of the answers. */
export const whoIn = (value: unknown): AnsweredBy | undefined => ANSWERED_BY.find((one) => one === value)
