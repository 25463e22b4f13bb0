import type { CollectionMode } from '@rozeznanie/core/response'
import type { Random } from './random.ts'
import type { DemoCentre } from './region.ts'

/** A made-up resident: what lies behind the answers, so that they hang together. */
export interface Resident {
  readonly isWoman: boolean
  readonly age: number
  readonly isTownDweller: boolean
  readonly locality: string
  readonly livesAlone: boolean
  readonly hasChildren: boolean
  readonly works: boolean
  readonly hasDisability: boolean
  /** Cares daily for somebody who cannot cope alone. */
  readonly isCarer: boolean
  readonly isOnline: boolean
  readonly isTrusting: boolean
  /** 0 (copes wholly) to 1 (needs help daily). */
  readonly careNeed: number
  readonly mode: CollectionMode
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Draws one resident of the municipality. People who answer are a little older and more often women than residents are. */
export function drawResident(random: Random, centre: DemoCentre): Resident {
  const isWoman = random.chance(0.57)
  const age = drawAge(random)
  const isTownDweller = centre.town !== null && random.chance(0.34)
  const hasDisability = random.chance(clamp(0.05 + (age - 40) * 0.006, 0.05, 0.42))
  const careNeed =
    clamp((age - 62) / 45 + (hasDisability ? 0.3 : 0) + random.next() * 0.35 - 0.2, 0, 1) * centre.care
  const isOnline = random.chance(clamp(1.45 - age * 0.0145, 0.12, 0.99))
  return {
    isWoman,
    age,
    isTownDweller,
    locality: isTownDweller && centre.town !== null ? centre.town : random.pick(centre.villages),
    livesAlone: random.chance(age >= 75 ? 0.42 : age >= 60 ? 0.24 : 0.11),
    hasChildren: age >= 24 && age <= 52 && random.chance(0.58),
    works: age >= 20 && age <= 64 && random.chance(0.71),
    hasDisability,
    isCarer: age >= 35 && random.chance(isWoman ? 0.19 : 0.11),
    isOnline,
    isTrusting: random.chance(clamp((isTownDweller ? 0.38 : 0.55) * centre.trust, 0.1, 0.9)),
    careNeed: clamp(careNeed, 0, 1),
    mode: drawMode(random, age, isOnline),
  }
}

function drawAge(random: Random): number {
  const band = random.weighted({
    '18': 7,
    '25': 14,
    '35': 18,
    '45': 16,
    '55': 9,
    '60': 10,
    '65': 10,
    '70': 7,
    '75': 5,
    '80': 3,
    '85': 2,
  })
  const width = {
    '18': 7,
    '25': 10,
    '35': 10,
    '45': 10,
    '55': 5,
    '60': 5,
    '65': 5,
    '70': 5,
    '75': 5,
    '80': 5,
    '85': 8,
  }[band]
  return Number(band) + Math.floor(random.next() * width)
}

function drawMode(random: Random, age: number, isOnline: boolean): CollectionMode {
  if (!isOnline) return random.weighted({ PAPI: 6, CAPI: 4, CATI: 1 })
  return random.weighted(age >= 65 ? { CAWI: 5, PAPI: 4, CAPI: 2 } : { CAWI: 9, PAPI: 1.2, CAPI: 0.6 })
}
