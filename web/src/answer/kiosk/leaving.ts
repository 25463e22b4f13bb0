/** The address of the shared tablet of a survey. */
export const kioskAddress = (surveyCode: string): string => `/a/${encodeURIComponent(surveyCode)}/kiosk`

/** What is on the screen between two people. */
export interface Stage {
  /** Takes everything off, and lets go of it. */
  clear(): void
  /** Says that the tablet waits for the network. */
  wait(): void
}

const STEP_BACK_MS = 400
const PROBE_MS = 5_000
const RETRY_MS = 3_000

let stage: Stage = { clear: () => undefined, wait: () => undefined }
let isGuarded = false
let isLeaving = false
let steppedBack: () => void = () => undefined

/** Where people come and go. */
export function setStage(own: Stage): void {
  stage = own
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function isReachable(address: string): Promise<boolean> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PROBE_MS)
  try {
    const reply = await fetch(address, { cache: 'no-store', credentials: 'omit', signal: controller.signal })
    return reply.ok
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

function stepBack(): Promise<unknown> {
  const gone = new Promise<void>((resolve) => {
    steppedBack = resolve
  })
  window.history.back()
  return Promise.race([gone, pause(STEP_BACK_MS)])
}

/** A new document in the place of this one; without a network it would be the browser's own page of errors. */
async function leaveTo(address: string): Promise<void> {
  if (isGuarded) await stepBack()
  while (!(await isReachable(address))) {
    stage.wait()
    await pause(RETRY_MS)
  }
  window.location.replace(address)
}

/**
 * Makes room for the next person: the screen is emptied at once, and a new document with a memory of its own takes the
 * place of this one. The one entry of the history that held this person's steps is gone with it.
 */
export function startAnew(address = window.location.pathname): void {
  if (isLeaving) return
  isLeaving = true
  stage.clear()
  void leaveTo(address)
}

/**
 * Keeps the browser's own buttons from leading anywhere: back goes one screen back inside the form, and a document that
 * the browser has put away shows nothing when it is brought out again.
 *
 * @param onBack - one screen back
 * @param hasAnswers - is there anything to lose?
 */
export function guardHistory(onBack: () => void, hasAnswers: () => boolean): void {
  const guard = () => {
    window.history.pushState({ tablet: true }, '')
    isGuarded = true
  }
  const touched = () => {
    if (!isGuarded && !isLeaving) guard()
  }
  window.addEventListener('pointerdown', touched, { capture: true })
  window.addEventListener('keydown', touched, { capture: true })
  window.addEventListener('popstate', () => {
    if (isLeaving) return steppedBack()
    if (isGuarded) guard()
    onBack()
  })
  window.addEventListener('pagehide', () => stage.clear())
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload())
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && hasAnswers()) event.preventDefault()
  })
}
