import './old-phones.ts'
import '../tokens.css'
import './answer.css'
import './look/look.css'
import { hydrate, render } from 'preact'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { AnswerApp } from './AnswerApp.tsx'
import { BrokenPage, MissingPage, SafetyNet } from './Broken.tsx'
import { keptDraft, saveDraft } from './draft.ts'
import { POLISH } from './language.ts'
import { firstLook, printLook, rememberedLook } from './look/look.ts'
import { inBrowser, type Surroundings } from './surroundings.ts'
import { readSurvey } from './survey-input.ts'
import { rememberedLanguage } from './use-speech.ts'

const root = document.getElementById('ankieta')
const current = readSurvey(document.getElementById('survey')?.textContent)

/** Nothing was drawn yet but by the server, which draws the first page as it stands here. */
let isFirst = true

/** The survey that the person goes on with: that of the version they began, where it differs. */
async function surveyFor(survey: PublicSurvey, browser: Surroundings): Promise<PublicSurvey> {
  const draft = survey.status === 'OPEN' ? keptDraft(browser.shelf, survey.code) : null
  if (draft === null || draft.questionnaireVersionId === survey.questionnaireVersionId) return survey
  const { surveyToFinish } = await import('./older-version.ts')
  return surveyToFinish(survey, browser, draft, fetch.bind(window))
}

async function draw(holder: HTMLElement, survey: PublicSurvey): Promise<void> {
  const browser = inBrowser()
  const opened = await surveyFor(survey, browser)
  const language = await rememberedLanguage(opened, browser)
  const look = rememberedLook(opened, browser.shelf)
  // Whoever begins anew after an older version gets the survey as it is now.
  const onRestart = () => {
    if (opened === survey) return
    saveDraft(browser.shelf, survey.code, null)
    render(null, holder)
    void start(holder, survey)
  }
  const app = (
    <SafetyNet phone={survey.contactPhone}>
      <AnswerApp
        key={opened.questionnaireVersionId}
        survey={opened}
        surroundings={{ ...browser, onRestart }}
        language={language}
        look={look}
      />
    </SafetyNet>
  )
  const isAtStart =
    survey.status !== 'OPEN' ||
    (browser.trail.now().kind === 'start' && !keptDraft(browser.shelf, survey.code))
  const isAsDrawn = language === POLISH && printLook(look) === printLook(firstLook(opened))
  if (isAtStart && isAsDrawn && isFirst && !holder.querySelector('.waiting')) hydrate(app, holder)
  else {
    holder.textContent = ''
    render(app, holder)
  }
  isFirst = false
}

async function start(holder: HTMLElement, survey: PublicSurvey): Promise<void> {
  try {
    await draw(holder, survey)
  } catch {
    holder.textContent = ''
    render(<BrokenPage phone={survey.contactPhone} />, holder)
  }
}

if (root && current) void start(root, current)
else if (root) {
  root.textContent = ''
  render(<MissingPage />, root)
}
