import { wordsOf } from './words.ts'

/** Something that several answers speak of: an offer for a new code. */
export interface Topic {
  /** As people wrote it most often. */
  readonly label: string
  /** Indexes of the texts that speak of it, ascending. */
  readonly texts: readonly number[]
}

const MOST_TOPICS = 12
const FEWEST_TEXTS = 3
/** Texts that no earlier topic has. */
const FEWEST_NEW = 2
const LEAST_SHARE = 0.02

interface Candidate {
  readonly texts: Set<number>
  readonly forms: Map<string, number>
  /** A pair of words says more than one. */
  readonly isPair: boolean
}

function candidatesIn(texts: readonly string[]): Candidate[] {
  const found = new Map<string, Candidate>()
  const note = (name: string, form: string, at: number, isPair: boolean) => {
    const candidate = found.get(name) ?? {
      texts: new Set<number>(),
      forms: new Map<string, number>(),
      isPair,
    }
    candidate.texts.add(at)
    candidate.forms.set(form, (candidate.forms.get(form) ?? 0) + 1)
    found.set(name, candidate)
  }
  texts.forEach((text, at) => {
    const words = wordsOf(text)
    words.forEach(({ stem, form }, place) => {
      note(stem, form, at, false)
      const next = words[place + 1]
      if (next !== undefined && next.stem !== stem) {
        note([stem, next.stem].sort().join(' '), `${form} ${next.form}`, at, true)
      }
    })
  })
  return [...found.values()]
}

function usualForm({ forms }: Candidate): string {
  const [form] = [...forms].sort(([a, one], [b, other]) => other - one || a.localeCompare(b, 'pl'))
  return form?.[0] ?? ''
}

/** What it would add: texts that no topic has yet; a pair counts half as much again. */
const gain = ({ texts, isPair }: Candidate, taken: ReadonlySet<number>): number =>
  [...texts].filter((at) => !taken.has(at)).length * (isPair ? 1.5 : 1)

/**
 * What answers that have no code yet speak of: words and pairs of words that stand in at least three of them (and in
 * 2 %), each time the one that covers most answers not covered before. Works on the texts alone, in their inflected
 * forms, the same every time.
 *
 * @returns at most twelve, the most frequent first
 */
export function findTopics(texts: readonly string[]): readonly Topic[] {
  const fewest = Math.max(FEWEST_TEXTS, Math.ceil(texts.length * LEAST_SHARE))
  let candidates = candidatesIn(texts).filter((candidate) => candidate.texts.size >= fewest)
  const taken = new Set<number>()
  const topics: Topic[] = []
  while (topics.length < MOST_TOPICS) {
    candidates = candidates.filter((candidate) => gain(candidate, taken) >= FEWEST_NEW)
    const [best] = candidates
      .map((candidate) => ({ candidate, gain: gain(candidate, taken), label: usualForm(candidate) }))
      .sort((a, b) => b.gain - a.gain || a.label.localeCompare(b.label, 'pl'))
    if (best === undefined) break
    for (const at of best.candidate.texts) taken.add(at)
    topics.push({ label: best.label, texts: [...best.candidate.texts].sort((a, b) => a - b) })
    candidates = candidates.filter((candidate) => candidate !== best.candidate)
  }
  return topics.sort((a, b) => b.texts.length - a.texts.length || a.label.localeCompare(b.label, 'pl'))
}
