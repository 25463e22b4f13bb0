import {
  surveyStatus,
  surveyStatusMessage,
  UNKNOWN_SURVEY_MESSAGE,
  type PublicSurvey,
} from '@rozeznanie/core/survey'
import type { AnswerableSurvey } from './public-survey.access.ts'

/** Used until the web is built: enough to say in words what the page would. */
export const PLAIN_SHELL = `<!doctype html>
<html lang="pl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Ankieta</title>
  </head>
  <body>
    <div id="ankieta"><main class="waiting"><h1>Ankieta jest chwilowo niedostępna</h1><p>Prosimy zadzwonić do organizatora<!--phone-->.</p></main></div>
    <!--survey-->
  </body>
</html>
`

/** What the page of an address says: a survey, or that there is none. */
export interface AnswerPage {
  readonly status: 200 | 404
  readonly html: string
}

interface Notice {
  readonly heading: string
  readonly text: string
}

const HEADINGS = {
  SCHEDULED: 'Ankieta jeszcze się nie rozpoczęła',
  ENDED: 'Ankieta jest już zakończona',
  CLOSED: 'Ankieta jest już zakończona',
} as const

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** JSON that cannot end the script element it stands in, nor start a comment in it. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
}

/** What the answering page gets of a survey; `null` where the survey never had the version. */
export function publicSurveyOf(
  survey: AnswerableSurvey,
  now: Date,
  questionnaireVersionId = survey.questionnaireVersionId,
): PublicSurvey | null {
  const { questionnaires } = survey
  const questionnaire = questionnaires.get(questionnaireVersionId)
  if (!questionnaire) return null
  const { code, title, opensOn, closesOn, organisationName, municipalityName, contactPhone } = survey
  const { informationClause, localities, isDemo } = survey
  return {
    ...{ code, title, opensOn, closesOn, organisationName, municipalityName, contactPhone },
    ...{ informationClause, questionnaireVersionId, questionnaire, localities, isDemo },
    status: surveyStatus(survey, now),
  }
}

/** Instead of the waiting line, words that need no script. */
function withNotice(shell: string, { heading, text }: Notice): string {
  const main = `<main><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(text)}</p></main>`
  return shell
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace(/(<div id="ankieta">)[\s\S]*?<\/main>/, (_whole, start: string) => `${start}${main}`)
}

function filled(shell: string, title: string, phone: string | null, survey: PublicSurvey | null): string {
  const script = `<script type="application/json" id="survey">${jsonForHtml(survey)}</script>`
  return shell
    .replace(/<!--(?!(survey|phone)-->)[\s\S]*?-->/g, '')
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
    .replaceAll('<!--phone-->', () => (phone === null ? '' : escapeHtml(`: ${phone}`)))
    .replace('<!--survey-->', () => script)
}

/** The page of an address with no survey, in the same look. */
export function unknownSurveyPage(shell: string): AnswerPage {
  const notice = { heading: 'Nie ma takiej ankiety', text: UNKNOWN_SURVEY_MESSAGE }
  return { status: 404, html: filled(withNotice(shell, notice), notice.heading, null, null) }
}

/** The page of a survey; outside its dates it says so even where no script runs. */
export function surveyPage(shell: string, survey: PublicSurvey): AnswerPage {
  const { status, title, contactPhone } = survey
  const text = surveyStatusMessage(status, survey)
  const page =
    status === 'OPEN' || text === null ? shell : withNotice(shell, { heading: HEADINGS[status], text })
  return { status: 200, html: filled(page, `${title} – ankieta`, contactPhone, survey) }
}
