import type { CollectionMode } from '../response/index.ts'
import { ageOfCode, bandOf, type Sex, SEXES } from './sexes-and-ages.ts'
import { cellKey, type PopulationStructure, type StructureCell, structureTotal } from './structure.ts'

/** Counted responses with the same sex, age, locality and mode. */
export interface RespondentCell {
  /** Code of the answer to `dem_sex`; `null` where it was not answered. */
  readonly sex: string | null
  /** Code of the answer to `dem_age`. */
  readonly age: string | null
  readonly localityId: string | null
  readonly mode: CollectionMode
  readonly count: number
}

/** One cell of the quota board. */
export interface QuotaCell extends StructureCell {
  /** How many responses it should have, out of the target of the whole survey. */
  readonly target: number
  readonly achieved: number
  /** Never negative: more than the target is no fault. */
  readonly missing: number
}

export interface QuotaBoard {
  readonly cells: readonly QuotaCell[]
  /** Counted responses that belong to no cell: sex, age or place was not told, or is none of these. */
  readonly outsideCount: number
}

/**
 * Shares a total out in whole numbers by the method of largest remainders (Hare–Niemeyer). The parts add up to the
 * total; each differs from its exact share by less than one. Equal remainders go to the larger weight, then the earlier.
 *
 * @param weights - not negative; all zero gives all zero
 */
export function largestRemainder(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum <= 0 || total <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((all, part) => all + part, 0)
  const order = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share), weight: weights[index] ?? 0 }))
    .sort((a, b) => b.remainder - a.remainder || b.weight - a.weight || a.index - b.index)
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

const isSex = (code: string | null): code is Sex => SEXES.some((sex) => sex === code)

/** Which place of the structure a locality belongs to; `null` when to none. */
function placeOf({ places }: PopulationStructure, localityId: string | null): number | null {
  const place = places.findIndex(({ localityIds }) =>
    localityIds.length === 0 ? places.length === 1 : localityId !== null && localityIds.includes(localityId),
  )
  return place < 0 ? null : place
}

/** The cell of the structure that respondents belong to, by its key; `null` when to none. */
export function cellOf(structure: PopulationStructure, respondent: RespondentCell): string | null {
  const place = placeOf(structure, respondent.localityId)
  const age = ageOfCode(respondent.age)
  const band = age === null ? null : bandOf(age, structure.ages)
  if (place === null || band === null || !isSex(respondent.sex)) return null
  return cellKey({ place, sex: respondent.sex, age: band })
}

/**
 * The population structure with a target for each cell, and how much of it was reached.
 *
 * @param target - responses of the whole survey
 */
export function quotaBoard(
  structure: PopulationStructure,
  target: number,
  respondents: readonly RespondentCell[],
): QuotaBoard {
  const achieved = new Map<string, number>()
  let outsideCount = 0
  for (const respondent of respondents) {
    const key = cellOf(structure, respondent)
    if (key === null) outsideCount += respondent.count
    else achieved.set(key, (achieved.get(key) ?? 0) + respondent.count)
  }
  const people = structure.cells.map((cell) => cell.people)
  const targets = structureTotal(structure) > 0 ? largestRemainder(target, people) : people
  const cells = structure.cells.map((cell, index) => {
    const wanted = targets[index] ?? 0
    const reached = achieved.get(cellKey(cell)) ?? 0
    return { ...cell, target: wanted, achieved: reached, missing: Math.max(0, wanted - reached) }
  })
  return { cells, outsideCount }
}
