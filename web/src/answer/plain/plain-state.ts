import { parseKeptCode, type KeptCode } from '../code-gate/kept-code.ts'
import { parseDraft, type Draft } from '../draft.ts'
import { printLook, readLook, type Look } from '../look/look.ts'
import { hashOf, placeOf, type Place } from '../place.ts'

/** What one page of the form hands to the next. It comes back from outside, so it is never trusted. */
export interface PlainState {
  readonly draft: Draft | null
  readonly place: Place
  readonly language: string
  readonly look: Look
  /** Second of the server's clock at which the first answer came; it stays in the page. */
  readonly since: number | null
  /** The code of the letter, where the survey takes codes. */
  readonly entry?: KeptCode | null
}

/** As it is written into the hidden field. */
export function printState({ draft, place, language, look, since, entry }: PlainState): string {
  return JSON.stringify({ draft, place: hashOf(place), language, look: printLook(look), since, entry })
}

/**
 * Reads the hidden field; `null` when it is none of ours.
 *
 * @param first - the look where it names none
 */
export function readState(text: string, first: Look): PlainState | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { draft, place, language, look, since, entry } = value as Readonly<Record<string, unknown>>
    const read = draft === null ? null : parseDraft(JSON.stringify(draft) ?? null)
    if ((draft !== null && read === null) || typeof place !== 'string' || typeof language !== 'string')
      return null
    return {
      draft: read && { ...read, isSending: false },
      place: placeOf(place),
      language,
      look: readLook(typeof look === 'string' ? look : null, first),
      since: typeof since === 'number' ? since : null,
      entry: parseKeptCode(entry),
    }
  } catch {
    return null
  }
}
