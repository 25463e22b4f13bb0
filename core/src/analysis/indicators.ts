import { pluralForm } from '../text.ts'
import { optionColumnOf } from './columns.ts'
import { rowCount } from './count-cells.ts'
import { codingOfAny, codingOfAnyRow, placesOf } from './indicators-coding.ts'
import {
  estimateShareOf,
  estimateValues,
  type LinearEstimate,
  type ShareOfPeople,
} from './indicators-figure.ts'
import { countPeople, type Counted, type People } from './indicators-count.ts'
import { measuresOf, NET_NOTE, type Measure } from './indicators-measures.ts'
import { FEWEST_ANSWERS, FEWEST_IN_NEED, type IndicatorKey, type IndicatorUnit } from './indicators-rules.ts'
import { meanReliability, shareReliability } from './reliability.ts'
import type { ReliabilityClass } from './table.ts'
export { INDICATOR_KEYS, type IndicatorKey, type IndicatorUnit } from './indicators-rules.ts'

/** One indicator with everything needed to check it. */
export interface Indicator {
  readonly key: IndicatorKey
  readonly name: string
  readonly questionKey: string
  /** The service, option or area (row of a matrix or code of an option); `null` where it speaks of no single one. */
  readonly rowKey: string | null
  readonly rowLabel: string | null
  readonly unit: IndicatorUnit
  /** One of the few that a plan begins with. */
  readonly isHeadline: boolean
  /** People with the trait, weighted when weights are given; `null` for means and totals. */
  readonly numerator: number | null
  /** People who stand behind it, weighted when weights are given. */
  readonly denominator: number
  /** In the unit; `null` where nobody stands behind it, or too little to name a number. */
  readonly estimate: number | null
  /** 95 % interval; `null` where none can be known. */
  readonly low: number | null
  readonly high: number | null
  /** People who stand behind it, never weighted. */
  readonly n: number
  /** Kish's effective number of them. */
  readonly effective: number
  readonly reliability: ReliabilityClass
  /** Polish: how to read it, or why there is no number; `null` where there is nothing to say. */
  readonly note: string | null
}

type Described = Pick<
  Indicator,
  'key' | 'name' | 'questionKey' | 'rowKey' | 'rowLabel' | 'unit' | 'isHeadline'
>

function described({ key, name, questionKey, rowKey, rowLabel, unit, isHeadline }: Measure): Described {
  return { key, name, questionKey, rowKey, rowLabel, unit, isHeadline }
}

const NOBODY = 'Nie ma osób, z których można to policzyć.'
const TOO_FEW = 'Za mało odpowiedzi, żeby podać liczbę.'

function withoutNumber(measure: Measure, note: string, n = 0, effective = 0, denominator = 0): Indicator {
  const nothing = { numerator: null, estimate: null, low: null, high: null }
  return { ...described(measure), ...nothing, denominator, n, effective, reliability: 'D', note }
}

/** Means of a scale are judged by its ends. */
function rangeOf({ unit, values }: Measure): { readonly from: number; readonly to: number } | null {
  if (unit === 'HOURS') return null
  const known = values.filter((value) => value !== null)
  return { from: Math.min(...known), to: Math.max(...known) }
}

function meanIndicator(measure: Measure, found: LinearEstimate): Indicator {
  const { n, effective, weighted, estimate, standardError, low, high } = found
  const reliability =
    standardError === null
      ? 'D'
      : meanReliability({ n, effective, standardError, mean: estimate, range: rangeOf(measure) })
  if (reliability === 'D') return withoutNumber(measure, TOO_FEW, n, effective, weighted)
  const { note } = measure
  const base = { ...described(measure), numerator: null, denominator: weighted, n, effective }
  return { ...base, estimate, low, high, reliability, note }
}

function reliabilityOfShare(found: ShareOfPeople): ReliabilityClass {
  const { n, effective, estimate: share, standardError, low, high } = found
  if (standardError === null || low === null || high === null) return 'D'
  return shareReliability({ n, effective, standardError, share, low, high })
}

function shareIndicator(measure: Measure, found: ShareOfPeople): Indicator {
  const { n, effective, weighted, estimate, low, high } = found
  const reliability = reliabilityOfShare(found)
  if (reliability === 'D') return withoutNumber(measure, TOO_FEW, n, effective, weighted)
  return {
    ...described(measure),
    numerator: found.countWeighted,
    denominator: weighted,
    estimate: 100 * estimate,
    low: low === null ? null : 100 * low,
    high: high === null ? null : 100 * high,
    n,
    effective,
    reliability,
    note: measure.note,
  }
}

/** What the people in question are in the population. */
export interface PopulationOfGroup {
  /** People that those who count stand for; `null` when nobody knows. */
  readonly groupSize: number | null
}

const toTens = (people: number) => Math.round(people / 10) * 10

function peopleIndicator(measure: Measure, found: ShareOfPeople, groupSize: number): Indicator {
  const own: Measure = {
    ...measure,
    key: 'EST_PERSONS',
    name: 'Szacunkowa liczba osób w gospodarstwach z potrzebą',
    unit: 'PEOPLE',
    isHeadline: false,
  }
  const { n, effective, weighted, low, high } = found
  const reliability = reliabilityOfShare(found)
  const isEnough = n >= FEWEST_ANSWERS && found.count >= FEWEST_IN_NEED && reliability !== 'D'
  const needed = `Potrzeba co najmniej ${FEWEST_ANSWERS} odpowiedzi, w tym ${FEWEST_IN_NEED} osób z potrzebą.`
  if (!isEnough || low === null || high === null) return withoutNumber(own, needed, n, effective, weighted)
  const group = toTens(groupSize)
  return {
    ...described(own),
    numerator: null,
    denominator: weighted,
    estimate: toTens(found.estimate * groupSize),
    low: toTens(low * groupSize),
    high: toTens(high * groupSize),
    n,
    effective,
    reliability,
    note: `Proszę podawać przedział. Liczone dla około ${group} ${pluralForm(group, 'osoby', 'osób', 'osób')} w badanej grupie.`,
  }
}

function totalHours(measure: Measure, found: LinearEstimate, groupSize: number): Indicator {
  const one = meanIndicator(measure, found)
  const name = 'Potrzebne godziny pomocy w tygodniu w całej grupie'
  if (one.estimate === null || one.low === null || one.high === null) return { ...one, name }
  const scale = (hours: number) => toTens(hours * groupSize)
  const [estimate, low, high] = [scale(one.estimate), scale(one.low), scale(one.high)]
  return { ...one, name, isHeadline: false, estimate, low, high }
}

function indicatorsOf(measure: Measure, counted: Counted, groupSize: number | null): readonly Indicator[] {
  if (measure.unit !== 'PERCENT') {
    const found = estimateValues(counted, measure.values)
    if (found === null) return [withoutNumber(measure, NOBODY)]
    const isTotal = measure.unit === 'HOURS' && groupSize !== null
    return [meanIndicator(measure, found), ...(isTotal ? [totalHours(measure, found, groupSize)] : [])]
  }
  const found = estimateShareOf(counted, measure.values)
  if (found === null) return [withoutNumber(measure, NOBODY)]
  const isCounted = measure.key === 'NEED_NOW' && groupSize !== null
  return [shareIndicator(measure, found), ...(isCounted ? [peopleIndicator(measure, found, groupSize)] : [])]
}

/** A measure with what was counted of it; measures of the same coding share the counting. */
export function* countedMeasures(people: People): Generator<readonly [Measure, Counted]> {
  const known = new Map<string, Counted>()
  for (const measure of measuresOf(people.columns)) {
    const counted = known.get(measure.codingName) ?? countPeople(measure.coding, people)
    known.set(measure.codingName, counted)
    yield [measure, counted]
  }
}

/**
 * All survey indicators that these answers give, in the order of the handbook (§11.2): each with who stands behind
 * it, a 95 % interval and a class of reliability; of class D no number is told. Indicators of questions that the
 * questionnaire does not ask are left out.
 *
 * @param groupSize - people of the population whom those who count stand for: `EST_PERSONS` and hours of the whole
 *   group need it; `null` leaves them out
 * @throws RangeError when the weights were not made for these columns
 */
export function surveyIndicators(people: People, { groupSize }: PopulationOfGroup): readonly Indicator[] {
  return [...countedMeasures(people)].flatMap(([measure, counted]) =>
    indicatorsOf(measure, counted, groupSize),
  )
}

/** Of every person who counts, how many of the population they stand for together. */
function weightOfAll({ columns, mask, weights }: People): number {
  let sum = 0
  for (let at = 0; at < rowCount(columns, mask); at++)
    if (mask === null || mask.bytes[at] === 1) sum += weights === null ? 1 : weights.weights[at]!
  return sum
}

/** What is known of how many people a survey is about. */
interface KnownPopulation {
  /** People in the group that is looked at, as somebody typed it. */
  readonly typed: number | null
  /** People the whole survey is about. */
  readonly population: number | null
}

/**
 * People of the population whom those who count stand for: what was typed, else the weights of those who count, else
 * the population of the survey where nobody is filtered out.
 *
 * @returns `null` where nobody knows
 */
export function groupSizeOf(people: People, { typed, population }: KnownPopulation): number | null {
  if (typed !== null) return typed
  if (people.weights !== null) return weightOfAll(people)
  return people.mask === null ? population : null
}

/**
 * „Co najmniej jedna z…”: people who chose at least one of these options of a question or a row of a matrix
 * (`key/rowKey`); of a whole matrix, in any row.
 *
 * @returns `null` when the key names no question with options
 */
export function netAnyIndicator(people: People, key: string, codes: readonly string[]): Indicator | null {
  const [questionKey = key, rowKey = null] = key.split('/', 2)
  const matrix = people.columns.byKey.get(key)
  const column = optionColumnOf(people.columns, key)
  const coding =
    matrix?.kind === 'matrix' ? codingOfAnyRow(matrix, codes) : column && codingOfAny(column, codes)
  if (coding === null) return null
  const row = placesOf(people.columns, questionKey).find((place) => place.key === key)
  const measure: Measure = {
    key: 'NETANY',
    name: 'Co najmniej jedna z wybranych odpowiedzi',
    questionKey,
    rowKey,
    rowLabel: row?.rowLabel ?? null,
    unit: 'PERCENT',
    isHeadline: false,
    codingName: key,
    coding,
    values: [0, 1],
    note: NET_NOTE,
  }
  return indicatorsOf(measure, countPeople(coding, people), null)[0] ?? null
}
