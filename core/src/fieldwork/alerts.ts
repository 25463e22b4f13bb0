import { inclusiveDayCount, type SurveyStatus } from '../survey/index.ts'
import type { QuotaCell } from './quota.ts'
import { groupInGenitive, type Sex } from './sexes-and-ages.ts'

const DAYS_BEFORE_END = 10
const QUIET_DAYS = 3
const DAYS_OF_PACE = 7
/** A group is named where it makes up at least this share of what is missing. */
const SHARE_WORTH_NAMING = 0.25

/** What needs the organiser's attention now. */
export interface FieldAlert {
  readonly kind: 'ENDING' | 'QUIET' | 'PACE'
  /** Whole Polish sentences. */
  readonly message: string
}

export interface AlertFacts {
  readonly status: SurveyStatus
  readonly opensOn: string
  readonly closesOn: string
  /** Local day. */
  readonly today: string
  /** Responses that are wanted; `null` when nobody said. */
  readonly target: number | null
  /** Counted responses. */
  readonly achieved: number
  /** Counted responses of each local day that had any. */
  readonly byDay: ReadonlyMap<string, number>
  readonly cells: readonly QuotaCell[]
  readonly ages: readonly number[]
}

/** After „brakuje” and „około” the word is the same for every number. */
const ofResponses = (count: number) => `${count} odpowiedzi`

function endWords(daysLeft: number): string {
  if (daysLeft === 0) return 'Dziś jest ostatni dzień ankiety'
  if (daysLeft === 1) return 'Jutro jest ostatni dzień ankiety'
  return `Za ${daysLeft} dni koniec ankiety`
}

/** „, głównie kobiet w wieku 75 lat lub więcej”; nothing where no group stands out. */
function mainlyWords({ cells, ages }: Pick<AlertFacts, 'cells' | 'ages'>): string {
  const groups = new Map<string, { sex: Sex; age: number; missing: number }>()
  let all = 0
  for (const { sex, age, missing } of cells) {
    const key = `${sex} ${age}`
    groups.set(key, { sex, age, missing: (groups.get(key)?.missing ?? 0) + missing })
    all += missing
  }
  const [worst] = [...groups.values()].sort((one, other) => other.missing - one.missing)
  if (!worst || all === 0 || worst.missing / all < SHARE_WORTH_NAMING) return ''
  return `, głównie ${groupInGenitive(worst.sex, worst.age, ages)}`
}

function lastDays({ byDay, today }: AlertFacts, days: number): number {
  let sum = 0
  for (const [day, count] of byDay) {
    const age = inclusiveDayCount(day, today) - 1
    if (age >= 1 && age <= days) sum += count
  }
  return sum
}

function* endingAlerts(facts: AlertFacts, daysLeft: number): Iterable<FieldAlert> {
  const missing = facts.target === null ? 0 : Math.max(0, facts.target - facts.achieved)
  if (missing === 0 || daysLeft > DAYS_BEFORE_END) return
  const message = `${endWords(daysLeft)}, brakuje ${ofResponses(missing)}${mainlyWords(facts)}. Ankietę można przedłużyć.`
  yield { kind: 'ENDING', message }
}

function* paceAlerts(facts: AlertFacts, daysLeft: number): Iterable<FieldAlert> {
  const { target, achieved, opensOn, today } = facts
  const daysOpen = inclusiveDayCount(opensOn, today) - 1
  if (target === null || daysOpen < DAYS_OF_PACE || daysLeft <= DAYS_BEFORE_END || achieved >= target) return
  const expected = Math.round((lastDays(facts, DAYS_OF_PACE) / DAYS_OF_PACE) * (daysLeft + 1))
  if (achieved + expected >= target) return
  const message = `W tempie z ostatniego tygodnia do końca przybędzie około ${ofResponses(expected)}, a brakuje ${target - achieved}.`
  yield { kind: 'PACE', message }
}

function* quietAlerts(facts: AlertFacts): Iterable<FieldAlert> {
  const { opensOn, today, byDay } = facts
  const last = [...byDay.keys()]
    .filter((day) => day <= today)
    .sort()
    .at(-1)
  const days = inclusiveDayCount(last ?? opensOn, today) - 1
  if (days < QUIET_DAYS) return
  yield {
    kind: 'QUIET',
    message: `Od ${days} dni nie przyszła żadna odpowiedź. Warto przypomnieć o ankiecie.`,
  }
}

/** What needs attention while a survey is open; nothing before and after. */
export function fieldAlerts(facts: AlertFacts): readonly FieldAlert[] {
  if (facts.status !== 'OPEN') return []
  const daysLeft = inclusiveDayCount(facts.today, facts.closesOn) - 1
  return [...endingAlerts(facts, daysLeft), ...paceAlerts(facts, daysLeft), ...quietAlerts(facts)]
}
