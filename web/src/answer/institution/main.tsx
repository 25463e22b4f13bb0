import '../old-phones.ts'
import '../../tokens.css'
import '../answer.css'
import '../look/look.css'
import './institution.css'
import { render } from 'preact'
import { isOpenToInstitution, type PublicForm } from '@rozeznanie/core/institution'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { BrokenPage, MissingPage, SafetyNet } from '../Broken.tsx'
import { readSurvey } from '../survey-input.ts'
import { amendTexts } from '../texts.ts'
import { formTexts as texts, institutionWords } from './form-texts.ts'
import { InstitutionApp } from './InstitutionApp.tsx'

/** What the server wrote into the page beside the survey; it is its own, so its shape is trusted. */
function readForm(): PublicForm | null {
  const written = document.getElementById('form')?.textContent
  return written ? (JSON.parse(written) as PublicForm) : null
}

interface HandedOverProps {
  readonly form: PublicForm
  readonly phone: string
}

/** Nothing can be written now: the organiser has the form. */
function HandedOver({ form, phone }: HandedOverProps) {
  const isAccepted = form.status === 'ACCEPTED'
  return (
    <main id="tresc">
      <p>{texts.whose(form.institutionName)}</p>
      <h1>{isAccepted ? texts.acceptedTitle : texts.waitingTitle}</h1>
      <p class="lead">{isAccepted ? texts.accepted : texts.sent}</p>
      <p class="phone">{phone}</p>
    </main>
  )
}

function draw(holder: HTMLElement, survey: PublicSurvey, form: PublicForm): void {
  amendTexts(institutionWords)
  holder.textContent = ''
  render(
    <SafetyNet phone={survey.contactPhone}>
      {isOpenToInstitution(form.status) ? (
        <InstitutionApp survey={survey} form={form} address={window.location.pathname} />
      ) : (
        <HandedOver form={form} phone={survey.contactPhone} />
      )}
    </SafetyNet>,
    holder,
  )
}

const root = document.getElementById('ankieta')
const survey = readSurvey(document.getElementById('survey')?.textContent)
const form = readForm()

if (root && survey && form) {
  try {
    draw(root, survey, form)
  } catch {
    root.textContent = ''
    render(<BrokenPage phone={survey.contactPhone} />, root)
  }
} else if (root) {
  root.textContent = ''
  render(<MissingPage />, root)
}
