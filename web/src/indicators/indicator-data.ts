import { estimateInWords, numberInWords } from '@rozeznanie/core/analysis'
import type { MeasuredValue } from '../charts/measured-value.ts'
import type { IndicatorsPageQuery } from '../gql/graphql.ts'

type Survey = NonNullable<IndicatorsPageQuery['survey']>
export type Indicators = NonNullable<Survey['indicators']>
export type Indicator = Indicators['indicators'][number]
export type Needs = NonNullable<Survey['needsIndex']>
export type Modes = NonNullable<Survey['modeEffects']>
export type Roster = NonNullable<Survey['rosters']>[number]
export type Unit = Indicator['unit']

export interface Estimated {
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
}

/** „ok. 42 % (37–47 %)”, or the words for what is not known. */
export function inWords({ estimate, low, high }: Estimated, unit: Unit, otherwise: string): string {
  return estimate === null ? otherwise : estimateInWords({ estimate, low, high }, unit)
}

/** „42 %” alone. */
export const numberOf = ({ estimate }: Estimated, unit: Unit, otherwise: string): string =>
  estimate === null ? otherwise : numberInWords(estimate, unit)

/** „37–47 %” */
export function intervalOf({ low, high }: Estimated, unit: Unit): string {
  if (low === null || high === null) return ''
  const from = numberInWords(low, unit).replace(/\s%$/u, '')
  return `${from}${from.startsWith('−') ? ' do ' : '–'}${numberInWords(high, unit)}`
}

/** What stands in brackets after the name of a service is left to the table. */
export const shortOf = (label: string): string => label.replace(/ \([^)]*\)$/u, '')

const STEPS = [10, 20, 40, 50, 60, 80]

/** Ends of an axis on which all intervals find room, from 0; never more than 100. */
export function axisFor(found: readonly Estimated[]): {
  readonly from: 0
  readonly to: number
  readonly ticks: number[]
} {
  const most = Math.max(0, ...found.map(({ estimate, high }) => high ?? estimate ?? 0))
  const to = STEPS.find((step) => step >= most) ?? 100
  return { from: 0, to, ticks: [0, to / 4, to / 2, (3 * to) / 4, to].filter(Number.isInteger) }
}

/** A dot of a chart. */
export function dotOf(label: string, found: Estimated, unit: Unit, tooFew: string): MeasuredValue {
  const { estimate, low, high } = found
  const interval = estimate !== null && low !== null && high !== null ? { low, high } : undefined
  return { label: shortOf(label), value: estimate, valueLabel: numberOf(found, unit, tooFew), interval }
}

/** By the number, the largest first; those without one last. */
export const byEstimate = (one: Estimated, other: Estimated): number =>
  (other.estimate ?? -Infinity) - (one.estimate ?? -Infinity)

/** What is shown of services on the chart. */
export const SERVICE_MEASURES = ['NEED_NOW', 'UNMET', 'GAP', 'FUTURE', 'USE', 'AWARE'] as const
export type ServiceMeasure = (typeof SERVICE_MEASURES)[number]

/** One service with all that is known of it. */
export interface Service {
  readonly rowKey: string
  readonly label: string
  readonly of: (key: ServiceMeasure | 'EST_PERSONS') => Indicator | undefined
}

/** The services that any of the measures speaks of, in the order of the questionnaire. */
export function servicesOf(indicators: readonly Indicator[]): readonly Service[] {
  const own = indicators.filter(({ key }) => [...SERVICE_MEASURES, 'EST_PERSONS'].includes(key))
  const labels = new Map(own.flatMap(({ rowKey, rowLabel }) => (rowKey ? [[rowKey, rowLabel ?? '']] : [])))
  return [...labels].map(([rowKey, label]) => ({
    rowKey,
    label,
    of: (key) => own.find((one) => one.key === key && one.rowKey === rowKey),
  }))
}

/** Indicators that have a chart of their own, by key. */
export const GROUPS = ['NETANY', 'BARRIER', 'PRIORITY_NAMED', 'TOP2', 'STAFF_READY', 'TRAIN'] as const
export type Group = (typeof GROUPS)[number]

/** The indicators of a group that speak of several things; none where there is but one. */
export function groupOf(indicators: readonly Indicator[], group: Group): readonly Indicator[] {
  const own = indicators.filter(({ key, isHeadline }) => key === group && !isHeadline)
  return own.length < 2 ? [] : own.toSorted(byEstimate)
}

/** What an indicator is called where it stands alone. */
export const labelOf = ({ key, name, rowLabel }: Indicator): string =>
  rowLabel === null ? name : key === 'NETANY' ? `${name} – ${rowLabel}` : rowLabel
