/** One condition of a filter: responses that gave any of these answers. */
export interface Condition {
  /** `@LOCALITY`, `@MODE`, `@VERSION`, a question with options, or a row of a matrix as `key/rowKey`. */
  readonly dimension: string
  /** Ids of localities, modes, numbers of versions, or codes of options. */
  readonly codes: readonly string[]
}

/**
 * Which responses count: all conditions hold, within each any of its codes. The language is closed on purpose: no
 * numbers, dates, texts or ids of people can be asked about, and never more than `MOST_CONDITIONS` at once.
 */
export type Filter = readonly Condition[]

export const MOST_CONDITIONS = 3

export const BY_LOCALITY = '@LOCALITY'
export const BY_MODE = '@MODE'
export const BY_VERSION = '@VERSION'

/**
 * The one way to write a filter: conditions and codes in order, nothing twice, no condition that restricts nothing.
 * Filters that let the same responses through by their wording are equal afterwards.
 */
export function canonicalFilter(filter: Filter): Filter {
  return filter
    .filter(({ codes }) => codes.length > 0)
    .map(({ dimension, codes }) => ({ dimension, codes: [...new Set(codes)].sort() }))
    .sort((one, other) => (one.dimension < other.dimension ? -1 : 1))
}
