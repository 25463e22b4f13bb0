import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import {
  type Contact,
  type ContactReceipt,
  contactChannelOf,
  contactDay,
  parseContact,
} from '@rozeznanie/core/fieldwork'
import { localDayOf, UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { type ContactToSave, insertContacts } from './contact.store.ts'
import { signedIn, surveyInTheField, surveyOfCollector } from './fieldwork.access.ts'

const MOST_AT_ONCE = 100

const unreadable = (path: string, message: string) => new InvalidInputError([{ path, message }])

function readContact(sent: unknown): Contact {
  const channel = contactChannelOf(sent)
  if (!channel)
    throw unreadable('channel', 'Zapis kontaktu nie mówi, czy to wizyta, czy rozmowa telefoniczna.')
  return parseContact(sent, channel)
}

/** Decides whether the viewer may record it, and under which day. */
async function acceptContact(context: Context, sent: unknown): Promise<ContactToSave> {
  const contact = readContact(sent)
  const surveyOf = contact.channel === 'CAPI' ? surveyInTheField : surveyOfCollector
  const survey = await surveyOf(context, contact.surveyId)
  if (!survey) throw unreadable('surveyId', UNKNOWN_SURVEY_MESSAGE)
  const { localityId } = contact
  if (localityId !== null && !survey.localityIds.includes(localityId)) {
    throw unreadable('localityId', 'Tej miejscowości nie ma na liście tej gminy.')
  }
  const day = contactDay(contact.day, survey.opensOn, localDayOf(context.now()))
  return { ...contact, day, accountId: signedIn(context).accountId }
}

/** A call as the office notes it, under today. */
export interface NotedCall {
  readonly surveyId: string
  readonly id: string
}

/**
 * Records one call of the viewer, once.
 *
 * @returns false for a survey that the viewer does not collect
 * @throws InvalidInputError
 */
export async function recordCall(context: Context, noted: NotedCall): Promise<boolean> {
  if (!(await surveyOfCollector(context, noted.surveyId))) return false
  const call = { ...noted, channel: 'CATI', day: localDayOf(context.now()) }
  await insertContacts(context.db, [await acceptContact(context, call)])
  return true
}

const idOf = (sent: unknown): string =>
  typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string'
    ? sent.id.slice(0, 40)
    : ''

/**
 * Records visits and calls of the viewer, each once however often it is sent. One that is refused does not hold up the
 * others.
 *
 * @throws InvalidInputError when it is no list, or longer than 100
 */
export async function recordContacts(context: Context, sent: unknown): Promise<readonly ContactReceipt[]> {
  signedIn(context)
  if (!Array.isArray(sent) || sent.length > MOST_AT_ONCE) {
    throw unreadable('visits', `Można przesłać najwyżej ${MOST_AT_ONCE} zapisów naraz.`)
  }
  const accepted: ContactToSave[] = []
  const refused = new Map<unknown, string>()
  for (const one of sent as readonly unknown[]) {
    try {
      accepted.push(await acceptContact(context, one))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refused.set(one, error.message)
    }
  }
  const stored = await insertContacts(context.db, accepted)
  return sent.map((one: unknown): ContactReceipt => {
    const message = refused.get(one)
    if (message !== undefined) return { id: idOf(one), status: 'refused', message }
    return { id: idOf(one), status: stored.has(idOf(one).toLowerCase()) ? 'stored' : 'known' }
  })
}
