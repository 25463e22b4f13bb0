/** The parts of a question in the order in which they stand: the question, what helps, the answers to choose from. */
const PARTS =
  'h1,h2,h3,h4,h5,.section-lead,.info > p,.hint p,.fault,.row > legend,.choice > label,.place > label,.unit'

/** What is said of a screen, piece by piece; nothing that only the eye or only the screen reader gets. */
export function piecesOf(screen: ParentNode): readonly string[] {
  return [...screen.querySelectorAll(PARTS)]
    .filter((part) => !part.closest('.summary, .progress, [aria-hidden=true]'))
    .map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
}

/**
 * A voice that speaks the language. One that lives on the device comes first, for it speaks without a network;
 * another is taken only while there is one.
 */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  isOnline: boolean,
): SpeechSynthesisVoice | null {
  const fitting = voices.filter(({ lang }) => lang.toLowerCase().replace('_', '-').split('-')[0] === language)
  return fitting.find(({ localService }) => localService) ?? (isOnline ? (fitting[0] ?? null) : null)
}

/** Tells of the voice of a language, now and when the device finds its voices. @returns what stops it */
export function watchVoice(language: string, tell: (voice: SpeechSynthesisVoice | null) => void): () => void {
  const { speechSynthesis } = window
  const look = () => tell(voiceFor(speechSynthesis.getVoices(), language, navigator.onLine))
  const changes = ['online', 'offline'] as const
  speechSynthesis.addEventListener('voiceschanged', look)
  changes.forEach((change) => window.addEventListener(change, look))
  look()
  return () => {
    speechSynthesis.removeEventListener('voiceschanged', look)
    changes.forEach((change) => window.removeEventListener(change, look))
  }
}

/** A little slower than people talk. */
const RATE = 0.9

/** Says the pieces one after another. @returns what stops it */
export function sayAll(
  voice: SpeechSynthesisVoice,
  pieces: readonly string[],
  onEnd: () => void,
): () => void {
  const { speechSynthesis } = window
  speechSynthesis.cancel()
  pieces.forEach((piece, index) => {
    const saying = new SpeechSynthesisUtterance(piece)
    saying.voice = voice
    saying.lang = voice.lang
    saying.rate = RATE
    saying.onerror = onEnd
    if (index === pieces.length - 1) saying.onend = onEnd
    speechSynthesis.speak(saying)
  })
  return () => speechSynthesis.cancel()
}
