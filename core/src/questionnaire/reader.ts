import type { FieldProblem } from '../errors.ts'
import { isStorableText } from '../text.ts'

/** Reads one value of a JSON document; what is wrong goes to `problems`, with the path, and a stand-in is returned. */
export type Read<T> = (value: unknown, path: string, problems: FieldProblem[]) => T

type Fields<T> = { readonly [Key in keyof T]-?: Read<T[Key]> }

const under = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

function note(problems: FieldProblem[], path: string, what: string): void {
  problems.push({ path, message: path === '' ? `Kwestionariusz: ${what}` : `Pole „${path}”: ${what}` })
}

/** A text of at most `max` characters; `pattern` for keys and codes, with what it means in words. */
export function text(
  max: number,
  pattern?: { readonly test: RegExp; readonly meaning: string },
): Read<string> {
  return (value, path, problems) => {
    if (typeof value !== 'string') note(problems, path, 'tu potrzebny jest tekst.')
    else if (value.length > max)
      note(problems, path, `tekst jest za długi, może mieć najwyżej ${max} znaków.`)
    else if (!isStorableText(value)) note(problems, path, 'tekst zawiera niedozwolony znak.')
    else if (pattern && !pattern.test.test(value)) note(problems, path, pattern.meaning)
    else return value
    return ''
  }
}

export const flag: Read<boolean> = (value, path, problems) => {
  if (typeof value !== 'boolean') note(problems, path, 'tu potrzebna jest wartość true albo false.')
  return value === true
}

export const number: Read<number> = (value, path, problems) => {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12) return value
  note(problems, path, 'tu potrzebna jest liczba.')
  return 0
}

export const wholeNumber: Read<number> = (value, path, problems) => {
  const read = number(value, path, problems)
  if (!Number.isInteger(read)) note(problems, path, 'tu potrzebna jest liczba całkowita.')
  return Math.trunc(read)
}

/** One of these texts and no other. */
export function oneOf<const T extends string>(allowed: readonly T[]): Read<T> {
  return (value, path, problems) => {
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined) note(problems, path, `dozwolone wartości to: ${allowed.join(', ')}.`)
    return found ?? (allowed[0] as T)
  }
}

export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path, problems) => (value === undefined ? undefined : read(value, path, problems))
}

export function listOf<T>(item: Read<T>, max: number): Read<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) note(problems, path, 'tu potrzebna jest lista.')
    else if (value.length > max)
      note(problems, path, `lista jest za długa, może mieć najwyżej ${max} pozycji.`)
    else return value.map((member: unknown, index) => item(member, under(path, index), problems))
    return []
  }
}

/** An object as `Record<string, unknown>`; `null` (and a problem) when it is not one. */
export function object(
  value: unknown,
  path: string,
  problems: FieldProblem[],
): Readonly<Record<string, unknown>> | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  note(problems, path, 'tu potrzebny jest obiekt z polami.')
  return null
}

export function mapOf<T>(key: RegExp, item: Read<T>, max: number): Read<Readonly<Record<string, T>>> {
  return (value, path, problems) => {
    const entries = Object.entries(object(value, path, problems) ?? {})
    if (entries.length > max) note(problems, path, `może tu być najwyżej ${max} pozycji.`)
    for (const [name] of entries)
      if (!key.test(name)) note(problems, under(path, name), 'niedozwolona nazwa.')
    return Object.fromEntries(
      entries.slice(0, max).map(([name, member]) => [name, item(member, under(path, name), problems)]),
    )
  }
}

/** An object with exactly these fields; fields that read as `undefined` are left out. */
export function shape<T extends object>(fields: Fields<T>): Read<T> {
  return (value, path, problems) => {
    const given = object(value, path, problems) ?? {}
    for (const key of Object.keys(given)) {
      if (!Object.hasOwn(fields, key))
        note(problems, under(path, key.slice(0, 80)), 'takiego pola nie ma w formacie.')
    }
    const read = Object.entries<Read<unknown>>(fields).map(([key, readField]) => {
      const field = Object.hasOwn(given, key) ? given[key] : undefined
      return [key, readField(field, under(path, key), problems)] as const
    })
    return Object.fromEntries(read.filter(([, field]) => field !== undefined)) as T
  }
}
