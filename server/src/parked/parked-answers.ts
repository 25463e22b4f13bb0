import { createHash } from 'node:crypto'
import {
  ParkedElsewhereError,
  parkedUntil,
  WRONG_CODES_PER_ADDRESS,
  WRONG_CODES_PER_HOUR,
} from '@rozeznanie/core/parked'
import { localDayOf, SurveyNotOpenError, surveyStatus, surveyStatusMessage } from '@rozeznanie/core/survey'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { takePoint } from '../kernel/take-point.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { countParked, findParked, keepParked, removeExpiredParked, removeParked } from './parked.store.ts'

/** A form with every open question filled to its end is a third of it. */
export const LARGEST_PARKED = 96 * 1024
/** Enough for a whole town; somebody filling the disk comes no further. */
const MOST_IN_A_SURVEY = 10_000
/** 40 tablets behind one address put aside far less. */
const KEEPING = { points: 120, duration: 600 }
/** The slow hash of a page without scripts is counted here, by a server that others use as well. */
const HASHING = { points: 30, duration: 60 }

/** A record as a device sends it. */
export interface ParkedDocument {
  /** 32 bytes made of the code, by which the record is found. */
  readonly name: Uint8Array
  /** The revision that it was made from; 0 for a new one. */
  readonly base: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

export interface KeptDocument {
  readonly revision: number
  /** The last day on which it is kept. */
  readonly until: string
}

/** Unfinished answers that nobody here can read; one object for the life of the server. */
export interface ParkedAnswers {
  /** @throws SurveyNotOpenError, ParkedElsewhereError, RefusedRequest TOO_MANY_TRIES */
  keep(survey: AnswerableSurvey, document: ParkedDocument, clientAddress: string): Promise<KeptDocument>
  /** `null` when nothing is kept under the name. @throws RefusedRequest TOO_MANY_TRIES */
  find(
    survey: AnswerableSurvey,
    name: Uint8Array,
    clientAddress: string,
  ): Promise<(KeptDocument & { readonly sealed: Uint8Array }) | null>
  remove(survey: AnswerableSurvey, name: Uint8Array): Promise<void>
  /** Counts a code that is to be hashed here. @throws RefusedRequest TOO_MANY_TRIES */
  countHashing(clientAddress: string): Promise<void>
  /** @returns how many records were removed */
  removeExpired(): Promise<number>
}

const tooMany = (sentence: string) => new RefusedRequest('TOO_MANY_TRIES', sentence)
const TOO_MANY_KEPT =
  'Z tej sieci odłożono teraz bardzo wiele ankiet. Proszę spróbować ponownie za 10 minut; odpowiedzi zostają na tym urządzeniu.'
const TOO_MANY_CODES =
  'Zbyt wiele razy podano kod, którego nie ma. Proszę spróbować ponownie za godzinę albo zadzwonić do organizatora.'

async function consume(limiter: RateLimiterMemory, key: string, sentence: string): Promise<void> {
  if (!(await takePoint(limiter, key))) throw tooMany(sentence)
}

async function assertLeft(limiter: RateLimiterMemory, key: string): Promise<void> {
  const tried = await limiter.get(key)
  if (tried !== null && tried.remainingPoints <= 0) throw tooMany(TOO_MANY_CODES)
}

/** Wrong codes, counted for the address and for the whole survey: guessing from many addresses is bounded as well. */
function createWrongCodes() {
  const byAddress = new RateLimiterMemory({ points: WRONG_CODES_PER_ADDRESS, duration: 600 })
  const bySurvey = new RateLimiterMemory({ points: WRONG_CODES_PER_HOUR, duration: 3600 })
  return {
    assertMayTry: async (surveyId: string, address: string) => {
      await assertLeft(byAddress, `${surveyId} ${address}`)
      await assertLeft(bySurvey, surveyId)
    },
    count: async (surveyId: string, address: string) => {
      await takePoint(byAddress, `${surveyId} ${address}`)
      await takePoint(bySurvey, surveyId)
    },
  }
}

interface ParkedDeps {
  readonly db: Database
  readonly now: () => Date
}

/** The name itself opens nothing here: whoever stole the table could not even ask for a record. */
function placeOf(survey: AnswerableSurvey, name: Uint8Array) {
  return { surveyId: survey.id, nameHash: new Uint8Array(createHash('sha256').update(name).digest()) }
}

function lastDayOf(survey: AnswerableSurvey, now: Date): string {
  const until = parkedUntil(survey, now)
  if (until !== null) return until
  const status = surveyStatus(survey, now)
  if (status === 'OPEN') throw new Error('an open survey keeps answers aside')
  throw new SurveyNotOpenError(status, surveyStatusMessage(status, survey) ?? '')
}

async function keep({ db, now }: ParkedDeps, survey: AnswerableSurvey, document: ParkedDocument) {
  const until = lastDayOf(survey, now())
  const place = placeOf(survey, document.name)
  const { base, sealed } = document
  if (base === 0 && (await countParked(db, survey.id)) >= MOST_IN_A_SURVEY) throw tooMany(TOO_MANY_KEPT)
  const revision = await keepParked(db, place, { revision: base, sealed, until })
  if (revision !== null) return { revision, until }
  const kept = await findParked(db, place, localDayOf(now()))
  // A device that never heard of its success sends the same bytes again.
  if (kept && Buffer.from(kept.sealed).equals(sealed)) return { revision: kept.revision, until: kept.until }
  throw new ParkedElsewhereError(kept?.revision ?? base)
}

/** @returns the door to the answers put aside in this database */
export function createParkedAnswers(deps: ParkedDeps): ParkedAnswers {
  const { db, now } = deps
  const keeping = new RateLimiterMemory(KEEPING)
  const hashing = new RateLimiterMemory(HASHING)
  const wrongCodes = createWrongCodes()
  return {
    keep: async (survey, document, clientAddress) => {
      await consume(keeping, clientAddress, TOO_MANY_KEPT)
      return keep(deps, survey, document)
    },
    find: async (survey, name, clientAddress) => {
      await wrongCodes.assertMayTry(survey.id, clientAddress)
      const row = await findParked(db, placeOf(survey, name), localDayOf(now()))
      if (row === null) await wrongCodes.count(survey.id, clientAddress)
      return row
    },
    remove: (survey, name) => removeParked(db, placeOf(survey, name)),
    countHashing: (clientAddress) => consume(hashing, clientAddress, TOO_MANY_CODES),
    removeExpired: () => removeExpiredParked(db, localDayOf(now())),
  }
}
