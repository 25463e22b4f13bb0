import { countPeople, type Counted, type People } from './indicators-count.ts'
import {
  estimateShareOf,
  estimateValues,
  type CellValues,
  type LinearEstimate,
  type ShareOfPeople,
} from './indicators-figure.ts'
import { estimateNumbers } from './indicators-number.ts'
import { FEWEST_ANSWERS, FEWEST_IN_NEED } from './indicators-rules.ts'
import { servicesOf, type NeedsQuestions, type ServiceCoding } from './needs-index-coding.ts'
import { FEWEST_PEOPLE, meanReliability, shareReliability } from './reliability.ts'
import { alphaOfItems, itemsOf, meanOfItems, type ScaleReliability } from './scales.ts'
import type { ReliabilityClass } from './table.ts'
export type { NeedsQuestions } from './needs-index-coding.ts'

/** A number 0 to 100 (a gap −100 to 100) with its 95 % interval; all `null` of class D. */
export interface NeedFigure {
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  readonly effective: number
  readonly reliability: ReliabilityClass
}

/** Between how many people of the population, in tens, with 95 %. */
export interface PeopleRange {
  readonly from: number
  readonly to: number
}

/** What people need of one service, and how much of it is there. */
export interface ServiceNeed {
  readonly rowKey: string
  readonly label: string
  /** Mean need and availability, 0 to 100, of people with both answers. */
  readonly need: NeedFigure
  readonly availability: NeedFigure
  /** Mean of each person's need minus availability. */
  readonly gap: NeedFigure
  /** Of people in need those whose need is not met, in percent (a ratio). */
  readonly unmet: NeedFigure
  /** Places among the services that the intervals of the gaps allow, 1 the largest; `null` without a gap. */
  readonly places: { readonly from: number; readonly to: number } | null
  /** Place on the priority list: a gap surely above 0, by people whose need is not met; `null` not on it. */
  readonly priority: number | null
  /** People of the population whose need is not met, in tens; `null` where too little is known. */
  readonly unmetPeople: PeopleRange | null
}

/** How a questionnaire asks for needs: by levels in one matrix, or by two scales of the same services. */
export type NeedsBasis = 'LEVELS' | 'SCALES'

export interface NeedsIndex {
  readonly basis: NeedsBasis
  /** Services in the order of their gaps, those without a gap last. */
  readonly services: readonly ServiceNeed[]
  /** Polish: how it is computed. */
  readonly notes: readonly string[]
}

const NOTHING: NeedFigure = {
  estimate: null,
  low: null,
  high: null,
  n: 0,
  effective: 0,
  reliability: 'D',
}

/** A gap of nearly 0 is a finding, however large its error is beside it: it is hidden only for want of people. */
function figureOfMean(found: LinearEstimate | null, from: number, to: number): NeedFigure {
  if (found === null || found.standardError === null) return NOTHING
  const { n, effective, estimate, standardError, low, high } = found
  if (n < FEWEST_PEOPLE || effective < FEWEST_PEOPLE) return { ...NOTHING, n, effective }
  const reliability = meanReliability({ n, effective, standardError, mean: estimate, range: { from, to } })
  return { estimate, low, high, n, effective, reliability: reliability === 'D' ? 'C' : reliability }
}

function figureOfRatio(counted: Counted, values: CellValues): NeedFigure {
  const found = estimateShareOf(counted, values)
  if (found?.standardError == null || found.low === null || found.high === null) return NOTHING
  const { n, effective, estimate: share, standardError, low, high } = found
  const reliability = shareReliability({ n, effective, standardError, share, low, high })
  if (reliability === 'D') return { ...NOTHING, n, effective }
  return { estimate: 100 * share, low: 100 * low, high: 100 * high, n, effective, reliability }
}

interface Measured extends Omit<ServiceNeed, 'places' | 'priority'> {
  /** Share of everybody whose need is not met. */
  readonly lacking: number
}

const toTens = (people: number) => Math.round(people / 10) * 10

/** A range only: a single number of people would be believed too readily. */
function peopleOf(lacking: ShareOfPeople | null, groupSize: number): PeopleRange | null {
  if (lacking === null || lacking.low === null || lacking.high === null) return null
  if (lacking.n < FEWEST_ANSWERS || lacking.count < FEWEST_IN_NEED) return null
  return { from: toTens(lacking.low * groupSize), to: toTens(lacking.high * groupSize) }
}

function measured(service: ServiceCoding, people: People, groupSize: number | null): Measured {
  const counted = countPeople(service.coding, people)
  const mean = (values: CellValues, from = 0) => figureOfMean(estimateValues(counted, values), from, 100)
  const gap = mean(service.gap, -100)
  const lacking = estimateShareOf(counted, service.lack)
  return {
    rowKey: service.key,
    label: service.label,
    need: mean(service.need),
    availability: mean(service.availability),
    gap,
    unmet: figureOfRatio(counted, service.unmet),
    lacking: lacking?.estimate ?? 0,
    unmetPeople: groupSize === null ? null : peopleOf(lacking, groupSize),
  }
}

/** How many services surely stand above and below this one. */
function placesAmong(services: readonly Measured[], { gap }: Measured): ServiceNeed['places'] {
  const { low, high } = gap
  if (low === null || high === null) return null
  const known = services.filter((other) => other.gap.estimate !== null)
  const above = known.filter((other) => other.gap.low !== null && other.gap.low > high).length
  const below = known.filter((other) => other.gap.high !== null && other.gap.high < low).length
  return { from: 1 + above, to: known.length - below }
}

const LEVEL_NOTES = [
  'Potrzeba to odsetek osób, w których gospodarstwie usługa jest teraz potrzebna; zaspokojenie liczymy jako 100, gdy usługa wystarcza, i 50, gdy nie wystarcza.',
  'Pomijamy osoby, które nie wiedzą, dlatego potrzeba może się nieco różnić od odsetka w tabeli usług.',
]
const SCALE_NOTES = [
  'Potrzebę i dostępność liczymy od 0 do 100 według krańców skali, u osób, które odpowiedziały na oba pytania.',
  'Niezaspokojona potrzeba: dwie najwyższe oceny potrzeby i dwie najniższe oceny dostępności, wśród osób z dwiema najwyższymi ocenami potrzeby.',
]
const COMMON_NOTES = [
  'Luka to średnia różnica potrzeby i dostępności u tych samych osób.',
  'Na liście pierwszeństwa są usługi, których cały przedział luki leży powyżej zera, w kolejności od tej, której brakuje największej liczbie osób.',
]

/**
 * Needs by service: mean need and availability on 0 to 100, their paired gap with its error, and unmet need as a ratio,
 * ordered by the gap; with the priority list of services whose gap is surely above 0, by people who lack them.
 *
 * @param groupSize - people of the population whom those who count stand for; `null` where nobody knows
 * @returns `null` when the questionnaire does not ask for needs
 * @see design of statistics, §1 „Needs index” and §4.5
 */
export function needsIndex(
  people: People,
  groupSize: number | null,
  questions: NeedsQuestions | null = null,
): NeedsIndex | null {
  const services = servicesOf(people.columns, questions)
  if (services.length === 0) return null
  const found = services.map((service) => measured(service, people, groupSize))
  const listed = found
    .filter(({ gap }) => gap.low !== null && gap.low > 0)
    .sort((one, other) => other.lacking - one.lacking)
  const ordered = found
    .map(({ lacking: _, ...service }, at): ServiceNeed => {
      const place = listed.indexOf(found[at]!)
      return { ...service, places: placesAmong(found, found[at]!), priority: place < 0 ? null : place + 1 }
    })
    .sort((one, other) => (other.gap.estimate ?? -Infinity) - (one.gap.estimate ?? -Infinity))
  const basis = questions === null ? 'LEVELS' : 'SCALES'
  const notes = [...(basis === 'LEVELS' ? LEVEL_NOTES : SCALE_NOTES), ...COMMON_NOTES]
  return { basis, services: ordered, notes }
}

/** One number for all services together. */
export interface OverallNeed {
  /** Mean over people of the mean gap of their services; people who answered for at least 60 % of the services. */
  readonly index: NeedFigure
  /** How well the services go together; `null` where it cannot be told. */
  readonly alpha: ScaleReliability | null
}

/** The needs index over all services, with the alpha of its items; `null` when the questionnaire asks for no needs. */
export function overallNeed(people: People, questions: NeedsQuestions | null = null): OverallNeed | null {
  const services = servicesOf(people.columns, questions)
  if (services.length === 0) return null
  const items = itemsOf(
    services.map(({ coding, gap }) => ({ coding, values: gap })),
    people,
  )
  const found = estimateNumbers(people, meanOfItems(items))
  return { index: figureOfMean(found, -100, 100), alpha: alphaOfItems(items, people) }
}
