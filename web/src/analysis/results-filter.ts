import { BY_LOCALITY, BY_MODE, BY_VERSION, canonicalFilter } from '@rozeznanie/core/analysis'

/** A condition as GraphQL takes it. */
export interface FilterCondition {
  readonly dimension: string
  readonly codes: string[]
}

/** Which responses the page counts; conditions that all hold. */
export type ResultsFilter = FilterCondition[]

/** The words of the filter in the address, so that a filtered page can be kept and sent to somebody. */
const WORDS: Readonly<Record<string, string>> = {
  [BY_LOCALITY]: 'miejscowosc',
  [BY_MODE]: 'sposob',
  [BY_VERSION]: 'wersja',
  dem_sex: 'plec',
  dem_age: 'wiek',
}
const DIMENSIONS = new Map(Object.entries(WORDS).map(([dimension, word]) => [word, dimension]))
/** Before the key of any other question. */
const ANSWER = 'odp.'

const wordOf = (dimension: string): string => WORDS[dimension] ?? `${ANSWER}${dimension}`

function dimensionOf(word: string): string | null {
  return DIMENSIONS.get(word) ?? (word.startsWith(ANSWER) ? word.slice(ANSWER.length) : null)
}

/** Reads the filter from the address. */
export function filterOf(search: URLSearchParams): ResultsFilter {
  const conditions = [...new Set(search.keys())].flatMap((word) => {
    const dimension = dimensionOf(word)
    return dimension === null ? [] : [{ dimension, codes: search.getAll(word).filter((code) => code !== '') }]
  })
  return canonicalFilter(conditions).map(({ dimension, codes }) => ({ dimension, codes: [...codes] }))
}

/** The address with one condition changed and everything else kept; no codes take it away. */
export function withCondition(
  search: URLSearchParams,
  dimension: string,
  codes: readonly string[],
): URLSearchParams {
  const next = new URLSearchParams(search)
  const word = wordOf(dimension)
  next.delete(word)
  for (const code of codes) if (code !== '') next.append(word, code)
  return next
}

/** The address without any filter. */
export function withoutFilter(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const word of search.keys()) if (dimensionOf(word) !== null) next.delete(word)
  return next
}

/** The address with one of its words changed; an empty value takes the word away. */
export function withParameter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

/** The address with the filter and nothing else. */
export function onlyFilter(search: URLSearchParams): URLSearchParams {
  const pairs = [...search].filter(([word]) => dimensionOf(word) !== null)
  return new URLSearchParams(pairs)
}
