import { RateLimiterMemory } from 'rate-limiter-flexible'
import { RefusedRequest } from '../kernel/refusals.ts'
import { takePoint } from '../kernel/take-point.ts'

const WINDOW_SECONDS = 600
/** Codes that look right and are none, from one address: people mistype, but their slips are told before they ask. */
const WRONG_PER_ADDRESS = 30
/** So many in a whole survey are a machine that guesses; then each address has fewer. */
const WRONG_PER_SURVEY = 300
const WRONG_PER_ADDRESS_UNDER_ATTACK = 5
/** Asking at all costs a signature. */
const ASKED_PER_MINUTE = 600

const tooMany = () =>
  new RefusedRequest(
    'TOO_MANY_TRIES',
    'Z tej sieci przychodzi teraz zbyt wiele błędnych kodów. Proszę spróbować ponownie za 10 minut.',
  )

/** Stops those who guess codes, and nobody whose code is right. */
export interface CodeTries {
  /** @throws RefusedRequest TOO_MANY_TRIES */
  assertMayTry(surveyId: string, address: string): Promise<void>
  countWrong(surveyId: string, address: string): Promise<void>
}

export function createCodeTries(): CodeTries {
  const byAddress = new RateLimiterMemory({ points: WRONG_PER_ADDRESS, duration: WINDOW_SECONDS })
  const bySurvey = new RateLimiterMemory({ points: WRONG_PER_SURVEY, duration: WINDOW_SECONDS })
  const asked = new RateLimiterMemory({ points: ASKED_PER_MINUTE, duration: 60 })
  return {
    assertMayTry: async (surveyId, address) => {
      if (!(await takePoint(asked, address))) throw tooMany()
      const [own, whole] = await Promise.all([byAddress.get(address), bySurvey.get(surveyId)])
      const isAttacked = (whole?.consumedPoints ?? 0) >= WRONG_PER_SURVEY
      const allowed = isAttacked ? WRONG_PER_ADDRESS_UNDER_ATTACK : WRONG_PER_ADDRESS
      if ((own?.consumedPoints ?? 0) >= allowed) throw tooMany()
    },
    countWrong: async (surveyId, address) => {
      await takePoint(byAddress, address)
      await takePoint(bySurvey, surveyId)
    },
  }
}
