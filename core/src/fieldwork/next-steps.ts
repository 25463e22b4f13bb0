import type { CollectionMode } from '../response/index.ts'
import { cellOf, type QuotaCell, type RespondentCell } from './quota.ts'
import { agedWords, missingPeople, type Sex } from './sexes-and-ages.ts'
import { cellKey, type PopulationStructure } from './structure.ts'

/** So many answers of a group must be there before it tells how the group likes to answer. */
const FEWEST_TO_LEARN_FROM = 8
const ELDERLY_FROM = 60
const YOUNG_BELOW = 35
const MOST_STEPS = 6

/** What to do next for one cell of the quota board, in words. */
export interface NextStep {
  readonly place: number
  readonly sex: Sex
  readonly age: number
  readonly missing: number
  /** The way of answering it speaks of. */
  readonly mode: CollectionMode
  /** Whole Polish sentences. */
  readonly message: string
}

type StepMode = 'CAWI' | 'PAPI' | 'CAPI' | 'CATI'
const STEP_MODES: readonly StepMode[] = ['CAWI', 'PAPI', 'CAPI', 'CATI']

/** A tablet at the counter is a way of reaching people on paper's ground: it needs somebody to be there. */
const stepModeOf = (mode: CollectionMode): StepMode | null =>
  mode === 'KIOSK' ? 'CAPI' : (STEP_MODES.find((known) => known === mode) ?? null)

const CAME: Readonly<Record<StepMode, string>> = {
  CAWI: 'przez internet',
  PAPI: 'na papierze',
  CAPI: 'od ankietera lub z tabletu na miejscu',
  CATI: 'przez telefon',
}
const TRY: Readonly<Record<StepMode, string>> = {
  CAWI: 'Warto przypomnieć odnośnik: w szkole, w zakładach pracy i w mediach społecznościowych.',
  PAPI: 'Warto spróbować ankiety papierowej: w parafii, w przychodni, w sklepie.',
  CAPI: 'Warto zaplanować wizyty ankietera albo tablet w miejscu, do którego ludzie przychodzą.',
  CATI: 'Warto zadzwonić: ta grupa chętnie odpowiada przez telefon.',
}
const BOTH_FOR_ELDERLY =
  'Warto spróbować ankiety papierowej w parafii albo w przychodni, albo wizyty ankietera.'

interface Habit {
  readonly mode: StepMode
  readonly count: number
  readonly all: number
}

/** How people of a sex and age have answered so far, wherever they live. */
function habitsOf(
  structure: PopulationStructure,
  respondents: readonly RespondentCell[],
): ReadonlyMap<string, ReadonlyMap<StepMode, number>> {
  const habits = new Map<string, Map<StepMode, number>>()
  for (const respondent of respondents) {
    const mode = stepModeOf(respondent.mode)
    const group = cellOf(structure, respondent)?.split(' ').slice(1).join(' ')
    if (mode === null || group === undefined) continue
    const counts = habits.get(group) ?? new Map<StepMode, number>()
    habits.set(group, counts.set(mode, (counts.get(mode) ?? 0) + respondent.count))
  }
  return habits
}

function habitOf(counts: ReadonlyMap<StepMode, number> | undefined): Habit | null {
  if (!counts) return null
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [mode, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? []
  return mode === undefined || count === undefined || all < FEWEST_TO_LEARN_FROM ? null : { mode, count, all }
}

/** Where nothing is known of the group yet: what experience says of its age. */
function usualAdvice(age: number): { readonly mode: StepMode; readonly advice: string } {
  if (age >= ELDERLY_FROM) return { mode: 'PAPI', advice: BOTH_FOR_ELDERLY }
  if (age < YOUNG_BELOW) return { mode: 'CAWI', advice: TRY.CAWI }
  return { mode: 'CAWI', advice: 'Warto przypomnieć odnośnik: przez sołtysa, w szkole i w zakładach pracy.' }
}

function adviceFor(age: number, habit: Habit | null): { readonly mode: StepMode; readonly advice: string } {
  if (habit === null) return usualAdvice(age)
  const { mode, count, all } = habit
  // Where the elderly were asked on the web only, it is no proof that the web reaches them.
  if (mode === 'CAWI' && age >= ELDERLY_FROM) return usualAdvice(age)
  return {
    mode,
    advice: `${TRY[mode]} W tej grupie tak przyszło ${count} z ${all} ankiet (${CAME[mode]}).`,
  }
}

/**
 * What to do next: the cells that miss most, each with the way of answering that works for people of its sex and age.
 *
 * @param cells - of the quota board of the same structure
 * @returns at most six, the one that misses most first
 */
export function nextSteps(
  structure: PopulationStructure,
  cells: readonly QuotaCell[],
  respondents: readonly RespondentCell[],
): readonly NextStep[] {
  const habits = habitsOf(structure, respondents)
  return cells
    .filter(({ missing }) => missing > 0)
    .sort((one, other) => other.missing - one.missing || cellKey(one).localeCompare(cellKey(other)))
    .slice(0, MOST_STEPS)
    .map(({ place, sex, age, missing }) => {
      const { mode, advice } = adviceFor(age, habitOf(habits.get(`${sex} ${age}`)))
      const where = structure.places[place]?.name ?? ''
      const lack = `brakuje ${missingPeople(missing, sex)} ${agedWords(age, structure.ages)}`
      return { place, sex, age, missing, mode, message: `${where}: ${lack}. ${advice}` }
    })
}
