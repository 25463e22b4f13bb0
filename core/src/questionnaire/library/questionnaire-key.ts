import { plainLetters } from '../../plain-letters.ts'
import { questionnaireLibrary } from './ready-library.ts'

const LONGEST_WORDS = 40

function wordsOf(title: string): string {
  const words = plainLetters(title)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_WORDS)
    .replace(/^[_0-9]+|_+$/g, '')
  return words === '' ? 'kwestionariusz' : words
}

/**
 * A key for a new questionnaire: the plain letters of its title, with a number when they are taken
 * („Potrzeby seniorów” → `potrzeby_seniorow_2`). Keys of the ready library are never given out.
 *
 * @param isTaken - asked with keys in small letters
 */
export function questionnaireKey(title: string, isTaken: (key: string) => boolean): string {
  const ofLibrary = new Set(questionnaireLibrary.map(({ key }) => key.toLowerCase()))
  const words = wordsOf(title)
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? words : `${words}_${number}`
    if (!ofLibrary.has(key) && !isTaken(key)) return key
  }
}
