import { parseDraft, type Draft } from '../draft.ts'
import { hashOf, placeOf, type Place } from '../place.ts'

/** What one page of the form hands to the next. It comes back from outside, so it is never trusted. */
export interface PlainState {
  readonly draft: Draft | null
  readonly place: Place
  readonly language: string
}

/** As it is written into the hidden field. */
export function printState({ draft, place, language }: PlainState): string {
  return JSON.stringify({ draft, place: hashOf(place), language })
}

/** Reads the hidden field; `null` when it is none of ours. */
export function readState(text: string): PlainState | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { draft, place, language } = value as Readonly<Record<string, unknown>>
    const read = draft === null ? null : parseDraft(JSON.stringify(draft) ?? null)
    if ((draft !== null && read === null) || typeof place !== 'string' || typeof language !== 'string')
      return null
    return { draft: read && { ...read, isSending: false }, place: placeOf(place), language }
  } catch {
    return null
  }
}
