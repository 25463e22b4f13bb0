import { createHash, type KeyObject } from 'node:crypto'
import { CodeUnknownError, CodeUsedError, isOneTimeCode, writeTicket } from '@rozeznanie/core/invitation'
import { blindTicket, TICKET_SEED_BYTES } from '@rozeznanie/core/invitation/blind'
import { assertTakesAnswers, type CollectionPeriod } from '@rozeznanie/core/survey'
import type { Database } from '../database/database.ts'
import { badInput } from '../kernel/refusals.ts'
import { createCodeTries } from './code-tries.ts'
import { spend, standingOf } from './spend.store.ts'
import type { CodeTaker } from './ticket.access.ts'
import { loadTicketKey, signBlinded } from './ticket-key.store.ts'

const MOST_KEYS = 200

/** The survey of an exchange. */
export type ExchangingSurvey = CodeTaker & CollectionPeriod & { readonly id: string }

/** A code as a device shows it, and where it asks from. */
export interface ShownCode {
  readonly code: unknown
  readonly clientAddress: string
}

/** Where codes become tickets; one object for the life of the server. Nothing of it is logged. */
export interface Tickets {
  /**
   * Whether somebody may begin with a code. It knows no more than organisers see, so a code that was used a moment ago
   * still passes; the exchange then refuses it.
   *
   * @throws CodeUnknownError, CodeUsedError, SurveyNotOpenError, RefusedRequest
   */
  check(survey: ExchangingSurvey, shown: ShownCode): Promise<void>
  /**
   * Spends a code and signs a blinded ticket, of which it learns nothing. Asking again with the same gives the same.
   *
   * @throws CodeUnknownError, CodeUsedError, SurveyNotOpenError, RefusedRequest
   */
  exchange(survey: ExchangingSurvey, shown: ShownCode, blinded: Uint8Array): Promise<Uint8Array>
  /**
   * The same for a device that cannot blind by itself: the ticket is made here of the device's seed and forgotten.
   *
   * @returns the ticket as it is sent beside the answers
   */
  exchangeFor(survey: ExchangingSurvey, shown: ShownCode, seed: Uint8Array | null): Promise<string>
}

const broken = () => badInput('Nie rozumiemy tego, co wysłało urządzenie. Prosimy odświeżyć stronę.')

/** Private keys, looked up once. */
function createKeys(db: Database): (surveyId: string) => Promise<KeyObject | null> {
  const kept = new Map<string, KeyObject>()
  return async (surveyId) => {
    const known = kept.get(surveyId) ?? (await loadTicketKey(db, surveyId))
    if (kept.size >= MOST_KEYS) kept.clear()
    if (known) kept.set(surveyId, known)
    return known
  }
}

interface TicketsDeps {
  readonly db: Database
  readonly now: () => Date
}

/** @returns the exchange of this database */
export function createTickets({ db, now }: TicketsDeps): Tickets {
  const tries = createCodeTries()
  const keyOf = createKeys(db)
  const judge = async (
    survey: ExchangingSurvey,
    { code, clientAddress }: ShownCode,
    stand: (code: string) => Promise<'unknown' | 'used' | 'valid' | 'spent' | 'unsigned'>,
  ) => {
    assertTakesAnswers(survey, now())
    await tries.assertMayTry(survey.id, clientAddress)
    const standing = isOneTimeCode(code) && survey.takesCodes ? await stand(code) : 'unknown'
    if (standing === 'unknown') {
      await tries.countWrong(survey.id, clientAddress)
      throw new CodeUnknownError(survey.contactPhone)
    }
    if (standing === 'used') throw new CodeUsedError(survey.contactPhone)
  }
  const exchange: Tickets['exchange'] = async (survey, shown, blinded) => {
    const blindedHash = createHash('sha256').update(blinded).digest()
    let signature: Uint8Array | null = null
    await judge(survey, shown, async (code) => {
      const key = await keyOf(survey.id)
      signature = key && signBlinded(key, blinded)
      // Signed before it is spent: what cannot be signed costs nobody their code.
      return signature ? spend(db, { surveyId: survey.id, code, blindedHash }) : 'unsigned'
    })
    if (!signature) throw broken()
    return signature
  }
  return {
    check: (survey, shown) => judge(survey, shown, (code) => standingOf(db, survey.id, code)),
    exchange,
    exchangeFor: async (survey, shown, seed) => {
      const modulus = Buffer.from(survey.ticketKey ?? '', 'base64url')
      const isUsable = seed?.length === TICKET_SEED_BYTES && modulus.length > 0
      const ticket = isUsable ? blindTicket(seed, modulus) : null
      if (!ticket) throw broken()
      const signature = ticket.finish(await exchange(survey, shown, ticket.blinded))
      if (!signature) throw broken()
      return writeTicket({ message: ticket.message, signature })
    },
  }
}
