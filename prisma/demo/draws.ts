import { rowsOf, findQuestion, type Answer, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Random } from './random.ts'
import type { DemoCentre } from './region.ts'
import type { Resident } from './resident.ts'

/** What an answer is drawn from. */
export interface Draw {
  readonly questionnaire: Questionnaire
  readonly random: Random
  readonly centre: DemoCentre
  /** Ids of the municipality's localities by name. */
  readonly localityIds: ReadonlyMap<string, string>
  readonly resident: Resident
  readonly key: string
}

/** Draws the answer to one question; `null` leaves it empty. */
export type DrawAnswer = (draw: Draw) => Answer | null

/** One option, each code with its weight. */
export const one =
  (weights: (resident: Resident) => Readonly<Record<string, number>>): DrawAnswer =>
  ({ random, resident }) =>
    random.weighted(weights(resident))

/** Several options, each code with its own chance, at most `most`, in no order. */
export const several =
  (chances: (resident: Resident) => Readonly<Record<string, number>>, most = 99): DrawAnswer =>
  ({ random, resident }) =>
    Object.entries(chances(resident))
      .filter(([, chance]) => random.chance(chance))
      .map(([code]) => ({ code, order: random.next() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, most)
      .map(({ code }) => code)

/** `several`, or `otherwise` when none was drawn. */
export const severalOr =
  (
    otherwise: string,
    chances: (resident: Resident) => Readonly<Record<string, number>>,
    most = 99,
  ): DrawAnswer =>
  (draw) => {
    const codes = several(chances, most)(draw)
    return Array.isArray(codes) && codes.length > 0 ? codes : [otherwise]
  }

/** Every row of a matrix, now and then one left empty. */
export const rows =
  (value: (row: string, draw: Draw) => string): DrawAnswer =>
  (draw) => {
    const question = findQuestion(draw.questionnaire, draw.key)
    const keys = question?.type.startsWith('MATRIX')
      ? rowsOf(draw.questionnaire, question).map((row) => row.key)
      : []
    const kept = keys.filter(() => !draw.random.chance(0.03))
    return kept.length === 0 ? null : Object.fromEntries(kept.map((row) => [row, value(row, draw)]))
  }

/** Five points around a level from 0 (bad) to 1 (good), now and then „nie mam zdania”. */
export function drawPoint(random: Random, level: number, points = 5): string {
  if (random.chance(0.06)) return '-98'
  const noisy = level + (random.next() + random.next() - 1) * 0.55
  return String(1 + Math.round((points - 1) * Math.min(1, Math.max(0, noisy))))
}

/** 0 at 45 years of age, 1 at 85. */
export const old = (resident: Resident): number => Math.max(0, (resident.age - 45) / 40)
