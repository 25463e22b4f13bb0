import type { Option } from '../questionnaire/index.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import type { VariableValue } from './model.ts'

/** Asked, but no answer given. Who was not asked has no value at all. The largest that is left out of percentages. */
export const UNANSWERED = -96
/** The smallest of the values that are left out of percentages. */
export const LOWEST_MISSING = -99

const WORDS: readonly (readonly [string, string])[] = [
  [String(UNANSWERED), 'brak odpowiedzi'],
  [NOT_APPLICABLE, 'nie dotyczy'],
  [DONT_KNOW, 'nie wiem / trudno powiedzieć'],
  [REFUSED, 'odmowa odpowiedzi'],
]

/**
 * The values −96 to −99 of a question, with the words of its own options where it offers them.
 *
 * @param mayNotKnow - −98 can be answered although no option says it
 */
export function specialValues(options: readonly Option[], mayNotKnow = false): readonly VariableValue[] {
  return WORDS.flatMap(([code, standard]) => {
    const own = options.find((option) => option.code === code)
    if (code === DONT_KNOW && own === undefined && !mayNotKnow) return []
    return [{ number: Number(code), code, label: own?.label ?? standard, isMissing: true }]
  })
}

/** The special values moved away from a number that may itself be −96 or less: −9996 to −9999 and so on. */
export function movedAway(values: readonly VariableValue[], least: number): readonly VariableValue[] {
  let shift = 0
  for (let size = 10_000; least <= UNANSWERED - shift && size < 1e15; size *= 100) shift = size - 100
  return shift === 0
    ? values
    : values.map((value) => ({ ...value, number: value.number - shift, code: String(value.number - shift) }))
}
