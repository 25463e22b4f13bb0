import { COLLECTION_MODES, type CollectionMode } from '@rozeznanie/core/response'

/** Which responses the page counts; an empty list restricts nothing. */
export interface ResultsFilter {
  readonly localityIds: string[]
  readonly sexCodes: string[]
  readonly ageCodes: string[]
  readonly modes: CollectionMode[]
}

/** The words of the filter in the address, so that a filtered page can be kept and sent to somebody. */
const WORDS = { localityIds: 'miejscowosc', sexCodes: 'plec', ageCodes: 'wiek', modes: 'sposob' } as const
type Part = keyof typeof WORDS
const PARTS = Object.keys(WORDS).filter((part): part is Part => part in WORDS)

const isMode = (word: string): word is CollectionMode => COLLECTION_MODES.some((mode) => mode === word)

/** Reads the filter from the address; what is no mode is left out. */
export function filterOf(search: URLSearchParams): ResultsFilter {
  return {
    localityIds: search.getAll(WORDS.localityIds),
    sexCodes: search.getAll(WORDS.sexCodes),
    ageCodes: search.getAll(WORDS.ageCodes),
    modes: search.getAll(WORDS.modes).filter(isMode),
  }
}

/** The address with one part of the filter changed and everything else kept. */
export function withFilter(search: URLSearchParams, part: Part, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete(WORDS[part])
  for (const value of values) if (value !== '') next.append(WORDS[part], value)
  return next
}

/** The address without any filter. */
export function withoutFilter(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const part of PARTS) next.delete(WORDS[part])
  return next
}

export function isFiltering(filter: ResultsFilter): boolean {
  return PARTS.some((part) => filter[part].length > 0)
}

/** The address with one of its words changed; an empty value takes the word away. */
export function withParameter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
