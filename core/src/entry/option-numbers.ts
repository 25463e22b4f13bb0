import {
  DONT_KNOW,
  isSpecialCode,
  NOT_APPLICABLE,
  numberOfOption,
  REFUSED,
  type Option,
} from '../questionnaire/index.ts'
import type { Place } from './model.ts'

/** Keys of the special codes: on the number pad first, then the first letter of the Polish words. */
export const SPECIAL_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  [NOT_APPLICABLE]: ['/', 'd'],
  [DONT_KNOW]: ['*', 'n'],
  [REFUSED]: ['-', 'o'],
}

const ALL_SPECIAL = [NOT_APPLICABLE, DONT_KNOW, REFUSED]

/** May a number here be below zero? The minus is then part of it. */
const takesMinus = ({ question }: Place): boolean =>
  question?.type === 'NUMBER' && (question.min === undefined || question.min < 0)

/** The special codes that can be entered here. */
export function specialCodes(place: Place): readonly string[] {
  if (place.kind === 'number') return ALL_SPECIAL
  if (place.kind === 'locality') return [REFUSED]
  return place.options.map(({ code }) => code).filter(isSpecialCode)
}

/** The keys that enter a special code here. */
export function keysOfSpecial(place: Place, code: string): readonly string[] {
  const [sign, letter] = SPECIAL_KEYS[code] ?? ['', '']
  if (place.kind === 'locality') return [sign]
  return sign === '-' && takesMinus(place) ? [letter] : [sign, letter]
}

/** The special code that a key stands for here. */
export function specialOfKey(place: Place, key: string): string | undefined {
  return specialCodes(place).find((code) => keysOfSpecial(place, code).includes(key.toLowerCase()))
}

/**
 * The number of an option as it is typed: its place on the sheet, or the point of a scale. `null` for special codes,
 * which have keys of their own.
 */
export function optionNumber({ question, allOptions }: Place, { code }: Option): string | null {
  return numberOfOption(question, allOptions, code)
}

/** The option of a number, and whether more digits could name another one. */
export function findByNumber(
  place: Place,
  typed: string,
): { readonly option: Option | undefined; readonly mayGoOn: boolean } {
  const numbered = place.options.map((option) => [optionNumber(place, option), option] as const)
  const option = numbered.find(([number]) => number === typed)?.[1]
  const mayGoOn = numbered.some(
    ([number]) => number !== null && number.length > typed.length && number.startsWith(typed),
  )
  return { option, mayGoOn }
}
