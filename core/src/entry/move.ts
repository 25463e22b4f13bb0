import { setAnswer } from '../questionnaire/index.ts'
import { skippedBefore, summaryOf, violationsAt } from './look-over.ts'
import type { Entry, EntryNote, Place } from './model.ts'
import { isAnswered } from './open-entry.ts'
import { END, placesOf } from './places.ts'

/** The sheet with something said at the present place. */
export const withNote = (entry: Entry, note: EntryNote | null): Entry => ({ ...entry, note })

/** The sheet with another answer; the clerk stays. */
export function withAnswer(entry: Entry, { answerPath }: Place, answer: unknown): Entry {
  const form = setAnswer(entry.form, answerPath, answer)
  return { ...entry, form, places: placesOf(form, entry.setting), typed: null, highlighted: 0, note: null }
}

/** The clerk at another place. */
export function standAt(entry: Entry, id: string): Entry {
  const at = entry.places.some((place) => place.id === id) ? id : entry.at
  return { ...entry, at, typed: null, highlighted: 0, note: null }
}

/** One place on or back; at the ends the clerk stays. */
export function step(entry: Entry, by: 1 | -1): Entry {
  const index = entry.places.findIndex(({ id }) => id === entry.at)
  return standAt(entry, entry.places[index + by]?.id ?? entry.at)
}

function withBlank(entry: Entry, place: Place): Entry {
  const blanks = new Set(entry.blanks)
  if (isAnswered(entry, place)) blanks.delete(place.id)
  else blanks.add(place.id)
  return { ...entry, blanks }
}

/** Goes on from a place that is dealt with. The first time that something is wrong there, the clerk stays to see it. */
export function goOn(entry: Entry, place: Place, hasBeenTold: boolean): Entry {
  const settled = withBlank(entry, place)
  const isWrong = !hasBeenTold && violationsAt(settled, place).length > 0
  return isWrong ? withNote(settled, { kind: 'faulty' }) : step(settled, 1)
}

/** To the first place after this one that nobody has dealt with; to the end when there is none. */
export function toFirstUnseen(entry: Entry): Entry {
  const here = entry.places.findIndex(({ id }) => id === entry.at)
  const { unseen } = summaryOf(entry)
  const next = entry.places.slice(here + 1).find((place) => unseen.includes(place))
  return standAt(entry, next?.id ?? END.id)
}

/** At the end: ready to be sent, or back to what is missing or wrong. */
export function finish(entry: Entry): Entry {
  const { unseen, violations } = summaryOf(entry)
  const first = unseen[0]
  if (first) return withNote(standAt(entry, first.id), { kind: 'unseen' })
  if (violations.length === 0) return { ...entry, isFinished: true }
  const wrong = entry.places.find((place) => violationsAt(entry, place, violations).length > 0)
  return wrong ? withNote(standAt(entry, wrong.id), { kind: 'faulty' }) : entry
}

/** Notes one more of the questions skipped just before as answered on the paper; after the last one it begins anew. */
export function noteStray(entry: Entry, place: Place): Entry {
  const most = skippedBefore(entry, place).length
  if (most === 0) return entry
  const count = ((entry.strays[place.id] ?? 0) + 1) % (most + 1)
  return { ...entry, strays: { ...entry.strays, [place.id]: count } }
}
