import { RESERVED_WORDS } from '../questionnaire/index.ts'

const MARKS = /[\u0300-\u036f]/g
const LONGEST_KEY = 60
const LONGEST_CODE = 40
const CODE = /^(?:-9[789]|[A-Za-z0-9][A-Za-z0-9_]{0,39})$/

/** Polish and other Latin letters without their marks. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')

const words = (text: string): string =>
  plain(text)
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** The first of `name`, `name_2`, `name_3`… that is not taken; it is taken from then on. */
export function claim(taken: Set<string>, name: string, longest = LONGEST_KEY): string {
  let free = name.slice(0, longest)
  for (let count = 2; taken.has(free); count += 1) {
    const tail = `_${count}`
    free = `${name.slice(0, longest - tail.length)}${tail}`
  }
  taken.add(free)
  return free
}

/** A question's key that says the same as a name of another system. */
export function keyFrom(name: string, fallback = 'pytanie'): string {
  if (/^[a-z][a-zA-Z0-9_]{0,59}$/.test(name) && !RESERVED_WORDS.includes(name)) return name
  const kept = words(name)
  const small = `${kept.slice(0, 1).toLowerCase()}${kept.slice(1)}`
  const key = /^[a-z]/.test(small) ? small : small === '' ? fallback : `q${small}`
  return (RESERVED_WORDS.includes(key) ? `${key}_1` : key).slice(0, LONGEST_KEY)
}

/** An option's code that says the same as a name of another system. */
export function codeFrom(name: string): string {
  if (CODE.test(name)) return name
  const minus = /^-\d/.test(name) ? 'minus_' : ''
  return `${minus}${words(name) || 'kod'}`.slice(0, LONGEST_CODE)
}

/** Is this a name that a shared list of options may have? */
export const isListName = (name: string): boolean => /^[A-Z][A-Z0-9_]{0,39}$/.test(name)

/** The name of a shared list, after a name of another system. */
export function listNameFrom(name: string): string {
  if (isListName(name)) return name
  const kept = words(name).toUpperCase()
  return (/^[A-Z]/.test(kept) ? kept : `LISTA_${kept}`).slice(0, LONGEST_CODE)
}
