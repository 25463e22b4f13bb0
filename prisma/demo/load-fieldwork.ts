import type { ContactOutcome } from '@rozeznanie/core/fieldwork'
import { emptyStructure, type PopulationStructure } from '@rozeznanie/core/fieldwork'
import type { Context } from '../../server/src/context.ts'
import { assignInterviewer } from '../../server/src/fieldwork/assign-interviewer.ts'
import { savePopulationStructure, saveSurveyPlan } from '../../server/src/fieldwork/change-plan.ts'
import { recordContacts } from '../../server/src/fieldwork/record-contacts.ts'
import { interviewsByDay, localityIdsByName } from './demo-state.ts'
import { seededRandom, type Random } from './random.ts'
import type { DemoCentre } from './region.ts'

const DAY_MS = 86_400_000
const TARGET = 480
/** Adults by sex and band of age, made up: the town, then the villages. */
const PEOPLE = [
  [900, 1_500, 800, 330, 930, 1_430, 690, 190],
  [1_150, 1_980, 1_010, 430, 1_210, 2_060, 880, 230],
] as const
/** What else comes of visits and calls, beside the interviews. */
const OTHERS: readonly (readonly [outcome: ContactOutcome, channel: 'CAPI' | 'CATI', count: number])[] = [
  ['ABSENT', 'CAPI', 31],
  ['REFUSED', 'CAPI', 14],
  ['NOT_ELIGIBLE', 'CAPI', 4],
  ['REFUSED', 'CATI', 9],
  ['NO_ANSWER', 'CATI', 22],
  ['BUSY', 'CATI', 6],
  ['WRONG_NUMBER', 'CATI', 3],
]
/** Somebody to try again: outcome, channel, days from today, part of the day, position on the list. */
const CALLBACKS = [
  ['COME_BACK', 'CATI', 0, 'MORNING', 17],
  ['NO_ANSWER', 'CATI', 0, 'EVENING', 23],
  ['BUSY', 'CATI', -1, null, 41],
  ['COME_BACK', 'CATI', 2, 'AFTERNOON', 56],
  ['ABSENT', 'CAPI', 1, null, null],
  ['INTERRUPTED', 'CAPI', 0, 'EVENING', null],
] as const

interface FieldworkToLoad {
  readonly surveyId: string
  readonly centre: DemoCentre
  /** Of the interviewer of the example. */
  readonly accountId: string
  /** The interviewer acting. */
  readonly interviewer: Context
}

const dayIn = (context: Context, days: number) =>
  new Date(context.now().getTime() + days * DAY_MS).toISOString().slice(0, 10)

function populationOf(centre: DemoCentre, localityIds: ReadonlyMap<string, string>): PopulationStructure {
  const { town, villages } = centre
  const idsOf = (names: readonly string[]) => names.flatMap((name) => localityIds.get(name) ?? [])
  const places = [
    { name: town ?? centre.municipalityName, localityIds: idsOf(town === null ? [] : [town]) },
    { name: 'Sołectwa', localityIds: idsOf(villages) },
  ]
  const empty = emptyStructure(places, [18, 35, 60, 75])
  const perPlace = empty.cells.length / places.length
  const cells = empty.cells.map((cell, index) => ({
    ...cell,
    people: PEOPLE[cell.place]?.[index % perPlace] ?? 0,
  }))
  return { ...empty, cells }
}

async function contactsOf(context: Context, { surveyId }: FieldworkToLoad, random: Random) {
  const interviews = await interviewsByDay(context.db, surveyId)
  const made = interviews.flatMap(({ day, channel, count }) =>
    Array.from({ length: count }, () => ({ day, channel, outcome: 'INTERVIEWED' })),
  )
  const others = OTHERS.flatMap(([outcome, channel, count]) =>
    Array.from({ length: count }, () => ({
      day: dayIn(context, -1 - Math.floor(random.next() * 18)),
      channel,
      outcome,
    })),
  )
  const callbacks = CALLBACKS.map(([outcome, channel, days, comeBackPart, listPosition]) => ({
    day: dayIn(context, -2),
    channel,
    outcome,
    comeBackOn: dayIn(context, days),
    comeBackPart,
    listPosition,
  }))
  return [...callbacks, ...others, ...made].map((contact) => ({ ...contact, surveyId, id: random.uuid() }))
}

/** Gives a running survey targets, the population, an interviewer, and what came of visits and calls. */
export async function loadFieldwork(organiser: Context, wishes: FieldworkToLoad): Promise<void> {
  const { surveyId, centre, accountId, interviewer } = wishes
  const localityIds = await localityIdsByName(organiser.db, centre.municipalityCode)
  const document = populationOf(centre, localityIds)
  const population = document.cells.reduce((sum, { people }) => sum + people, 0)
  const wanted = [...localityIds.values()].slice(0, 6)
  await saveSurveyPlan(organiser, surveyId, {
    target: TARGET,
    population,
    localityTargets: wanted.map((localityId) => ({ localityId, target: 30 })),
  })
  const source = 'Dane przykładowe (zmyślone, nie z GUS)'
  await savePopulationStructure(organiser, surveyId, { document, source, asOf: dayIn(organiser, -200) })
  for (const localityId of wanted.slice(0, 3)) {
    await assignInterviewer(organiser, { surveyId, accountId, localityId, target: 45 })
  }
  const contacts = await contactsOf(organiser, wishes, seededRandom(77))
  for (let at = 0; at < contacts.length; at += 100) {
    await recordContacts(interviewer, contacts.slice(at, at + 100))
  }
}
