import {
  isExclusive,
  isSpecialCode,
  MOST_ITEMS,
  type Option,
  type RosterQuestion,
} from '../questionnaire/index.ts'
import type { Entry, Place } from './model.ts'
import { goOn, noteStray, standAt, withAnswer, withNote } from './move.ts'
import { answerAt } from './open-entry.ts'
import { findByNumber, specialOfKey } from './option-numbers.ts'
import { placeId } from './places.ts'

const codesAt = (entry: Entry, place: Place): readonly string[] => {
  const answer = answerAt(entry, place)
  return Array.isArray(answer) ? answer.filter((code) => typeof code === 'string') : []
}

/** Chosen codes with one more or one less; an exclusive one stands alone. */
function toggled(place: Place, codes: readonly string[], option: Option): readonly string[] {
  if (codes.includes(option.code)) return codes.filter((code) => code !== option.code)
  if (isExclusive(option)) return [option.code]
  const lone = new Set(place.options.filter(isExclusive).map(({ code }) => code))
  return [...codes.filter((code) => !lone.has(code)), option.code]
}

/** Of a ranking: how many can be in order. */
function topOf({ question, options }: Place): number {
  const choosable = options.filter((option) => !isSpecialCode(option.code)).length
  return question?.type === 'RANK' ? Math.min(question.top, choosable) : choosable
}

function takeRanked(entry: Entry, place: Place, option: Option): Entry {
  const codes = codesAt(entry, place)
  const next = toggled(place, codes, option)
  const top = topOf(place)
  if (next.length > top) return withNote({ ...entry, typed: null }, { kind: 'rankFull', top })
  const taken = withAnswer(entry, place, next.length === 0 ? undefined : next)
  return next.length === top && !isExclusive(option) ? goOn(taken, place, false) : taken
}

/** Enters an option at a place: a single choice goes on by itself, several wait for Enter. */
export function takeOption(entry: Entry, place: Place, option: Option): Entry {
  if (place.kind === 'rank') return takeRanked(entry, place, option)
  if (place.kind === 'choice') return goOn(withAnswer(entry, place, option.code), place, false)
  const codes = toggled(place, codesAt(entry, place), option)
  return withAnswer(entry, place, codes.length === 0 ? undefined : codes)
}

/** „brak odpowiedzi”: what stood here goes away, and the clerk goes on. */
export function leaveBlank(entry: Entry, place: Place): Entry {
  return goOn(withAnswer(entry, place, undefined), place, entry.note?.kind === 'faulty')
}

function takeDigit(entry: Entry, place: Place, digit: string): Entry {
  const typed = `${entry.typed ?? ''}${digit}`
  const { option, mayGoOn } = findByNumber(place, typed)
  if (mayGoOn) return { ...entry, typed, note: null }
  if (option) return takeOption(entry, place, option)
  return withNote({ ...entry, typed: null }, { kind: 'unknownNumber', typed })
}

function takeSpecial(entry: Entry, place: Place, code: string): Entry {
  const option = place.options.find((one) => one.code === code)
  if (option) return takeOption({ ...entry, typed: null }, place, option)
  return goOn(withAnswer(entry, place, code), place, false)
}

/** A key at a place whose answers have numbers. */
export function takeChoiceKey(entry: Entry, place: Place, key: string): Entry {
  if (/^\d$/.test(key)) return takeDigit(entry, place, key)
  if (key === '.' || key === ',') return leaveBlank(entry, place)
  if (key === '+') return noteStray(entry, place)
  const special = specialOfKey(place, key)
  return special === undefined ? withNote(entry, { kind: 'unknownKey' }) : takeSpecial(entry, place, special)
}

/** A key at a box to tick. */
export function takeConsentKey(entry: Entry, place: Place, key: string): Entry {
  if (key === '1') return goOn(withAnswer(entry, place, true), place, false)
  if (['.', ',', '0', '2'].includes(key)) return leaveBlank(entry, place)
  return key === '+' ? noteStray(entry, place) : withNote(entry, { kind: 'unknownKey' })
}

const itemsAt = (entry: Entry, place: Place): readonly unknown[] => {
  const items = answerAt(entry, place)
  return Array.isArray(items) ? items : []
}

function addItem(entry: Entry, place: Place, { maxItems = MOST_ITEMS }: RosterQuestion): Entry {
  const items = itemsAt(entry, place)
  if (items.length >= Math.min(maxItems, MOST_ITEMS)) return withNote(entry, { kind: 'itemsFull' })
  const before = new Set(entry.places.map(({ id }) => id))
  const added = withAnswer(entry, place, [...items, {}])
  const first = added.places.find(({ id }) => !before.has(id))
  return standAt(added, first?.id ?? place.id)
}

function removeItem(entry: Entry, place: Place): Entry {
  const items = itemsAt(entry, place)
  if (items.length === 0) return entry
  const left = items.slice(0, -1)
  const prefix = placeId([...place.path, left.length]).slice(0, -1)
  const blanks = new Set([...entry.blanks].filter((id) => !id.startsWith(`${prefix},`)))
  const removed = withAnswer({ ...entry, blanks }, place, left.length === 0 ? undefined : left)
  return withNote(removed, { kind: 'itemRemoved', number: items.length })
}

/** A key at the end of a roster: one more item, or the last one away. */
export function takeRosterKey(entry: Entry, place: Place, key: string): Entry {
  if (place.question?.type !== 'ROSTER') return entry
  if (key === '+' || key === '1') return addItem(entry, place, place.question)
  if (key === '-') return removeItem(entry, place)
  if (key === '.' || key === '0') return goOn(entry, place, entry.note?.kind === 'faulty')
  return withNote(entry, { kind: 'unknownKey' })
}
