import '../old-phones.ts'
import '../../tokens.css'
import '../answer.css'
import '../look/look.css'
import './kiosk.css'
import { render } from 'preact'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { BrokenPage, MissingPage, SafetyNet } from '../Broken.tsx'
import { Heading } from '../Frame.tsx'
import { canSeal } from '../resume/sealing.ts'
import { readSurvey } from '../survey-input.ts'
import { amendTexts } from '../texts.ts'
import { KioskApp } from './KioskApp.tsx'
import { attendantTexts, personTextsIn } from './kiosk-texts.ts'
import { kioskAddress, setStage, startAnew } from './leaving.ts'
import type { KioskKey } from './sealed-outbox.ts'
import { NoPass } from './NoPass.tsx'
import { isLetIn, takePass } from './pass.ts'
import { readSettings } from './settings.ts'
import { SetUp } from './SetUp.tsx'

interface Written extends Omit<KioskKey, 'pass'> {
  /** The survey takes codes, and tablets only with a pass. */
  readonly needsPass: boolean
}

/** What the server wrote into the page beside the survey; it is its own, so its shape is trusted. */
function readWritten(): Written | null {
  const written = document.getElementById('kiosk')?.textContent
  return written ? (JSON.parse(written) as Written) : null
}

/** Between two people, while the next page cannot be had. */
function NoNetwork() {
  return (
    <main id="tresc">
      <h1>{attendantTexts.noNetworkTitle}</h1>
      <p class="lead" role="status">
        {attendantTexts.noNetwork}
      </p>
    </main>
  )
}

interface Admission {
  readonly kioskKey: KioskKey
  readonly isLetIn: boolean
}

/** Whether the tablet may begin: asked anew before every person. */
async function admit({ code }: PublicSurvey, { needsPass, ...key }: Written): Promise<Admission> {
  if (!needsPass) return { kioskKey: { ...key, pass: null }, isLetIn: true }
  // Another pass, opened in the same tab, changes nothing but the end of the address.
  window.addEventListener('hashchange', () => void (takePass(code) !== null && window.location.reload()))
  const pass = takePass(code)
  return { kioskKey: { ...key, pass }, isLetIn: await isLetIn(code, pass) }
}

function draw(holder: HTMLElement, survey: PublicSurvey, { kioskKey, isLetIn }: Admission): void {
  const settings = readSettings(sessionStorage)
  amendTexts((words) => {
    const own = personTextsIn(words.code)
    return {
      ...words,
      start: { ...words.start, storage: own.storage },
      done: { ...words.done, wiped: own.wiped, another: own.startAnew },
      closed: { ...words.closed, kept: own.wiped },
    }
  })
  const shown = !canSeal() ? (
    <main id="tresc">
      <Heading>{attendantTexts.setUpTitle}</Heading>
      <p class="lead">{attendantTexts.unsafe}</p>
    </main>
  ) : settings ? (
    <KioskApp survey={survey} kioskKey={kioskKey} settings={settings} isLetIn={isLetIn} />
  ) : !isLetIn ? (
    <NoPass survey={survey} />
  ) : (
    <SetUp survey={survey} onReady={() => startAnew(kioskAddress(survey.code))} />
  )
  setStage({
    clear: () => {
      render(null, holder)
      holder.textContent = ''
      document.getElementById('komunikat')?.replaceChildren()
    },
    wait: () => render(<NoNetwork />, holder),
  })
  holder.textContent = ''
  render(<SafetyNet phone={survey.contactPhone}>{shown}</SafetyNet>, holder)
}

const root = document.getElementById('ankieta')
const survey = readSurvey(document.getElementById('survey')?.textContent)
const written = readWritten()

if (root && survey && written) {
  admit(survey, written)
    .then((admission) => draw(root, survey, admission))
    .catch(() => {
      root.textContent = ''
      render(<BrokenPage phone={survey.contactPhone} />, root)
    })
} else if (root) {
  root.textContent = ''
  render(<MissingPage />, root)
}
