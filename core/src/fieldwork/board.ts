import type { CollectionMode } from '../response/index.ts'
import type { SurveyPeriod, SurveyStatus } from '../survey/index.ts'
import { type FieldAlert, fieldAlerts } from './alerts.ts'
import { type ContactCount, contactRates, type ContactRates } from './contact-rates.ts'
import type { ContactChannel, ContactOutcome, DayPart } from './model.ts'
import { type NextStep, nextSteps } from './next-steps.ts'
import { quotaBoard, type QuotaBoard, type RespondentCell } from './quota.ts'
import { USUAL_AGES } from './sexes-and-ages.ts'
import type { PopulationStructure } from './structure.ts'

/** Responses of one local day in one mode. */
export interface DayCount {
  readonly day: string
  readonly mode: CollectionMode
  readonly storedCount: number
  /** Without those left out by a correction. */
  readonly countedCount: number
}

export interface LocalityProgress {
  readonly localityId: string
  readonly name: string
  readonly target: number | null
  readonly countedCount: number
}

/** Somebody to try again, by what was noted at the contact before. */
export interface Callback {
  /** Of the contact; the next one settles it. */
  readonly id: string
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  /** Local day. */
  readonly comeBackOn: string
  readonly comeBackPart: DayPart | null
  readonly localityId: string | null
  readonly listPosition: number | null
  readonly accountId: string
}

/** Somebody who collects the survey. */
export interface Interviewer {
  readonly accountId: string
  readonly name: string
  readonly places: readonly {
    readonly assignmentId: string
    readonly localityId: string | null
    readonly target: number | null
  }[]
}

/** What the database knows of the fieldwork of a survey. */
export interface BoardFacts {
  readonly period: SurveyPeriod
  readonly status: SurveyStatus
  /** Local day of the server. */
  readonly today: string
  readonly target: number | null
  readonly population: number | null
  readonly structure: PopulationStructure | null
  readonly structureSource: string | null
  readonly structureOn: string | null
  readonly localities: readonly Omit<LocalityProgress, 'countedCount'>[]
  readonly days: readonly DayCount[]
  readonly respondents: readonly RespondentCell[]
  readonly contacts: readonly ContactCount[]
  readonly callbacks: readonly Callback[]
  readonly interviewers: readonly Interviewer[]
}

/** The work of one interviewer, from the contacts they recorded. */
export interface Workload extends Interviewer {
  /** Sum over the places; `null` where none has a number. */
  readonly target: number | null
  readonly outcomes: Readonly<Partial<Record<ContactOutcome, number>>>
  /** Interviews of each local day that had any, oldest first. */
  readonly interviewDays: readonly { readonly day: string; readonly count: number }[]
  readonly rates: ContactRates
}

/** The fieldwork board: everything an organiser looks at while a survey runs. */
export interface FieldworkBoard {
  readonly today: string
  readonly opensOn: string
  readonly closesOn: string
  readonly status: SurveyStatus
  readonly storedCount: number
  readonly countedCount: number
  readonly target: number | null
  readonly population: number | null
  readonly days: readonly DayCount[]
  readonly localities: readonly LocalityProgress[]
  readonly structure: PopulationStructure | null
  readonly structureSource: string | null
  readonly structureOn: string | null
  /** `null` without a structure. */
  readonly quota: QuotaBoard | null
  readonly nextSteps: readonly NextStep[]
  readonly alerts: readonly FieldAlert[]
  readonly callbacks: readonly Callback[]
  readonly interviewers: readonly Workload[]
  readonly rates: ContactRates
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

function workloadOf(interviewer: Interviewer, all: readonly ContactCount[]): Workload {
  const contacts = all.filter(({ accountId }) => accountId === interviewer.accountId)
  const outcomes: Partial<Record<ContactOutcome, number>> = {}
  const days = new Map<string, number>()
  for (const { outcome, day, count } of contacts) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count
    if (outcome === 'INTERVIEWED') days.set(day, (days.get(day) ?? 0) + count)
  }
  const targets = interviewer.places.flatMap(({ target }) => (target === null ? [] : [target]))
  const interviewDays = [...days].map(([day, count]) => ({ day, count }))
  return {
    ...interviewer,
    target: targets.length === 0 ? null : sumOf(targets),
    outcomes,
    interviewDays: interviewDays.sort((one, other) => (one.day < other.day ? -1 : 1)),
    rates: contactRates(contacts),
  }
}

function localityProgress({ localities, respondents }: BoardFacts): readonly LocalityProgress[] {
  const counts = new Map<string | null, number>()
  for (const { localityId, count } of respondents) {
    counts.set(localityId, (counts.get(localityId) ?? 0) + count)
  }
  return localities.map((locality) => ({ ...locality, countedCount: counts.get(locality.localityId) ?? 0 }))
}

function alertsOf(facts: BoardFacts, quota: QuotaBoard | null): readonly FieldAlert[] {
  const byDay = new Map<string, number>()
  for (const { day, countedCount } of facts.days) byDay.set(day, (byDay.get(day) ?? 0) + countedCount)
  return fieldAlerts({
    ...facts.period,
    status: facts.status,
    today: facts.today,
    target: facts.target,
    achieved: sumOf([...byDay.values()]),
    byDay,
    cells: quota?.cells ?? [],
    ages: facts.structure?.ages ?? USUAL_AGES,
  })
}

/** Puts the fieldwork board together. */
export function buildBoard(facts: BoardFacts): FieldworkBoard {
  const { period, structure, target, respondents, interviewers, contacts } = facts
  const countedCount = sumOf(facts.days.map((day) => day.countedCount))
  const quota = structure && quotaBoard(structure, target ?? countedCount, respondents)
  return {
    today: facts.today,
    opensOn: period.opensOn,
    closesOn: period.closesOn,
    status: facts.status,
    storedCount: sumOf(facts.days.map((day) => day.storedCount)),
    countedCount,
    target,
    population: facts.population,
    days: facts.days,
    localities: localityProgress(facts),
    structure,
    structureSource: facts.structureSource,
    structureOn: facts.structureOn,
    quota,
    nextSteps: structure && quota && target !== null ? nextSteps(structure, quota.cells, respondents) : [],
    alerts: alertsOf(facts, quota),
    callbacks: facts.callbacks,
    interviewers: interviewers.map((interviewer) => workloadOf(interviewer, contacts)),
    rates: contactRates(contacts),
  }
}
