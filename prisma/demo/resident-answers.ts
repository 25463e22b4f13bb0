import {
  keepVisibleAnswers,
  optionsOf,
  rowsOf,
  type Answer,
  type Answers,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { drawOpenIdea } from './open-ideas.ts'
import { codesOf, type Codes } from './questionnaire-codes.ts'
import type { Random } from './random.ts'
import type { DemoCentre } from './region.ts'
import type { Resident } from './resident.ts'
import { drawAwareness, drawNeed, drawPriorities } from './service-needs.ts'

export interface Drawing {
  readonly questionnaire: Questionnaire
  readonly random: Random
  readonly centre: DemoCentre
  readonly localityIds: ReadonlyMap<string, string>
}

/** How likely a person skips a question that may be skipped. */
const SKIPPED = 0.035
const NEVER_SKIPPED = new Set(['dem_sex', 'dem_age', 'res_for_whom'])

/** The answers of one made-up resident to the questions the questionnaire has, without those it would not ask. */
export function drawAnswers(drawing: Drawing, resident: Resident): Answers {
  const codes = codesOf(drawing.questionnaire)
  const drafts: Record<string, Answer | null> = {}
  for (const [key, draw] of Object.entries(DRAWS)) {
    if (!codes.question(key)) continue
    if (!NEVER_SKIPPED.has(key) && drawing.random.chance(SKIPPED)) continue
    const answer = draw({ ...drawing, codes, resident, key, drafts })
    if (answer !== null && !(Array.isArray(answer) && answer.length === 0)) drafts[key] = answer
  }
  return keepVisibleAnswers(drawing.questionnaire, drafts as Answers)
}

interface Draw extends Drawing {
  readonly codes: Codes
  readonly resident: Resident
  readonly key: string
  readonly drafts: Readonly<Record<string, Answer | null>>
}

const one =
  (weights: (resident: Resident, draw: Draw) => Readonly<Record<string, number>>) =>
  (draw: Draw): Answer =>
    draw.codes.draw(draw.random, draw.key, weights(draw.resident, draw))

const several =
  (chances: (resident: Resident) => Readonly<Record<string, number>>, most?: number) =>
  (draw: Draw): Answer =>
    draw.codes.drawSeveral(draw.random, draw.key, chances(draw.resident), most)

/** Every row of a matrix, now and then one left empty. */
const rows =
  (value: (row: string, draw: Draw) => string) =>
  (draw: Draw): Answer | null => {
    const question = draw.codes.question(draw.key)
    if (!question) return null
    const keys = rowsOf(draw.questionnaire, question).map((row) => row.key)
    return Object.fromEntries(
      keys.filter(() => !draw.random.chance(0.03)).map((row) => [row, value(row, draw)]),
    )
  }

const AGE_BANDS = [15, 18, 25, 35, 45, 55, 60, 65, 70, 75, 80, 85]
const ageBand = (age: number) => String(AGE_BANDS.findLast((from) => age >= from))

const old = (resident: Resident) => Math.max(0, (resident.age - 45) / 40)

/** Five points around a level from 0 (bad) to 1 (good). */
function drawPoint(random: Random, level: number): string {
  if (random.chance(0.06)) return '-98'
  return String(
    1 + Math.round(4 * Math.min(1, Math.max(0, level + (random.next() + random.next() - 1) * 0.55))),
  )
}

const LIVING: Readonly<Record<string, number>> = {
  '0': 0.45,
  '1': 0.66,
  '2': 0.5,
  '3': 0.3,
  '4': 0.52,
  '5': 0.46,
  '6': 0.42,
  '7': 0.38,
  '8': 0.3,
  '9': 0.45,
  '10': 0.64,
  '11': 0.58,
}

function drawLiving(row: string, draw: Draw): string {
  const question = draw.codes.question(draw.key)
  const index = question ? rowsOf(draw.questionnaire, question).findIndex(({ key }) => key === row) : 0
  const level = LIVING[String(index)] ?? 0.5
  return drawPoint(draw.random, index === 8 ? level / draw.centre.transport : level)
}

function drawProblem(_row: string, { random, resident }: Draw): string {
  if (random.chance(0.08)) return '-98'
  return String(
    1 + Math.round(3 * Math.min(1, Math.max(0, 0.45 + old(resident) * 0.2 + (random.next() - 0.5) * 0.8))),
  )
}

const DRAWS: Readonly<Record<string, (draw: Draw) => Answer | null>> = {
  res_for_whom: one((r) => ({ 'w swoim': 1, pomagam: r.careNeed > 0.5 ? 0.35 : 0.02 })),
  dem_locality: ({ random, localityIds, resident }) =>
    random.chance(0.05) ? '-99' : (localityIds.get(resident.locality) ?? null),
  dem_sex: ({ codes, random, key, resident }) =>
    codes.code(key, random.chance(0.008) ? 'inna' : resident.isWoman ? 'kobieta' : 'mężczyzna'),
  dem_age: ({ codes, key, resident }) => codes.code(key, ageBand(resident.age)),
  dem_edu: one((r) => ({
    podstawowe: 0.5 + 2.2 * old(r),
    zasadnicze: 2.2 + old(r),
    średnie: 3.2,
    policealne: 0.7,
    wyższe: Math.max(0.4, 3.4 - 3.2 * old(r)),
  })),
  dem_work: ({ codes, key, resident, random }) => {
    if (resident.age >= 64) return [codes.code(key, 'emeryt')]
    if (resident.works) return [codes.draw(random, key, { pracuj: 7, rolnik: 1.4, przedsięb: 1 })]
    return [
      codes.draw(random, key, {
        bezrobotn: 2,
        rencist: resident.hasDisability ? 5 : 0.6,
        opiekuj: resident.isCarer ? 4 : 0.5,
        ucz: resident.age < 26 ? 8 : 0.1,
      }),
    ]
  },
  dem_hh: one((r) =>
    r.livesAlone
      ? { 'mieszkam sam': 1 }
      : {
          'tylko z': r.age > 55 ? 4 : 1.5,
          'z rodziną': 3,
          'z rodzicami': r.age < 35 ? 3 : 0.3,
          wielopokol: 1.4,
        },
  ),
  dem_children: ({ codes, key, resident, random }) =>
    resident.hasChildren
      ? codes.drawSeveral(random, key, { '0–2': 0.25, '3–6': 0.35, '7–12': 0.45, '13–17': 0.35 })
      : [codes.code(key, 'nie')],
  dem_dis: rows((row, { random, resident, codes, key }) =>
    codes.code(
      key,
      random.chance(0.05)
        ? '-99'
        : (row.startsWith('self') || row.startsWith('ja') ? resident.hasDisability : random.chance(0.12))
          ? random.weighted({ 'tak – lekki': 2, 'tak – umiarkowany': 3, 'tak – znaczny': 2 })
          : 'nie',
    ),
  ),
  dem_carer: one((r) => (r.isCarer ? { 'tak, mieszka ze mną': 1, 'tak, mieszka osobno': 1.2 } : { nie: 1 })),
  live_sat: ({ random, centre }) => drawPoint(random, 0.56 + (centre.trust - 1) * 0.3),
  live_matrix: rows(drawLiving),
  prob_rank: several(
    (r) => ({
      starzenie: 0.38 + 0.4 * old(r),
      niepełnosprawność: r.hasDisability ? 0.5 : 0.15,
      długotrwała: 0.2 + 0.3 * old(r),
      ubóstwo: 0.18,
      bezrobocie: 0.2,
      uzależnienia: 0.3,
      przemoc: 0.08,
      'kryzysy psychiczne dorosłych': 0.14,
      'kryzysy psychiczne dzieci': r.hasChildren ? 0.42 : 0.16,
      'brak opieki nad dziećmi': r.hasChildren ? 0.4 : 0.07,
      'wykluczenie komunikacyjne': r.isTownDweller ? 0.14 : 0.44,
      'wykluczenie cyfrowe': r.isOnline ? 0.08 : 0.22,
      'mała aktywność': 0.2,
    }),
    5,
  ),
  prob_scale: rows(drawProblem),
  group_need: several(
    (r) => ({
      'rodziny z małymi': r.hasChildren ? 0.5 : 0.16,
      'rodziny z młodzieżą': 0.2,
      'dzieci z niepełn': 0.2,
      'osoby starsze samodzielne': 0.2 + 0.2 * old(r),
      'osoby starsze niesamodzielne': 0.5 + 0.3 * old(r),
      'osoby z niepełn': r.hasDisability ? 0.6 : 0.3,
      'osoby w kryzysie psych': 0.2,
      opiekunowie: r.isCarer ? 0.6 : 0.16,
      bezrobotni: 0.12,
      'osoby uzależ': 0.16,
    }),
    5,
  ),
  serv_aware: rows((_row, { random, resident }) => drawAwareness(random, resident)),
  serv_need: rows((row, { random, resident, centre }) => drawNeed(random, row, resident, centre)),
  serv_future_place: one((r) => ({
    'w swoim domu z pomocą rodziny': 4.2 - 1.2 * old(r),
    'w swoim domu z usługami': 2.6 + 1.4 * old(r),
    'u rodziny': 0.6,
    'w mieszkaniu wspomaganym': 0.5,
    'w dziennym domu': 0.7,
    'w domu pomocy społecznej': 0.35,
    'nie wiem': 0.8,
  })),
  serv_barrier: several((r) => ({
    'nie wiem': r.isOnline ? 0.34 : 0.5,
    'brak usługi': 0.3,
    daleko: r.isTownDweller ? 0.1 : 0.36,
    długi: 0.32,
    'za drogo': 0.22,
    'nie spełniam': 0.14,
    skomplikowane: 0.22,
    nieodpowiednie: r.works ? 0.24 : 0.06,
    'bariery arch': r.careNeed > 0.5 ? 0.3 : 0.04,
    'nie mogę zostawić': r.isCarer ? 0.4 : 0.02,
    wstydzę: 0.09,
    'nie ufam': r.isTrusting ? 0.04 : 0.14,
    'stan zdrowia': r.careNeed > 0.5 ? 0.35 : 0.05,
  })),
  serv_quality: rows((_row, { random }) => drawPoint(random, 0.68)),
  serv_pay: one((r) => ({ '1': 2.6 + 1.2 * old(r), '2': 2.6, '3': 1.3, '4': 0.5, '5': 0.25, '-98': 1.2 })),
  serv_priority: ({ codes, key, random, resident, centre, questionnaire }) => {
    const question = codes.question(key)
    return question
      ? drawPriorities(
          random,
          optionsOf(questionnaire, question).map(({ code }) => code),
          resident,
          centre,
        )
      : null
  },
  where_help: several(
    (r) => ({
      małżonek: r.livesAlone ? 0.05 : 0.66,
      dzieci: 0.2 + 0.45 * old(r),
      'inna rodzina': 0.3,
      sąsiedzi: r.isTrusting ? 0.36 : 0.12,
      znajomi: 0.22,
      'pracownik socjalny': 0.07 + 0.12 * r.careNeed,
      pielęgniarka: 0.05,
      nikt: r.livesAlone ? 0.14 : 0.02,
    }),
    3,
  ),
  info_src: several(
    (r) => ({
      sołtys: r.isTownDweller ? 0.08 : 0.4,
      osobiście: 0.18,
      telefon: 0.1 + 0.2 * old(r),
      strona: r.isOnline ? 0.4 : 0.02,
      facebook: r.isOnline && r.age < 60 ? 0.52 : 0.08,
      tablica: 0.22,
      parafia: 0.1 + 0.3 * old(r),
      szkoła: r.hasChildren ? 0.4 : 0.02,
      przychodnia: 0.12 + 0.2 * old(r),
      rodzina: 0.3,
      sms: 0.24,
    }),
    3,
  ),
  cus_known: one((r) => ({ 'tak, dla wszystkich': r.isOnline ? 2.4 : 1.4, myślę: 3, 'nie słysz': 2.4 })),
  soc_trust: one((r) =>
    r.isTrusting
      ? { 'większość pomaga': 3, 'pomagają nieliczni': 1 }
      : { 'pomagają nieliczni': 3, 'większość oboj': 1.5, trudno: 1.4 },
  ),
  vol_ready: ({ codes, key, random, resident }) => {
    if (random.chance(0.28 + 0.4 * resident.careNeed)) return [codes.code(key, 'nie mogę')]
    return codes.drawSeveral(random, key, {
      'pomoc sąsiedzka': 0.52,
      'opieka nad': 0.16,
      'zajęcia dla': 0.16,
      podwo: 0.26,
      naprawy: resident.isWoman ? 0.08 : 0.34,
      wiedza: 0.2,
      organizacja: 0.22,
      udostępnienie: 0.06,
    })
  },
  vol_active: ({ codes, key, random, resident }) => {
    const done = codes.drawSeveral(random, key, {
      działał: 0.24,
      pomagał: resident.isTrusting ? 0.5 : 0.28,
      brał: 0.12,
    })
    return done.length > 0 ? done : [codes.code(key, 'nic')]
  },
  foster_ready: one((r) => ({ tak: 0.15, może: r.age < 55 ? 1.2 : 0.5, nie: 8 })),
  digital: one((r) =>
    r.isOnline ? { codziennie: 6, 'kilka razy': 2, rzadziej: 1 } : { wcale: 4, 'ktoś robi': 2, rzadziej: 1 },
  ),
  open_idea: ({ random, resident }) => drawOpenIdea(random, resident),
}
