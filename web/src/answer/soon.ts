/** Long enough for the next picture, too short for the next tap. */
const AFTER_THE_PICTURE_MS = 20

let waiting: (() => void) | null = null
let isWatched = false

function doNow(): void {
  const work = waiting
  waiting = null
  work?.()
}

/** Listening costs more than most work does, so it begins once and never ends. */
function watchLeaving(): void {
  if (isWatched) return
  isWatched = true
  window.addEventListener('pagehide', doNow)
  document.addEventListener('visibilitychange', doNow)
}

/**
 * Does something right after the next picture, or at once when the page is being left: what a tap shows comes first.
 *
 * @returns does it at once, if it was not done yet
 */
export function soon(work: () => void): () => void {
  doNow()
  watchLeaving()
  waiting = work
  const doThis = () => {
    if (waiting === work) doNow()
  }
  const timer = setTimeout(doThis, AFTER_THE_PICTURE_MS)
  return () => {
    clearTimeout(timer)
    doThis()
  }
}
