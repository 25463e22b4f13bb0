import { InvalidInputError } from '../errors.ts'
import type { DiArea } from '../questionnaire/library/bank-model.ts'
import { personalDataWarnings, releasedText } from '../response/index.ts'
import type { NoteDraft, NoteQuote, QuoteDraft, QuoteRelease } from './model.ts'

/**
 * The quotes of a note after somebody changed it. A quote that says something else than before, or whose area the note
 * has lost, has to be released anew.
 */
export function settleQuotes(
  stored: readonly NoteQuote[],
  typed: readonly QuoteDraft[],
  diAreas: readonly DiArea[],
): readonly NoteQuote[] {
  const highest = Math.max(0, ...stored.map(({ number }) => number))
  const kept = (number: number | null) => stored.find((quote) => quote.number === number)
  const taken = new Set<number>()
  let next = highest
  return typed.map(({ number, text, speaker }) => {
    const before = number !== null && taken.has(number) ? undefined : kept(number)
    if (!before) return { number: (next += 1), text, speaker, release: null }
    taken.add(before.number)
    const { release } = before
    const stays = release !== null && before.text === text && diAreas.includes(release.area)
    return { number: before.number, text, speaker, release: stays ? release : null }
  })
}

/**
 * What of a quote an organiser lets into the report, masked and perhaps shortened.
 *
 * @throws InvalidInputError when there is nothing to release, or the note is not about the area
 */
export function checkRelease({ text, area }: QuoteRelease, diAreas: readonly DiArea[]): QuoteRelease {
  if (!diAreas.includes(area)) {
    const message = 'Proszę wybrać rozdział spośród obszarów, których dotyczy notatka.'
    throw new InvalidInputError([{ path: 'area', message }])
  }
  return { text: releasedText(text), area }
}

/** What in a note may point at a person, as Polish sentences, each once; empty when nothing was found. */
export function noteWarnings({
  title,
  place,
  text,
  quotes,
}: Pick<NoteDraft, 'title' | 'place' | 'text'> & {
  readonly quotes: readonly Pick<QuoteDraft, 'text' | 'speaker'>[]
}): readonly string[] {
  const texts = [title, place, text, ...quotes.flatMap((quote) => [quote.text, quote.speaker])]
  return [...new Set(texts.flatMap(personalDataWarnings))]
}
