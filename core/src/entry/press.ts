import { findLocalities } from './find-localities.ts'
import type { Entry, Place } from './model.ts'
import { finish, goOn, noteStray, standAt, step, toFirstUnseen, withNote } from './move.ts'
import { currentPlace, isAnswered } from './open-entry.ts'
import { takeChoiceKey, takeConsentKey, takeOption, takeRosterKey } from './take-key.ts'
import { settle, takeLocalityKey, takeNumberKey, textAt, writeText } from './take-text.ts'

const WAITS_FOR_ENTER = ['choice', 'choices', 'rank']

function takeCharacter(entry: Entry, place: Place, key: string): Entry {
  switch (place.kind) {
    case 'choice':
    case 'choices':
    case 'rank':
      return takeChoiceKey(entry, place, key)
    case 'consent':
      return takeConsentKey(entry, place, key)
    case 'more':
      return takeRosterKey(entry, place, key)
    case 'number':
      return takeNumberKey(entry, place, key)
    case 'locality':
      return takeLocalityKey(entry, place, key)
    case 'text':
      return writeText(entry, place, `${textAt(entry, place)}${key}`)
    case 'end':
      return key === '+' ? noteStray(entry, place) : entry
  }
}

function takeEnter(entry: Entry, place: Place): Entry {
  if (place.kind === 'end') return finish(entry)
  const hasBeenTold = entry.note?.kind === 'faulty' && entry.typed === null
  const settled = settle(entry, place)
  if (settled.at !== entry.at) return settled
  const isStopped = settled.note !== null && entry.typed !== null
  if (isStopped || (entry.typed !== null && WAITS_FOR_ENTER.includes(place.kind))) return settled
  const isDone = isAnswered(settled, place) || settled.blanks.has(place.id)
  const mayBeEmpty = place.kind === 'text' || place.kind === 'more'
  return isDone || mayBeEmpty ? goOn(settled, place, hasBeenTold) : withNote(settled, { kind: 'needsAnswer' })
}

/** Moves after entering what is typed; what cannot be understood keeps the clerk there. */
function leave(entry: Entry, move: (settled: Entry) => Entry): Entry {
  const settled = settle(entry, currentPlace(entry))
  if (settled.at !== entry.at || (entry.typed !== null && settled.note !== null)) return settled
  return move(settled)
}

function takeBackspace(entry: Entry, place: Place): Entry {
  const text = textAt(entry, place)
  if (text === '') return step(entry, -1)
  const shorter = text.slice(0, -1)
  return { ...entry, typed: shorter === '' && place.kind !== 'text' ? null : shorter, note: null }
}

function highlight(entry: Entry, by: 1 | -1): Entry {
  const most = findLocalities(entry.setting, entry.typed ?? '').length - 1
  return { ...entry, highlighted: Math.max(0, Math.min(most, entry.highlighted + by)) }
}

/**
 * The sheet after one key of the keyboard: a character, `Enter`, `Backspace`, `ArrowUp`, `ArrowDown`, `End` or `Escape`.
 * Keys that mean nothing change nothing.
 */
export function press(entry: Entry, key: string): Entry {
  if (entry.isFinished) return entry
  const place = currentPlace(entry)
  const isSearching = place.kind === 'locality' && (entry.typed ?? '') !== ''
  switch (key) {
    case 'Enter':
      return takeEnter(entry, place)
    case 'Backspace':
      return takeBackspace(entry, place)
    case 'ArrowUp':
      return isSearching ? highlight(entry, -1) : leave(entry, (settled) => step(settled, -1))
    case 'ArrowDown':
      return isSearching ? highlight(entry, 1) : leave(entry, (settled) => step(settled, 1))
    case 'End':
      return leave(entry, toFirstUnseen)
    case 'Escape':
      return { ...entry, typed: null, highlighted: 0, note: null }
    default:
      return [...key].length === 1 ? takeCharacter(entry, place, key) : entry
  }
}

/** The sheet with this text in the box where the clerk types; at other places each character is a key. */
export function write(entry: Entry, text: string): Entry {
  const place = currentPlace(entry)
  const before = textAt(entry, place)
  const isTyped =
    place.kind === 'text' || ((place.kind === 'number' || place.kind === 'locality') && before !== '')
  if (isTyped) return entry.isFinished ? entry : writeText(entry, place, text)
  const added = text.startsWith(before) ? [...text.slice(before.length)] : [...text]
  return added.reduce(press, entry)
}

/** The sheet after a click on an option of the present place. */
export function pickOption(entry: Entry, code: string): Entry {
  const place = currentPlace(entry)
  const option = place.options.find((one) => one.code === code)
  return option && !entry.isFinished ? takeOption({ ...entry, typed: null }, place, option) : entry
}

/** The clerk at any place, by a click; what was typed is entered first. */
export function goTo(entry: Entry, id: string): Entry {
  return entry.isFinished ? entry : leave(entry, (settled) => standAt(settled, id))
}
