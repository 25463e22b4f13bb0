import './old-phones.ts'
import '../tokens.css'
import './answer.css'
import { render } from 'preact'
import { AnswerApp } from './AnswerApp.tsx'
import { BrokenPage, MissingPage, SafetyNet } from './Broken.tsx'
import { readSurvey } from './survey-input.ts'

const root = document.getElementById('ankieta')
const survey = readSurvey(document.getElementById('survey')?.textContent)

function start(holder: HTMLElement): void {
  holder.textContent = ''
  if (!survey) return render(<MissingPage />, holder)
  try {
    render(
      <SafetyNet phone={survey.contactPhone}>
        <AnswerApp survey={survey} />
      </SafetyNet>,
      holder,
    )
  } catch {
    render(<BrokenPage phone={survey.contactPhone} />, holder)
  }
}

if (root) start(root)
