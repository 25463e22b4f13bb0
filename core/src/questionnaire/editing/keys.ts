import { RESERVED_WORDS } from '../expression/parse.ts'
import { localQuestionKey } from '../library/local-question-key.ts'
import { plainLetters } from '../../plain-letters.ts'
import type { Questionnaire } from '../model.ts'
import { SURVEY_WORDS } from '../pipe-text.ts'
import { everyQuestion } from '../walk.ts'

const QUESTION_KEY = /^[a-z][a-zA-Z0-9_]{0,59}$/
const LONGEST_KEY = 60
/** A key made of a whole question would be long to read: as much as a few words. */
const LONGEST_SLUG = 30

/** Has a key the right letters, and is it no word of rules or introductions? */
export function isSoundKey(key: string): boolean {
  return QUESTION_KEY.test(key) && !RESERVED_WORDS.includes(key) && !SURVEY_WORDS.includes(key)
}

/** Keys of all questions, those of rosters too. */
export const takenKeys = (questionnaire: Questionnaire): ReadonlySet<string> =>
  new Set(everyQuestion(questionnaire).map(({ key }) => key))

/** The words, or as many of them as fit. */
function shortened(words: string): string {
  const plain = plainLetters(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (plain.length <= LONGEST_SLUG) return plain.replaceAll(' ', '_')
  const cut = plain.slice(0, LONGEST_SLUG + 1)
  const end = cut.lastIndexOf(' ')
  return (end > 0 ? cut.slice(0, end) : cut.slice(0, LONGEST_SLUG)).replaceAll(' ', '_')
}

/** The key itself when it is free, else with the first number that makes it free: `park_2`. */
export function freeKey(isTaken: (key: string) => boolean, wanted: string): string {
  const base = wanted.slice(0, LONGEST_KEY)
  if (isSoundKey(base) && !isTaken(base)) return base
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`
    const key = `${base.slice(0, LONGEST_KEY - ending.length).replace(/_+$/, '')}${ending}`
    if (!isTaken(key)) return key
  }
}

/**
 * A key that no question has, made of a few words: `loc_260101_park` where the municipality is told, else `park`.
 *
 * @param municipalityCode six or seven digits of the municipality that adds the question
 * @throws InvalidInputError when the code is no municipality's
 */
export function freshKey(
  questionnaire: Questionnaire,
  words: string,
  municipalityCode: string | null,
): string {
  const slug = shortened(words) || 'pytanie'
  const local = municipalityCode === null ? null : localQuestionKey(municipalityCode, slug)
  const taken = takenKeys(questionnaire)
  return freeKey((key) => taken.has(key), local ?? (/^[a-z]/.test(slug) ? slug : `p_${slug}`))
}

/** A key that no section has. */
export function freshSectionKey({ sections }: Questionnaire): string {
  const taken = new Set(sections.map(({ key }) => key))
  return freeKey((key) => taken.has(key), `czesc_${sections.length + 1}`)
}
