import { findLocalities } from './find-localities.ts'
import type { Entry, Place } from './model.ts'
import { goOn, noteStray, withAnswer, withNote } from './move.ts'
import { answerAt } from './open-entry.ts'
import { findByNumber, specialOfKey } from './option-numbers.ts'
import { leaveBlank, takeOption } from './take-key.ts'

const NUMBER = /^-?\d+(?:[,.]\d+)?$/
const PART_OF_NUMBER = /^-?\d*(?:[,.]\d*)?$/
const LONGEST_NUMBER = 15

/** What stands in the box of a text: what is being typed, else what was entered before. */
export function textAt(entry: Entry, place: Place): string {
  if (entry.typed !== null) return entry.typed
  const answer = place.kind === 'text' ? answerAt(entry, place) : undefined
  return typeof answer === 'string' ? answer : ''
}

/** Puts a whole text into the box of a place that is typed into. */
export function writeText(entry: Entry, place: Place, text: string): Entry {
  const kept = place.kind === 'number' && !PART_OF_NUMBER.test(text) ? entry.typed : text
  return { ...entry, typed: kept, highlighted: 0, note: null }
}

/** What a key means in an empty box besides a part of the answer; `null` when nothing. */
function takeFirstKey(entry: Entry, place: Place, key: string): Entry | null {
  const special = specialOfKey(place, key)
  if (special !== undefined) return goOn(withAnswer(entry, place, special), place, false)
  if (key === '.' || key === ',') return leaveBlank(entry, place)
  return key === '+' ? noteStray(entry, place) : null
}

/** A key at a number or a year. */
export function takeNumberKey(entry: Entry, place: Place, key: string): Entry {
  const typed = entry.typed ?? ''
  const meant = typed === '' ? takeFirstKey(entry, place, key) : null
  if (meant) return meant
  const next = `${typed}${key}`
  const isPart = PART_OF_NUMBER.test(next) && next.length <= LONGEST_NUMBER
  return isPart ? writeText(entry, place, next) : withNote(entry, { kind: 'notANumber' })
}

/** A key at a locality. */
export function takeLocalityKey(entry: Entry, place: Place, key: string): Entry {
  const typed = entry.typed ?? ''
  const meant = typed === '' ? takeFirstKey(entry, place, key) : null
  if (meant) return meant
  return writeText(entry, place, `${typed}${key}`)
}

function settleNumber(entry: Entry, place: Place, typed: string): Entry {
  if (typed === '') return { ...entry, typed: null }
  if (!NUMBER.test(typed)) return withNote(entry, { kind: 'notANumber' })
  const value = Number(typed.replace(',', '.'))
  return withAnswer(entry, place, value === 0 ? 0 : value)
}

function settleLocality(entry: Entry, place: Place, typed: string): Entry {
  if (typed.trim() === '') return { ...entry, typed: null }
  const found = findLocalities(entry.setting, typed)[entry.highlighted]
  return found ? withAnswer(entry, place, found.id) : withNote(entry, { kind: 'unknownLocality' })
}

function settleText(entry: Entry, place: Place, typed: string): Entry {
  const text = typed.trim()
  return withAnswer(entry, place, text === '' || text === '.' ? undefined : text)
}

function settleOption(entry: Entry, place: Place, typed: string): Entry {
  const { option } = findByNumber(place, typed)
  if (option) return takeOption(entry, place, option)
  return withNote({ ...entry, typed: null }, { kind: 'unknownNumber', typed })
}

/**
 * Enters what is typed but not entered yet. When it cannot be understood it stays, with a note; a single choice and
 * the last place of a ranking go on at once.
 */
export function settle(entry: Entry, place: Place): Entry {
  const { typed } = entry
  if (typed === null) return entry
  switch (place.kind) {
    case 'number':
      return settleNumber(entry, place, typed)
    case 'locality':
      return settleLocality(entry, place, typed)
    case 'text':
      return settleText(entry, place, typed)
    case 'choice':
    case 'choices':
    case 'rank':
      return settleOption(entry, place, typed)
    default:
      return { ...entry, typed: null }
  }
}
