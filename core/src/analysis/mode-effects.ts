import { COLLECTION_MODES, MODE_NAMES, type CollectionMode } from '../response/index.ts'
import { holm } from '../statistics/design/index.ts'
import { countedMeasures } from './indicators.ts'
import { crossed } from './indicators-coding.ts'
import { countPeople, type Coding, type Counted, type People } from './indicators-count.ts'
import { differenceOfGroups, type Difference } from './indicators-difference.ts'
import { estimateShareOf, estimateValues, type CellValues, type LinearEstimate } from './indicators-figure.ts'
import type { Measure } from './indicators-measures.ts'
import type { IndicatorKey, IndicatorUnit } from './indicators-rules.ts'
import { differenceInWords, estimateInWords } from './indicators-words.ts'
import { FEWEST_PEOPLE } from './reliability.ts'

/** One way of collecting with what people said there; in percent for shares. */
export interface ModeEstimate {
  readonly mode: CollectionMode
  readonly n: number
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
}

/** One indicator in two ways of collecting. */
export interface ModeComparison {
  readonly key: IndicatorKey
  readonly name: string
  readonly unit: IndicatorUnit
  readonly first: ModeEstimate
  readonly second: ModeEstimate
  /** First minus second, with its 95 % interval. */
  readonly difference: number
  readonly low: number | null
  readonly high: number | null
  /** Of the test that there is no difference, adjusted by Holm over all comparisons; `null` where none is possible. */
  readonly adjustedP: number | null
  readonly isDifferent: boolean
  /** Polish. */
  readonly sentence: string
}

export interface ModeEffects {
  /** Those that differ first. */
  readonly comparisons: readonly ModeComparison[]
  /** Ways of collecting with enough answers to be compared. */
  readonly modes: readonly CollectionMode[]
  /** Polish: what may and may not be concluded. */
  readonly notes: readonly string[]
}

const SIGNIFICANT = 0.05

const CHOSEN_BY_PEOPLE =
  'Ludzie sami wybierają, jak odpowiadają: zwykle starsi częściej na papierze, młodsi przez internet. Różnica może więc wynikać z tego, kto odpowiadał, a nie z tego, w jaki sposób.'
const MANY_TESTS =
  'Porównań jest wiele i przypadek mógłby pokazać różnicę w którymś z nich, dlatego za różnicę uznajemy tylko taką, która jest wyraźna mimo ich liczby (poprawka Holma).'
const NOT_COMPARABLE = `Nie ma czego porównać: co najmniej ${FEWEST_PEOPLE} odpowiedzi trzeba mieć w dwóch sposobach zbierania.`

const modeCoding = ({ columns }: People): Coding => ({
  cellCount: COLLECTION_MODES.length,
  cellOf: (at) => columns.modes[at]!,
})

/** The values of a measure for the people of one mode; cells are `cell · modes + mode`. */
function valuesIn(values: CellValues, mode: number): CellValues {
  return values.flatMap((value) => COLLECTION_MODES.map((_, at) => (at === mode ? value : null)))
}

interface InMode {
  readonly mode: CollectionMode
  readonly values: CellValues
  readonly found: LinearEstimate
}

function inModes({ unit, values }: Measure, counted: Counted): readonly InMode[] {
  const estimate = unit === 'PERCENT' ? estimateShareOf : estimateValues
  return COLLECTION_MODES.flatMap((mode, at) => {
    const own = valuesIn(values, at)
    const found = estimate(counted, own)
    const isEnough = found !== null && found.n >= FEWEST_PEOPLE && found.effective >= FEWEST_PEOPLE
    return isEnough ? [{ mode, values: own, found }] : []
  })
}

const scaleOf = (unit: IndicatorUnit) => (unit === 'PERCENT' ? 100 : 1)
const scaled = (value: number | null, scale: number) => (value === null ? null : value * scale)

function modeEstimate({ mode, found }: InMode, unit: IndicatorUnit): ModeEstimate {
  const scale = scaleOf(unit)
  const { n, estimate, low, high } = found
  return { mode, n, estimate: estimate * scale, low: scaled(low, scale), high: scaled(high, scale) }
}

type Tested = Omit<ModeComparison, 'adjustedP' | 'isDifferent' | 'sentence'> & { readonly p: number | null }

function compared(
  { key, name, unit }: Measure,
  [one, other]: readonly [InMode, InMode],
  counted: Counted,
): Tested {
  const found: Difference = differenceOfGroups(counted, [one.values, other.values], [one.found, other.found])
  const scale = scaleOf(unit)
  return {
    key,
    name,
    unit,
    first: modeEstimate(one, unit),
    second: modeEstimate(other, unit),
    difference: found.difference * scale,
    low: scaled(found.low, scale),
    high: scaled(found.high, scale),
    p: found.p,
  }
}

const startingLarge = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function sentenceOf({ first, second, unit, difference }: Tested, isDifferent: boolean): string {
  const told = ({ mode, ...estimate }: ModeEstimate) =>
    `${MODE_NAMES[mode]} ${estimateInWords(estimate, unit)}`
  const both = `${startingLarge(told(first))}, ${told(second)}`
  if (!isDifferent) return `${both}: dane nie pozwalają stwierdzić różnicy.`
  const which = difference > 0 ? 'więcej' : 'mniej'
  return `${both}: ${MODE_NAMES[first.mode]} ${which} ${differenceInWords(difference, unit)}.`
}

function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const))
}

function adjusted(tested: readonly Tested[]): readonly ModeComparison[] {
  const known = tested.flatMap(({ p }) => (p === null ? [] : [p]))
  const adjustedOnes = holm(known)
  let next = 0
  return tested.map(({ p, ...comparison }) => {
    const adjustedP = p === null ? null : (adjustedOnes[next++] ?? null)
    const isDifferent = adjustedP !== null && adjustedP < SIGNIFICANT
    return {
      ...comparison,
      adjustedP,
      isDifferent,
      sentence: sentenceOf({ p, ...comparison }, isDifferent),
    }
  })
}

/**
 * Whether people answered otherwise on paper than on the web: the headline indicators in every two ways of collecting
 * with at least 30 answers each, all p-values adjusted together by Holm. It never says that the way made the
 * difference, because people choose it.
 */
export function modeEffects(people: People): ModeEffects {
  const headlines = [...countedMeasures(people)].flatMap(([measure]) => (measure.isHeadline ? [measure] : []))
  const tested = headlines.flatMap((measure) => {
    const counted = countPeople(crossed(measure.coding, modeCoding(people)), people)
    return pairsOf(inModes(measure, counted)).map((pair) => compared(measure, pair, counted))
  })
  const comparisons = adjusted(tested).toSorted(
    (one, other) => Number(other.isDifferent) - Number(one.isDifferent),
  )
  const modes = COLLECTION_MODES.filter((mode) =>
    comparisons.some(({ first, second }) => first.mode === mode || second.mode === mode),
  )
  const notes = comparisons.length === 0 ? [NOT_COMPARABLE] : [CHOSEN_BY_PEOPLE, MANY_TESTS]
  return { comparisons, modes, notes }
}
