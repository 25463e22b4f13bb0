import { DesignRefusedError } from '../errors.ts'
import type { Calibration } from './calibration.ts'
import { codeLabels, codeNested, type Coding, type Labels } from './codes.ts'
import { checkColumns, checkPopulation, checkWeights } from './design-checks.ts'

/**
 * What a stratum sampled with one unit contributes to the variance:
 * - `certainty`: nothing, as if the unit had been taken with certainty; the stratum is named in a warning
 * - `adjust`: its deviation from the mean of all units of the stage
 * - `adjust-at-zero`: its deviation from zero; the same for means and ratios, more for totals (R survey 4.1)
 * - `average`: the mean of what the other strata contribute
 * - `fail`: a refusal
 */
export type SinglePsuRule = 'certainty' | 'adjust' | 'adjust-at-zero' | 'average' | 'fail'

/** How the sample was drawn, a value per row (respondent). Unknown columns are left out. */
export interface DesignColumns {
  /** People a row stands for; 0 keeps the row in the design but out of every n. */
  readonly weights: ArrayLike<number>
  readonly strata?: Labels
  /** First-stage clusters, unique or numbered anew in every stratum; every row is one when absent. */
  readonly psus?: Labels
  /** Second-stage units inside the cluster; every row is one when absent. */
  readonly ssus?: Labels
  /** Clusters in the POPULATION of the row's stratum (N, not a fraction). */
  readonly psuPopulation?: ArrayLike<number>
  /** Second-stage units in the POPULATION of the row's cluster; needs `psuPopulation`. */
  readonly ssuPopulation?: ArrayLike<number>
  readonly singlePsu?: SinglePsuRule
}

/** One stage of sampling: units drawn in groups (clusters in strata, or people in clusters). */
export interface Stage {
  readonly unitOfRow: Int32Array
  readonly groupOfUnit: Int32Array
  readonly unitsInGroup: Int32Array
  /** Units in the population of each group; `Infinity` when unknown. */
  readonly population: Float64Array
  /** What the group's variance is multiplied by: 1 at the first stage, n/N of the stratum at the second. */
  readonly multiplier: Float64Array
}

/** A sample ready for estimation. */
export interface SampleDesign {
  readonly rowCount: number
  readonly weights: Float64Array
  /** One stage (ultimate clusters), or two with both population sizes. */
  readonly stages: readonly Stage[]
  readonly singlePsu: SinglePsuRule
  /** Strata (and clusters of the second stage) with one unit drawn of more in the population, by name. */
  readonly singlePsuStrata: readonly string[]
  /** Margins that the weights reproduce, or null when the weights are taken as fixed. */
  readonly calibration: Calibration | null
}

/** Which rows belong to a group: 1 or 0 a row. */
export type Domain = Uint8Array

function populationOfGroups(groups: Int32Array, count: number, values?: ArrayLike<number>): Float64Array {
  const population = new Float64Array(count).fill(Infinity)
  if (values) for (let row = 0; row < groups.length; row++) population[groups[row]!] = values[row]!
  return population
}

function stageOf(
  groups: Int32Array,
  groupCount: number,
  units: Labels | undefined,
  population: Float64Array,
): Stage {
  const { codes, groupOfUnit } = units
    ? codeNested(groups, units)
    : { codes: Int32Array.from(groups.keys()), groupOfUnit: groups }
  const unitsInGroup = new Int32Array(groupCount)
  for (const group of groupOfUnit) unitsInGroup[group]!++
  const multiplier = new Float64Array(groupCount).fill(1)
  return { unitOfRow: codes, groupOfUnit, unitsInGroup, population, multiplier }
}

function secondStageOf(first: Stage, { ssus, ssuPopulation }: DesignColumns): Stage {
  const clusterCount = first.groupOfUnit.length
  const population = populationOfGroups(first.unitOfRow, clusterCount, ssuPopulation)
  const stage = stageOf(first.unitOfRow, clusterCount, ssus, population)
  return {
    ...stage,
    multiplier: stage.multiplier.map((_, cluster) => {
      const stratum = first.groupOfUnit[cluster]!
      return first.unitsInGroup[stratum]! / first.population[stratum]!
    }),
  }
}

/** Groups with one unit drawn of more in the population. */
const singlesOf = ({ unitsInGroup, population }: Stage) =>
  [...unitsInGroup.keys()].filter((group) => unitsInGroup[group] === 1 && population[group]! > 1)

/**
 * Reads the description of a sample. Clusters are keyed by (stratum, cluster). With the population size of the
 * first stage only, or with none, the variance is that of ultimate clusters; the second stage counts when
 * both sizes are known.
 *
 * @throws DesignRefusedError when columns differ in length, a weight is not a number from 0 up, nobody has a
 *   weight, or a population is smaller than its sample or differs inside a stratum
 * @see Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, ch. 4
 */
export function createDesign(columns: DesignColumns): SampleDesign {
  const problems = [...checkColumns(columns), ...checkWeights(columns.weights)]
  if (problems.length > 0) throw new DesignRefusedError(problems)
  const rowCount = columns.weights.length
  const strata: Coding = columns.strata
    ? codeLabels(columns.strata)
    : { codes: new Int32Array(rowCount), labels: ['cała próba'] }
  const population = populationOfGroups(strata.codes, strata.labels.length, columns.psuPopulation)
  const first = stageOf(strata.codes, strata.labels.length, columns.psus, population)
  const stages =
    columns.ssuPopulation && columns.psuPopulation ? [first, secondStageOf(first, columns)] : [first]
  const wrong = [
    ...checkPopulation(first, strata.codes, columns.psuPopulation, strata.labels, 'warstwie'),
    ...(stages[1] ? checkPopulation(stages[1], first.unitOfRow, columns.ssuPopulation, null, 'zespole') : []),
  ]
  if (wrong.length > 0) throw new DesignRefusedError(wrong)
  return {
    rowCount,
    weights: Float64Array.from(columns.weights),
    stages,
    singlePsu: columns.singlePsu ?? 'certainty',
    singlePsuStrata: [
      ...singlesOf(first).map((stratum) => String(strata.labels[stratum])),
      ...(stages[1] ? singlesOf(stages[1]).map((cluster) => `zespół nr ${cluster + 1}`) : []),
    ],
    calibration: null,
  }
}

/** A simple random sample from a large population in which everybody has the weight 1; refused without anybody. */
export function simpleRandomSample(rowCount: number): SampleDesign {
  return createDesign({ weights: new Float64Array(rowCount).fill(1) })
}

/**
 * The sentence that goes with every number of a design with single-unit strata; null when there are none.
 * A filter that leaves one unit of several is not such a stratum.
 */
export function singlePsuWarning({ singlePsuStrata, singlePsu }: SampleDesign): string | null {
  if (singlePsuStrata.length === 0) return null
  const names = singlePsuStrata.map((name) => `„${name}”`).join(', ')
  const treatment =
    singlePsu === 'certainty'
      ? 'nie wchodzą do błędu, więc jest on zaniżony'
      : singlePsu === 'average'
        ? 'wchodzą do błędu tak jak przeciętna z pozostałych warstw'
        : 'wchodzą do błędu przez odchylenie od ogólnej średniej'
  return `Warstwy z jedną wylosowaną jednostką (${names}) ${treatment}.`
}
