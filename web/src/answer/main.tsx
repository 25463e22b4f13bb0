import './old-phones.ts'
import '../tokens.css'
import './answer.css'
import './look/look.css'
import { hydrate, render } from 'preact'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { AnswerApp } from './AnswerApp.tsx'
import { BrokenPage, MissingPage, SafetyNet } from './Broken.tsx'
import { fetchGate } from './code-gate/code-gate.ts'
import { keptDraft, saveDraft, type Draft } from './draft.ts'
import { POLISH } from './language.ts'
import { firstLook, printLook, rememberedLook } from './look/look.ts'
import { forgetParked, holding, surveyFor } from './opened.ts'
import type { Begun } from './resume/park.ts'
import { inBrowser } from './surroundings.ts'
import { readSurvey } from './survey-input.ts'
import { rememberedLanguage } from './use-speech.ts'

const root = document.getElementById('ankieta')
const current = readSurvey(document.getElementById('survey')?.textContent)

/** Nothing was drawn yet but by the server, which draws the first page as it stands here. */
let isFirst = true

async function draw(holder: HTMLElement, survey: PublicSurvey, begun: Begun | null): Promise<void> {
  const browser = holding(survey, inBrowser(), begun)
  const opened = await surveyFor(survey, browser)
  const [language] = await Promise.all([rememberedLanguage(opened, browser), fetchGate(survey)])
  const look = rememberedLook(opened, browser.shelf)
  const again = (next: Begun | null) => {
    saveDraft(browser.shelf, survey.code, null)
    render(null, holder)
    void start(holder, survey, next)
  }
  // Whoever begins anew after an older version gets the survey as it is now.
  const onRestart = () => opened !== survey && again(null)
  const onSent = (draft: Draft) => forgetParked(survey.code, draft)
  const surroundings = { ...browser, onRestart, onResume: again, onSent }
  const app = (
    <SafetyNet phone={survey.contactPhone}>
      <AnswerApp
        key={opened.questionnaireVersionId}
        survey={opened}
        surroundings={surroundings}
        language={language}
        look={look}
      />
    </SafetyNet>
  )
  const isAtStart =
    (survey.status !== 'OPEN' && !survey.takesBegun) ||
    (browser.trail.now().kind === 'start' && !keptDraft(browser.shelf, survey.code))
  const isAsDrawn = language === POLISH && printLook(look) === printLook(firstLook(opened))
  if (isAtStart && isAsDrawn && isFirst && !holder.querySelector('.waiting')) hydrate(app, holder)
  else {
    holder.textContent = ''
    render(app, holder)
  }
  isFirst = false
}

async function start(holder: HTMLElement, survey: PublicSurvey, begun: Begun | null = null): Promise<void> {
  try {
    await draw(holder, survey, begun)
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
