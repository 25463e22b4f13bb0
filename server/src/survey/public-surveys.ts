import { normaliseSurveyCode } from '@rozeznanie/core/survey'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import { isUuid } from '../kernel/ids.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { takePoint } from '../kernel/take-point.ts'
import type { AnswerableSurvey } from './public-survey.access.ts'
import { findAnswerableSurvey } from './survey.store.ts'

const KEPT_MS = 5_000
const MOST_KEPT = 500
/** Wrong codes of one address: a whole office mistyping stays below it, somebody guessing does not. */
const WRONG_CODES = { points: 100, duration: 600 }

/** Surveys by their public code, kept in the memory of this process for a few seconds. */
export interface PublicSurveys {
  /**
   * The survey of a code as a person typed it; `null` when there is none.
   *
   * @throws RefusedRequest TOO_MANY_TRIES when the address has tried too many codes that do not exist;
   *   surveys that others are answering right now still open
   */
  byCode(typedCode: string, clientAddress: string): Promise<AnswerableSurvey | null>
  byId(surveyId: string): Promise<AnswerableSurvey | null>
  /** What is kept of the survey no longer holds. */
  forget(surveyId: string): void
}

interface Kept {
  readonly survey: Promise<AnswerableSurvey | null>
  readonly until: number
}

type Key = { readonly code: string } | { readonly id: string }

const tooManyCodes = () =>
  new RefusedRequest(
    'TOO_MANY_TRIES',
    'Zbyt wiele razy podano adres ankiety, która nie istnieje. Proszę spróbować ponownie za 10 minut.',
  )

/** Looks a survey up once, however many ask for it at the same time; failures are not kept. */
class KeptSurveys {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly db: Database) {}

  private fresh(name: string): Kept | undefined {
    const kept = this.kept.get(name)
    return kept && kept.until > performance.now() ? kept : undefined
  }

  has(key: Key): boolean {
    return this.fresh(JSON.stringify(key)) !== undefined
  }

  find(key: Key): Promise<AnswerableSurvey | null> {
    const name = JSON.stringify(key)
    const known = this.fresh(name)
    if (known) return known.survey
    const survey = findAnswerableSurvey(this.db, key)
    const keep = { survey, until: performance.now() + KEPT_MS }
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(name, keep)
    const drop = () => void (this.kept.get(name) === keep && this.kept.delete(name))
    survey.then((found) => found ?? drop(), drop)
    return survey
  }

  async forget(surveyId: string): Promise<void> {
    this.kept.delete(JSON.stringify({ id: surveyId }))
    for (const [name, { survey }] of this.kept) {
      if ((await survey.catch(() => null))?.id === surveyId) this.kept.delete(name)
    }
  }
}

/** @returns surveys of this database; one object for the life of the server */
export function createPublicSurveys(db: Database): PublicSurveys {
  const surveys = new KeptSurveys(db)
  const wrongCodes = new RateLimiterMemory(WRONG_CODES)
  const countWrongCode = (address: string) => takePoint(wrongCodes, address)
  return {
    byCode: async (typedCode, clientAddress) => {
      const code = normaliseSurveyCode(typedCode)
      if (code !== null && surveys.has({ code })) return surveys.find({ code })
      const tried = await wrongCodes.get(clientAddress)
      if (tried !== null && tried.remainingPoints <= 0) throw tooManyCodes()
      const survey = code === null ? null : await surveys.find({ code })
      if (survey === null) await countWrongCode(clientAddress)
      return survey
    },
    byId: (surveyId) => (isUuid(surveyId) ? surveys.find({ id: surveyId }) : Promise.resolve(null)),
    forget: (surveyId) => void surveys.forget(surveyId),
  }
}
