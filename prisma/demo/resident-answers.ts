import {
  findQuestion,
  keepVisibleAnswers,
  optionsOf,
  type Answer,
  type Answers,
} from '@rozeznanie/core/questionnaire'
import { drawPoint, old, one, rows, several, severalOr, type Draw, type DrawAnswer } from './draws.ts'
import { drawOpenIdea } from './open-ideas.ts'
import { LOCAL } from './own-questionnaire.ts'
import { drawAwareness, drawNeed, drawPriorities } from './service-needs.ts'

/** How likely a person leaves a question empty. */
const SKIPPED = 0.035
const NEVER_SKIPPED = new Set(['dem_sex', 'dem_age', 'res_for_whom'])

/** The answers of one made-up resident to the questions the questionnaire has, without those it would not ask. */
export function drawAnswers(drawing: Omit<Draw, 'key'>): Answers {
  const drawn: Record<string, Answer> = {}
  for (const [key, draw] of Object.entries(DRAWS)) {
    if (!findQuestion(drawing.questionnaire, key)) continue
    if (!NEVER_SKIPPED.has(key) && drawing.random.chance(SKIPPED)) continue
    const answer = draw({ ...drawing, key })
    if (answer !== null && !(Array.isArray(answer) && answer.length === 0)) drawn[key] = answer
  }
  return keepVisibleAnswers(drawing.questionnaire, drawn)
}

const AGE_BANDS: readonly (readonly [number, string])[] = [
  [85, '85_PLUS'],
  [80, '80_84'],
  [75, '75_79'],
  [70, '70_74'],
  [65, '65_69'],
  [60, '60_64'],
  [55, '55_59'],
  [45, '45_54'],
  [35, '35_44'],
  [25, '25_34'],
  [18, '18_24'],
]

/** How good each side of living is, 0 to 1. */
const LIVING: Readonly<Record<string, number>> = {
  nursery: 0.45,
  education: 0.66,
  primary_health: 0.5,
  specialists: 0.28,
  social_assistance: 0.54,
  seniors: 0.46,
  disability: 0.4,
  youth: 0.38,
  transport: 0.32,
  housing: 0.44,
  safety: 0.66,
  culture_sport: 0.58,
}

/** How weighty each problem is, 0 to 1. */
const PROBLEMS: Readonly<Record<string, number>> = {
  AGEING_LONELINESS: 0.74,
  DISABILITY: 0.55,
  LONG_ILLNESS: 0.6,
  POVERTY: 0.42,
  UNEMPLOYMENT: 0.4,
  PARENTING: 0.38,
  ADDICTION: 0.56,
  VIOLENCE: 0.34,
  MENTAL_ADULTS: 0.46,
  MENTAL_YOUTH: 0.58,
  HOMELESSNESS: 0.14,
  HOUSING: 0.36,
  CHILDCARE: 0.4,
  FOSTER_CARE: 0.24,
  TRANSPORT: 0.6,
  DIGITAL: 0.44,
  MIGRANTS: 0.18,
  LOW_ACTIVITY: 0.44,
}

const ABOUT: Readonly<Record<string, DrawAnswer>> = {
  res_for_whom: one((r) => ({ SELF: 1, ASSISTED: 0.3 * old(r), PROXY: r.careNeed > 0.5 ? 0.35 : 0.02 })),
  dem_locality: ({ random, localityIds, resident }) =>
    random.chance(0.05) ? '-99' : (localityIds.get(resident.locality) ?? null),
  dem_sex: ({ random, resident }) => (random.chance(0.008) ? 'OTHER' : resident.isWoman ? 'WOMAN' : 'MAN'),
  dem_age: ({ resident }) => AGE_BANDS.find(([from]) => resident.age >= from)?.[1] ?? '18_24',
  dem_edu: one((r) => ({
    PRIMARY: 0.3 + 2.2 * old(r),
    VOCATIONAL: 2.2 + old(r),
    SECONDARY: 3.2,
    POST_SECONDARY: 0.7,
    HIGHER: Math.max(0.4, 3.4 - 3 * old(r)),
  })),
  dem_work: ({ random, resident: r }) => {
    if (r.age >= 64) return ['RETIRED']
    if (r.works) return [random.weighted({ EMPLOYED: 7, FARMER: r.isTownDweller ? 0.1 : 2, BUSINESS: 1 })]
    return [
      random.weighted({
        UNEMPLOYED: 2,
        DISABILITY_PENSION: r.hasDisability ? 5 : 0.4,
        CARER: r.isCarer ? 4 : 0.5,
        STUDENT: r.age < 26 ? 8 : 0.1,
        OTHER: 0.6,
      }),
    ]
  },
  dem_hh: one((r): Record<string, number> =>
    r.livesAlone
      ? { ALONE: 1 }
      : r.hasChildren
        ? { CHILDREN: 4, GENERATIONS: 1 }
        : { PARTNER: r.age > 55 ? 4 : 1.6, PARENTS: r.age < 35 ? 3 : 0.3, GENERATIONS: 1.2, OTHER: 0.2 },
  ),
  dem_children: (draw) =>
    draw.resident.hasChildren
      ? severalOr('7_12', () => ({ '0_2': 0.25, '3_6': 0.35, '7_12': 0.45, '13_17': 0.35 }))(draw)
      : ['NONE'],
  dem_dis: rows((row, { random, resident }) => {
    if (random.chance(0.05)) return '-99'
    const has = row === 'self' ? resident.hasDisability : random.chance(0.12)
    return has ? random.weighted({ MILD: 2, MODERATE: 3, SEVERE: 2, NO_CERTIFICATE: 1.2 }) : 'NO'
  }),
  dem_carer: one((r): Record<string, number> =>
    r.isCarer ? { LIVES_WITH_ME: 1, LIVES_APART: 1.2 } : { NO: 1 },
  ),
}

const LIFE: Readonly<Record<string, DrawAnswer>> = {
  live_sat: ({ random, centre }) => drawPoint(random, 0.58 + (centre.trust - 1) * 0.3),
  live_matrix: rows((row, { random, centre }) =>
    drawPoint(random, (LIVING[row] ?? 0.5) / (row === 'transport' ? centre.transport : 1)),
  ),
  prob_rank: several(
    (r) => ({
      AGEING_LONELINESS: 0.4 + 0.4 * old(r),
      DISABILITY: r.hasDisability ? 0.5 : 0.15,
      LONG_ILLNESS: 0.2 + 0.3 * old(r),
      POVERTY: 0.18,
      UNEMPLOYMENT: 0.18,
      ADDICTION: 0.3,
      VIOLENCE: 0.08,
      MENTAL_ADULTS: 0.14,
      MENTAL_YOUTH: r.hasChildren ? 0.44 : 0.16,
      CHILDCARE: r.hasChildren ? 0.4 : 0.07,
      TRANSPORT: r.isTownDweller ? 0.14 : 0.46,
      DIGITAL: r.isOnline ? 0.07 : 0.22,
      LOW_ACTIVITY: 0.2,
      HOUSING: 0.1,
    }),
    5,
  ),
  prob_scale: rows((row, { random, centre }) =>
    drawPoint(random, (PROBLEMS[row] ?? 0.4) * (row === 'TRANSPORT' ? centre.transport : 1), 4),
  ),
  group_need: several(
    (r) => ({
      FAMILIES_SMALL_CHILDREN: r.hasChildren ? 0.5 : 0.16,
      FAMILIES_TEENAGERS: 0.2,
      CHILDREN_DISABILITY: 0.2,
      SENIORS_INDEPENDENT: 0.2 + 0.2 * old(r),
      SENIORS_DEPENDENT: 0.5 + 0.3 * old(r),
      DISABILITY: r.hasDisability ? 0.6 : 0.3,
      MENTAL_CRISIS: 0.2,
      CARERS: r.isCarer ? 0.6 : 0.16,
      UNEMPLOYED: 0.12,
      ADDICTED: 0.16,
      HOMELESS: 0.03,
    }),
    5,
  ),
}

const SERVICES: Readonly<Record<string, DrawAnswer>> = {
  serv_aware: rows((_row, { random, resident }) => drawAwareness(random, resident)),
  serv_need: rows((row, { random, resident, centre }) => drawNeed(random, row, resident, centre)),
  serv_quality: rows((_row, { random }) => drawPoint(random, 0.68)),
  serv_future_place: one((r) => ({
    HOME_FAMILY: 4.2 - 1.2 * old(r),
    HOME_SERVICES: 2.6 + 1.4 * old(r),
    WITH_FAMILY: 0.6,
    ASSISTED_FLAT: 0.5,
    DAY_HOME: 0.7,
    DPS: 0.35,
    '-98': 0.8,
  })),
  serv_barrier: severalOr('NONE', (r) => ({
    UNAWARE: r.isOnline ? 0.34 : 0.5,
    NOT_OFFERED: 0.3,
    FAR: r.isTownDweller ? 0.1 : 0.36,
    WAITING: 0.32,
    EXPENSIVE: 0.22,
    CRITERIA: 0.14,
    PAPERWORK: 0.22,
    HOURS: r.works ? 0.24 : 0.06,
    ARCHITECTURE: r.careNeed > 0.5 ? 0.3 : 0.04,
    CARE_DUTY: r.isCarer ? 0.4 : 0.02,
    SHAME: 0.09,
    DISTRUST: r.isTrusting ? 0.04 : 0.14,
    HEALTH: r.careNeed > 0.5 ? 0.35 : 0.05,
  })),
  serv_pay: one((r) => ({ '1': 2.6 + 1.2 * old(r), '2': 2.6, '3': 1.3, '4': 0.5, '5': 0.25, '-98': 1.2 })),
  serv_priority: ({ key, questionnaire, random, resident, centre }) => {
    const question = findQuestion(questionnaire, key)
    const codes = question ? optionsOf(questionnaire, question).map(({ code }) => code) : []
    return drawPriorities(random, codes, resident, centre)
  },
}

const COMMUNITY: Readonly<Record<string, DrawAnswer>> = {
  where_help: severalOr(
    'FAMILY',
    (r) => ({
      PARTNER: r.livesAlone ? 0.05 : 0.66,
      CHILDREN: 0.2 + 0.45 * old(r),
      FAMILY: 0.3,
      NEIGHBOURS: r.isTrusting ? 0.36 : 0.12,
      FRIENDS: 0.22,
      SOCIAL_WORKER: 0.06 + 0.12 * r.careNeed,
      NURSE: 0.05,
    }),
    3,
  ),
  info_src: severalOr(
    'FAMILY_FRIENDS',
    (r) => ({
      VILLAGE_HEAD: r.isTownDweller ? 0.08 : 0.4,
      CENTRE: 0.16,
      PHONE: 0.08 + 0.2 * old(r),
      WEBSITE: r.isOnline ? 0.36 : 0.02,
      FACEBOOK: r.isOnline && r.age < 60 ? 0.5 : 0.07,
      NOTICE_BOARD: 0.2,
      PARISH: 0.08 + 0.3 * old(r),
      SCHOOL: r.hasChildren ? 0.36 : 0.02,
      CLINIC: 0.1 + 0.2 * old(r),
      SMS: 0.22,
    }),
    3,
  ),
  cus_known: one((r) => ({ FOR_EVERYONE: r.isOnline ? 2.4 : 1.4, ONLY_POOR: 3, UNKNOWN: 2.4 })),
  soc_trust: one((r): Record<string, number> =>
    r.isTrusting ? { MOST_HELP: 3, FEW_HELP: 1 } : { FEW_HELP: 3, INDIFFERENT: 1.5, '-98': 1.4 },
  ),
  vol_ready: (draw) => {
    if (draw.random.chance(0.26 + 0.4 * draw.resident.careNeed)) return ['CANNOT']
    return severalOr('NEIGHBOUR_HELP', (r) => ({
      NEIGHBOUR_HELP: 0.52,
      ELDER_CARE: 0.16,
      CHILDREN_ACTIVITIES: 0.16,
      LIFTS: 0.26,
      REPAIRS: r.isWoman ? 0.08 : 0.34,
      KNOWLEDGE: 0.2,
      EVENTS: 0.22,
      SPACE: 0.06,
    }))(draw)
  },
  vol_active: severalOr('NOTHING', (r) => ({
    ORGANISATION: 0.24,
    NEIGHBOURS: r.isTrusting ? 0.5 : 0.28,
    CONSULTATION: 0.12,
  })),
  foster_ready: one((r) => ({ YES: 0.15, MAYBE: r.age < 55 ? 1.2 : 0.5, NO: 8 })),
  digital: one((r): Record<string, number> =>
    r.isOnline ? { DAILY: 6, WEEKLY: 2, RARELY: 1 } : { NEVER: 4, SOMEONE_ELSE: 2, RARELY: 1 },
  ),
  open_idea: ({ random, resident }) => drawOpenIdea(random, resident),
}

const DRAWS: Readonly<Record<string, DrawAnswer>> = {
  ...ABOUT,
  ...LIFE,
  ...SERVICES,
  ...COMMUNITY,
  ...LOCAL,
}
