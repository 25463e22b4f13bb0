import type { Answers, Audience } from '@rozeznanie/core/questionnaire'
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

/** A questionnaire may ask it itself, first of all; its answer then tells it, and nobody is asked twice. */
const OWN_QUESTION = 'res_for_whom'

type Asking = Pick<PublicSurvey, 'questionnaire'>

const asksItself = ({ questionnaire: { sections } }: Asking): boolean =>
  sections.some(({ questions }) => questions.some(({ key }) => key === OWN_QUESTION))

/** Does the page ask who answers: the person, with help, or somebody in their place? */
export const whoIsAsked = (survey: Asking) =>
  asksItself(survey) ? 'never' : WHO_IS_ASKED[survey.questionnaire.audience]

/** Who answers, as it was posted or kept; nothing where it is none of the answers. */
export const whoIn = (value: unknown): AnsweredBy | undefined => ANSWERED_BY.find((one) => one === value)

/** Who answered: as the page was told, or as the questionnaire's own question was answered. */
export const whoAnswered = (told: AnsweredBy | undefined, answers: Answers): AnsweredBy | undefined =>
  told ?? whoIn(answers[OWN_QUESTION])
