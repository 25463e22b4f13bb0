import { defaultInformationClause } from '@rozeznanie/core/survey'
import { isOpenAnswerKey } from '@rozeznanie/core/response'
import type { Context } from '../../server/src/context.ts'
import { releaseAnswer } from '../../server/src/response/release-answer.ts'
import { closeSurvey } from '../../server/src/survey/close-survey.ts'
import { openSurvey } from '../../server/src/survey/open-survey.ts'
import { findSurvey, latestVersionId, localityIdsByName } from './demo-state.ts'
import { seededRandom } from './random.ts'
import type { DemoCentre, DemoSurvey } from './region.ts'
import { drawAnswers } from './resident-answers.ts'
import { drawResident } from './resident.ts'

const DAY_MS = 86_400_000
const RELEASED_ANSWERS = 8
const OPEN_QUESTION = 'open_idea'

interface SurveyToLoad {
  readonly organisationId: string
  readonly centre: DemoCentre
  readonly survey: DemoSurvey
  readonly seed: number
}

interface OpenAnswer {
  readonly responseId: string
  readonly text: string
}

/** Opens the survey, lets its made-up residents answer day by day, and closes it when it is a finished one. */
export async function loadSurvey(context: Context, wishes: SurveyToLoad): Promise<void> {
  const surveyId = await ensureSurvey(context, wishes)
  const open = await answerSurvey(context, surveyId, wishes)
  for (const { responseId, text } of open.slice(0, RELEASED_ANSWERS)) {
    await releaseAnswer(context, { surveyId, responseId, questionKey: OPEN_QUESTION }, text)
  }
  const { survey, organisationId } = wishes
  const known = await findSurvey(context.db, organisationId, survey.title)
  if (survey.isClosed && known?.closedAt === null) {
    await closeSurvey({ ...context, now: () => instantIn(context, survey.closesInDays) }, surveyId)
  }
}

const instantIn = (context: Context, days: number) => new Date(context.now().getTime() + days * DAY_MS)
const dayIn = (context: Context, days: number) => instantIn(context, days).toISOString().slice(0, 10)

async function ensureSurvey(
  context: Context,
  { organisationId, centre, survey }: SurveyToLoad,
): Promise<string> {
  const known = await findSurvey(context.db, organisationId, survey.title)
  if (known) return known.id
  return openSurvey(
    { ...context, now: () => instantIn(context, survey.opensInDays - 1) },
    {
      organisationId,
      municipalityCode: centre.municipalityCode,
      questionnaireVersionId: await latestVersionId(context.db, survey.questionnaireKey),
      title: survey.title,
      opensOn: dayIn(context, survey.opensInDays),
      closesOn: dayIn(context, survey.closesInDays),
      sampleType: 'OPEN_LINK',
      contactPhone: centre.phone,
      informationClause: defaultInformationClause({
        organisationName: centre.name,
        municipalityName: centre.municipalityName,
        contactPhone: centre.phone,
      }),
    },
  )
}

/** @returns the open answers, each different text once */
async function answerSurvey(
  context: Context,
  surveyId: string,
  { centre, survey, seed }: SurveyToLoad,
): Promise<readonly OpenAnswer[]> {
  const answerable = await context.publicSurveys.byId(surveyId)
  const questionnaire = answerable?.questionnaires.get(answerable.questionnaireVersionId)
  if (!answerable || !questionnaire)
    throw new Error(`The survey ${surveyId} of the example cannot be answered`)
  const random = seededRandom(seed)
  const localityIds = await localityIdsByName(context.db, centre.municipalityCode)
  const lastDay = Math.min(-1, survey.closesInDays)
  const submissions = Array.from({ length: survey.responseCount }, () => {
    const resident = drawResident(random, centre)
    const answers = drawAnswers({ questionnaire, random, centre, localityIds, resident })
    const day = survey.opensInDays + Math.floor(random.next() ** 1.6 * (lastDay - survey.opensInDays + 1))
    const { questionnaireVersionId } = answerable
    return { day, submission: { id: random.uuid(), questionnaireVersionId, mode: resident.mode, answers } }
  })
  for (let day = survey.opensInDays; day <= lastDay; day += 1) {
    const sent = submissions.filter((one) => one.day === day).map(({ submission }) => submission)
    if (sent.length > 0) await context.responses.storeMany(answerable, sent, dayIn(context, day))
  }
  if (!isOpenAnswerKey(questionnaire, OPEN_QUESTION)) return []
  const texts = submissions.map(
    ({ submission: { id, answers } }) => [String(answers[OPEN_QUESTION] ?? ''), id] as const,
  )
  return [...new Map(texts.filter(([text]) => text !== ''))].map(([text, responseId]) => ({
    text,
    responseId,
  }))
}
