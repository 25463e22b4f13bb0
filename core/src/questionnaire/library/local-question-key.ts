import { InvalidInputError } from '../../errors.ts'
import { plainLetters } from '../../plain-letters.ts'

const TERYT = /^\d{6}[123]?$/
const LONGEST_KEY = 60

/**
 * The key of a question that one municipality adds: `loc_260101_park`. The last digit of a seven-digit code (the
 * kind of municipality) is left out, because it changes when a village becomes a town.
 *
 * @param terytCode six or seven digits
 * @param slug a few words of any kind; they lose Polish letters, capitals and signs
 * @throws InvalidInputError when the code is no municipality's or nothing is left of the words
 */
export function localQuestionKey(terytCode: string, slug: string): string {
  const name = plainLetters(slug)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  if (!TERYT.test(terytCode))
    throw new InvalidInputError([
      { path: 'terytCode', message: 'Kod gminy ma 6 lub 7 cyfr, na przykład 2604012.' },
    ])
  if (name === '')
    throw new InvalidInputError([
      { path: 'slug', message: 'Prosimy podać krótką nazwę pytania z liter lub cyfr.' },
    ])
  const key = `loc_${terytCode.slice(0, 6)}_${name}`
  return key.slice(0, LONGEST_KEY).replace(/_+$/, '')
}
