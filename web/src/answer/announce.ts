const LIVE_ID = 'komunikat'

/** Says a sentence to a screen reader, through the live region that has stood in the page since it was loaded. */
export function announce(sentence: string): void {
  const region = document.getElementById(LIVE_ID)
  if (!region) return
  // The same sentence twice in a row is spoken twice only when the text changes.
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence
}
