import {
  INVITED_ONLY_MESSAGE,
  isInGrace,
  surveyStatus,
  surveyStatusMessage,
  UNKNOWN_SURVEY_MESSAGE,
  type PublicSurvey,
} from '@rozeznanie/core/survey'
import type { DrawnPage, FirstPage } from './answer-drawing.access.ts'
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

/** Where an address leads to no form of an institution. */
export const UNKNOWN_FORM: Notice = {
  heading: 'Nie ma takiego formularza',
  text: 'Pod tym adresem nie ma formularza. Organizator mógł wysłać nowy adres. Proszę sprawdzić najnowszą wiadomość od organizatora albo do niego zadzwonić.',
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
  const { informationClause, localities, isDemo, ticketKey } = survey
  return {
    ...{ code, title, opensOn, closesOn, organisationName, municipalityName, contactPhone },
    ...{ informationClause, questionnaireVersionId, questionnaire, localities, isDemo },
    ...(ticketKey !== null && { ticketKey }),
    status: surveyStatus(survey, now),
    ...(isInGrace(survey, now) && { takesBegun: true }),
  }
}

const withoutNoscript = (shell: string): string => shell.replace(/<noscript>[\s\S]*?<\/noscript>/, '')

/** Instead of the waiting line, a page. */
function withMain(shell: string, main: string): string {
  return shell.replace(
    /(<div id="ankieta">)[\s\S]*?<\/main>\s*/,
    (_whole, start: string) => `${start}${main}`,
  )
}

/** Instead of the waiting line, words that need no script. */
export function withNotice(shell: string, { heading, text }: Notice): string {
  const main = `<main><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(text)}</p></main>`
  return withMain(withoutNoscript(shell), main)
}

const withoutComments = (shell: string): string => shell.replace(/<!--(?!(survey|phone)-->)[\s\S]*?-->/g, '')

const withTitle = (shell: string, title: string): string =>
  shell.replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)

/** A shell with a title, a telephone number and a survey in their places. */
export function withSurvey(
  shell: string,
  title: string,
  phone: string | null,
  survey: PublicSurvey | null,
): string {
  const script = `<script type="application/json" id="survey">${jsonForHtml(survey)}</script>`
  return withTitle(withoutComments(shell), title)
    .replaceAll('<!--phone-->', () => (phone === null ? '' : escapeHtml(`: ${phone}`)))
    .replace('<!--survey-->', () => script)
}

/** The page of an address with no survey, in the same look. */
export function unknownSurveyPage(shell: string): AnswerPage {
  const notice = { heading: 'Nie ma takiej ankiety', text: UNKNOWN_SURVEY_MESSAGE }
  return { status: 404, html: withSurvey(withNotice(shell, notice), notice.heading, null, null) }
}

const withRoot = (shell: string, language: string, look: string): string =>
  shell.replace(/<html lang="pl">/, () => `<html lang="${escapeHtml(language)}" class="${escapeHtml(look)}">`)

/** A page for a browser without scripts, in the same look. */
export function plainDocument(shell: string, { html, title, language, look }: DrawnPage): string {
  const bare = withoutNoscript(shell)
    .replace(/<script\b[^>]*><\/script>/g, '')
    .replace('<!--survey-->', '')
  return withRoot(withMain(withTitle(withoutComments(bare), title), html), language, look)
}

/**
 * The page of a survey; outside its dates it says so even where no script runs.
 *
 * @param drawn - its first page, where the web was built
 */
export function surveyPage(shell: string, survey: PublicSurvey, drawn: FirstPage | null): AnswerPage {
  const { status, title, contactPhone } = survey
  if (drawn !== null) {
    const fit = status === 'OPEN' ? shell : withoutNoscript(shell)
    const page = withMain(withSurvey(fit, `${title} – ankieta`, contactPhone, survey), drawn.html)
    return { status: 200, html: withRoot(page, 'pl', drawn.look) }
  }
  const text = surveyStatusMessage(status, survey)
  const page =
    status === 'OPEN' || text === null ? shell : withNotice(shell, { heading: HEADINGS[status], text })
  return { status: 200, html: withSurvey(page, `${title} – ankieta`, contactPhone, survey) }
}

/** At the public address of a survey that only invited institutions answer: where they find their forms. */
export function invitedOnlyPage(
  shell: string,
  { title, contactPhone }: Pick<PublicSurvey, 'title' | 'contactPhone'>,
): AnswerPage {
  const text = `${INVITED_ONLY_MESSAGE} Telefon: ${contactPhone}.`
  const html = `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>`
  return { status: 200, html: plainDocument(shell, { html, title, language: 'pl', look: '' }) }
}

/**
 * The page of a shared tablet, on which people answer for themselves: it asks for no one-time code.
 *
 * @param own - what the tablet needs beside the survey
 */
export function kioskPage(shell: string, survey: PublicSurvey, own: object): AnswerPage {
  const { ticketKey: _key, ...shown } = survey
  const html = withSurvey(shell, `${survey.title} – ankieta na tablecie`, survey.contactPhone, shown)
  const script = `<script type="application/json" id="kiosk">${jsonForHtml(own)}</script></body>`
  return { status: 200, html: html.replace('</body>', () => script) }
}
