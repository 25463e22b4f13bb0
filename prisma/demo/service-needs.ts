import type { Random } from './random.ts'
import type { DemoCentre } from './region.ts'
import type { Resident } from './resident.ts'

/** The chance (0 to 1) that the household needs the service now, by the service's code. */
function needChance(code: string, resident: Resident, centre: DemoCentre): number {
  const care = resident.careNeed
  const family = resident.hasChildren ? 1 : 0
  const carer = resident.isCarer ? 1 : 0
  const chances: Readonly<Record<string, number>> = {
    CARE_HOME: 0.03 + 0.6 * care + 0.15 * carer,
    CARE_NEIGHBOUR: 0.03 + 0.42 * care,
    RESPITE: 0.02 + 0.5 * carer,
    PERSONAL_ASSIST: 0.02 + (resident.hasDisability ? 0.25 : 0),
    TELECARE: 0.02 + 0.38 * care + (resident.livesAlone ? 0.08 : 0),
    TRANSPORT_D2D: (0.07 + 0.45 * care + (resident.isTownDweller ? 0 : 0.08)) * centre.transport,
    MEALS: 0.02 + 0.28 * care + (resident.livesAlone ? 0.06 : 0),
    HANDYMAN: 0.06 + 0.3 * care + (resident.livesAlone ? 0.08 : 0),
    DAY_HOME: 0.03 + 0.34 * care,
    REHAB: 0.14 + 0.42 * care + (resident.hasDisability ? 0.15 : 0),
    EQUIP_RENT: 0.04 + 0.22 * care + 0.1 * carer,
    PSYCH_COUNS: 0.12,
    PSYCH_COUNS_CHILD: 0.02 + 0.3 * family,
    FAMILY_ASSIST: 0.01 + 0.06 * family,
    DAYCARE_CHILD: 0.01 + 0.36 * family,
    NURSERY: 0.01 + 0.24 * family,
    ASSIST_FLAT: 0.015 + (resident.hasDisability ? 0.06 : 0),
    ACTIVATION: 0.16 + (resident.age >= 60 ? 0.14 : 0),
  }
  return Math.min(0.92, chances[code] ?? 0.05)
}

/** Codes of SC_NEED4: 1 no · 2 within 5 years · 3 now, not used · 4 used, enough · 5 used, not enough · −98. */
export function drawNeed(random: Random, code: string, resident: Resident, centre: DemoCentre): string {
  if (random.chance(0.04)) return '-98'
  if (random.chance(needChance(code, resident, centre)))
    return random.weighted({ '3': 5.2, '4': 2.2, '5': 2.6 })
  return random.chance(resident.age >= 55 ? 0.24 : 0.07) ? '2' : '1'
}

/** Is the service known to exist? People who go online or use services know more. */
export function drawAwareness(random: Random, resident: Resident): string {
  const known = 0.24 + (resident.isOnline ? 0.12 : 0) + (resident.careNeed > 0.4 ? 0.1 : 0)
  return random.chance(known) ? '1' : random.weighted({ '2': 2, '-98': 3 })
}

/** The three services to develop first: what the household needs comes before what others may need. */
export function drawPriorities(
  random: Random,
  codes: readonly string[],
  resident: Resident,
  centre: DemoCentre,
): readonly string[] {
  return codes
    .map((code) => ({ code, weight: (needChance(code, resident, centre) + 0.05) * (0.4 + random.next()) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ code }) => code)
}
