/** The address of the shared tablet of a survey. */
export const kioskAddress = (surveyCode: string): string => `/a/${encodeURIComponent(surveyCode)}/kiosk`

const PATIENCE_MS = 400

let isGuarded = false
let goal: string | null = null

const go = () => goal !== null && window.location.replace(goal)

/** Takes everything off the screen at once, whatever becomes of the document. */
function wipe(): void {
  for (const id of ['ankieta', 'komunikat']) document.getElementById(id)?.replaceChildren()
}

/**
 * Makes room for the next person: a new document in the place of this one, with a memory of its own. The one entry of
 * the history that held this person's steps is gone with it.
 */
export function startAnew(address = window.location.pathname): void {
  if (goal !== null) return
  goal = address
  wipe()
  if (!isGuarded) return void go()
  window.history.back()
  setTimeout(go, PATIENCE_MS)
}

/** Is the document on its way out? */
export const isLeaving = (): boolean => goal !== null

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
  const first = () => {
    if (!isGuarded) guard()
  }
  window.addEventListener('pointerdown', first, { capture: true, once: true })
  window.addEventListener('keydown', first, { capture: true, once: true })
  window.addEventListener('popstate', () => {
    if (goal !== null) return void go()
    if (isGuarded) guard()
    onBack()
  })
  window.addEventListener('pagehide', wipe)
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload())
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving() && hasAnswers()) event.preventDefault()
  })
}
