/** What the numbers of the page are computed with; kept in the address. */
export interface IndicatorSettings {
  /** `null`: without weights. */
  readonly weightVersion: number | null
  /** People in the group, as somebody typed it; `null`: as the survey knows it. */
  readonly population: number | null
}

/** The weight versions that there are to choose from. */
export interface KnownWeights {
  readonly versions: readonly { readonly number: number; readonly name: string }[]
  readonly usualNumber: number | null
}

const WEIGHTS = 'wagi'
const POPULATION = 'osoby'
const NONE = 'brak'

const whole = (text: string | null): number | null => {
  const number = Number(text)
  return text !== null && Number.isInteger(number) && number >= 1 ? number : null
}

/** Reads the settings; without a word about weights the usual ones are used. */
export function settingsOf(
  search: URLSearchParams,
  { versions, usualNumber }: KnownWeights,
): IndicatorSettings {
  const wanted = search.get(WEIGHTS)
  const known = versions.some(({ number }) => number === whole(wanted)) ? whole(wanted) : usualNumber
  return { weightVersion: wanted === NONE ? null : known, population: whole(search.get(POPULATION)) }
}

/** The address with these settings. */
export function withSettings(
  search: URLSearchParams,
  { weightVersion, population }: IndicatorSettings,
  { usualNumber }: KnownWeights,
): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete(WEIGHTS)
  next.delete(POPULATION)
  if (weightVersion !== usualNumber) next.set(WEIGHTS, weightVersion === null ? NONE : String(weightVersion))
  if (population !== null) next.set(POPULATION, String(population))
  return next
}
