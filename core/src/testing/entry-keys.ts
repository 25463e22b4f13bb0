import {
  answerAt,
  currentPlace,
  findByNumber,
  findLocalities,
  keysOfSpecial,
  openEntry,
  optionNumber,
  press,
  specialCodes,
  type Entry,
  type EntrySetting,
  type Place,
} from '../entry/index.ts'
import { isEmptyAnswer, ownValue, type RawAnswers } from '../questionnaire/index.ts'

const BLANK = ['.']

function specialKey(place: Place, code: string): readonly string[] | undefined {
  return specialCodes(place).includes(code) ? [keysOfSpecial(place, code)[0] ?? ''] : undefined
}

function optionKeys(place: Place, code: string): readonly string[] {
  const special = specialKey(place, code)
  if (special) return special
  const option = place.options.find((one) => one.code === code)
  const number = option ? optionNumber(place, option) : null
  if (number === null) throw new Error(`„${code}” cannot be entered at ${place.id}`)
  return [...number, ...(findByNumber(place, number).mayGoOn ? ['Enter'] : [])]
}

function localityKeys({ setting }: Entry, place: Place, id: string): readonly string[] {
  const special = specialKey(place, id)
  if (special) return special
  const letters = [...(setting.localities.find((one) => one.id === id)?.name ?? '')]
  const enough = letters.findIndex(
    (_, index) => findLocalities(setting, letters.slice(0, index + 1).join(''))[0]?.id === id,
  )
  if (enough === -1) throw new Error(`the locality ${id} cannot be found by its name`)
  return [...letters.slice(0, enough + 1), 'Enter']
}

function rosterKeys(entry: Entry, place: Place, wanted: unknown): readonly string[] {
  const items = answerAt(entry, place)
  const count = Array.isArray(wanted) ? wanted.length : 0
  return (Array.isArray(items) ? items.length : 0) < count ? ['+'] : ['Enter']
}

/** The fewest keys that enter an answer at the place where the clerk stands. */
function keysAt(entry: Entry, wanted: unknown): readonly string[] {
  const place = currentPlace(entry)
  const codes = Array.isArray(wanted) ? wanted.map(String) : []
  switch (place.kind) {
    case 'more':
      return rosterKeys(entry, place, wanted)
    case 'text':
      return isEmptyAnswer(wanted) ? ['Enter'] : [...String(wanted).trim(), 'Enter']
    case 'end':
      return ['Enter']
    default:
      if (isEmptyAnswer(wanted)) return BLANK
  }
  switch (place.kind) {
    case 'choice':
      return optionKeys(place, String(wanted))
    case 'choices':
    case 'rank':
      return codes.flatMap((code) => optionKeys(place, code))
    case 'consent':
      return ['1']
    case 'number':
      return specialKey(place, String(wanted)) ?? [...String(wanted).replace('.', ','), 'Enter']
    case 'locality':
      return localityKeys(entry, place, String(wanted))
  }
}

/** Keys pressed one after another, and the sheet they leave. */
export interface TypedSheet {
  readonly keys: readonly string[]
  readonly entry: Entry
}

/** Types answers into a new sheet with as few keys as can be, up to its end; the last Enter is not pressed. */
export function typeSheet(setting: EntrySetting, answers: RawAnswers): TypedSheet {
  const keys: string[] = []
  let entry = openEntry(setting)
  const hit = (key: string) => {
    keys.push(key)
    entry = press(entry, key)
  }
  while (currentPlace(entry).kind !== 'end') {
    const { at, places } = entry
    const place = currentPlace(entry)
    const wanted = place.answerPath.reduce<unknown>((holder, step) => ownValue(holder, String(step)), answers)
    keysAt(entry, wanted).forEach(hit)
    // Several choices wait for Enter; what is wrong is told once and then let pass.
    if (entry.at === at && entry.places.length <= places.length + 1) hit('Enter')
    if (entry.at === at) hit('Enter')
    if (entry.at === at) throw new Error(`the clerk cannot leave ${at}`)
  }
  return { keys, entry }
}
