import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { isLocalDay } from '../survey/index.ts'
import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type Contact,
  type ContactChannel,
  type ContactOutcome,
  DAY_PARTS,
} from './model.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const HIGHEST_POSITION = 99_999
const OF_VISITS: readonly ContactOutcome[] = ['ABSENT']
const OF_CALLS: readonly ContactOutcome[] = ['NO_ANSWER', 'BUSY', 'WRONG_NUMBER']
const UNENDED: readonly ContactOutcome[] = ['INTERRUPTED', 'ABSENT', 'COME_BACK', 'NO_ANSWER', 'BUSY']

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
const isDay = (value: unknown): value is string => typeof value === 'string' && isLocalDay(value)
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

/** The outcomes that a way of contact can have, in the order in which people choose them. */
export function outcomesOf(channel: ContactChannel): readonly ContactOutcome[] {
  const foreign = channel === 'CAPI' ? OF_CALLS : OF_VISITS
  return CONTACT_OUTCOMES.filter((outcome) => !foreign.includes(outcome))
}

/** May somebody be tried again after it? */
export function endsNothing(outcome: ContactOutcome): boolean {
  return UNENDED.includes(outcome)
}

/** Positions and days of coming back stay only where something is still to be done: nobody lists who refused. */
function returnOf(sent: Record<string, unknown>, outcome: ContactOutcome) {
  const { comeBackOn, comeBackPart, listPosition } = sent
  if (!endsNothing(outcome) || !isDay(comeBackOn)) {
    return { comeBackOn: null, comeBackPart: null, listPosition: null }
  }
  const isPosition =
    Number.isInteger(listPosition) && Number(listPosition) > 0 && Number(listPosition) <= HIGHEST_POSITION
  return {
    comeBackOn,
    comeBackPart: oneOf(DAY_PARTS, comeBackPart) ?? null,
    listPosition: isPosition ? Number(listPosition) : null,
  }
}

function* problemsOf(sent: Record<string, unknown>, channel: ContactChannel): Iterable<FieldProblem> {
  const { id, surveyId, day, outcome, localityId, comeBackOn, settles } = sent
  const isOptionalId = (value: unknown) => isAbsent(value) || isId(value)
  if (!isId(id)) yield { path: 'id', message: 'Zapis kontaktu nie ma poprawnego identyfikatora.' }
  if (!isId(surveyId)) yield { path: 'surveyId', message: 'Zapis kontaktu nie mówi, której ankiety dotyczy.' }
  if (!isDay(day)) yield { path: 'day', message: 'Zapis kontaktu ma dzień, którego nie ma w kalendarzu.' }
  if (!oneOf(outcomesOf(channel), outcome)) {
    yield { path: 'outcome', message: 'Proszę wybrać z listy, czym skończył się kontakt.' }
  }
  if (!isOptionalId(localityId)) yield { path: 'localityId', message: 'Proszę wybrać miejscowość z listy.' }
  if (!isAbsent(comeBackOn) && !isDay(comeBackOn)) {
    yield { path: 'comeBackOn', message: 'Proszę podać dzień, który istnieje w kalendarzu.' }
  }
  if (!isOptionalId(settles)) {
    yield { path: 'settles', message: 'Zapis kontaktu nie mówi poprawnie, do czego wraca.' }
  }
}

/**
 * Reads one contact that a device sent. What does not fit its outcome is left out; ids are lower-cased.
 *
 * @param channel - by which door it came
 * @throws InvalidInputError naming the members that cannot be read
 */
export function parseContact(sent: unknown, channel: ContactChannel): Contact {
  const record = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {}
  const problems = [...problemsOf(record, channel)]
  const { id, surveyId, day, localityId, settles } = record
  const outcome = oneOf(CONTACT_OUTCOMES, record.outcome)
  if (problems.length > 0 || !isId(id) || !isId(surveyId) || !isDay(day) || !outcome) {
    throw new InvalidInputError(problems)
  }
  return {
    id: id.toLowerCase(),
    surveyId: surveyId.toLowerCase(),
    channel,
    outcome,
    day,
    localityId: isId(localityId) ? localityId.toLowerCase() : null,
    settles: isId(settles) ? settles.toLowerCase() : null,
    ...returnOf(record, outcome),
  }
}

/** The way of contact that a device names; visits name none. `null` when it is unknown. */
export function contactChannelOf(sent: unknown): ContactChannel | null {
  const channel = typeof sent === 'object' && sent !== null && 'channel' in sent ? sent.channel : undefined
  return isAbsent(channel) ? 'CAPI' : (oneOf(CONTACT_CHANNELS, channel) ?? null)
}

/**
 * The day under which a contact is kept: a wrong clock cannot put it before the survey or into the future.
 *
 * @param opensOn - first day of the survey
 * @param today - local day of the server
 */
export function contactDay(day: string, opensOn: string, today: string): string {
  if (day > today) return today
  return day < opensOn && opensOn <= today ? opensOn : day
}
