import { shortText } from './changed-places.ts'

const PLACE = /(^|: )Znak \d+: /g
const MEANT = / Czy chodziło o „[^”]*”\?/g
const LOST_CODE = /nie ma odpowiedzi o kodzie „[^”]*”\.( Kody to: .*)?$/
const KEY = /„([A-Za-z_]\w*)(?:\.[\w$-]+)?”/g

/**
 * A fault told to someone who chooses from lists: no place in a text, questions by their words instead of keys.
 *
 * @param textOf the words of the question with a key
 */
export function plainMessage(message: string, textOf: (key: string) => string | undefined): string {
  const plain = message
    .replace(PLACE, '$1')
    .replace(MEANT, '')
    .replace(LOST_CODE, 'nie ma już takiej odpowiedzi.')
  const named = plain.replace(KEY, (whole: string, key: string) => {
    const text = textOf(key)?.trim()
    return text === undefined || text === '' ? whole : `„${shortText(text)}”`
  })
  return named.charAt(0).toUpperCase() + named.slice(1)
}
