import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface TryLimits {
  readonly windowSeconds: number
  readonly perAccount: number
  readonly perAddress: number
  readonly setup: number
}

const LIMITS: TryLimits = { windowSeconds: 15 * 60, perAccount: 10, perAddress: 30, setup: 10 }

/** Counts tries; nothing is ever locked for longer than the window. */
export interface Tries {
  /** @returns seconds to wait, or null when the try may go on (and is counted) */
  signIn(email: string, address: string): Promise<number | null>
  setup(): Promise<number | null>
  /** A right password forgets the wrong ones of its account, and is not counted against its address. */
  succeeded(email: string, address: string): Promise<void>
}

export function createTries({ windowSeconds: duration, ...limits }: TryLimits = LIMITS): Tries {
  const byAccount = new RateLimiterMemory({ keyPrefix: 'account', points: limits.perAccount, duration })
  const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: limits.perAddress, duration })
  const bySetup = new RateLimiterMemory({ keyPrefix: 'setup', points: limits.setup, duration })
  return {
    signIn: async (email, address) => (await waitOf(byAddress, address)) ?? (await waitOf(byAccount, email)),
    setup: () => waitOf(bySetup, 'setup'),
    succeeded: async (email, address) => {
      await byAccount.delete(email)
      await byAddress.reward(address)
    },
  }
}

async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000)
    throw refusal
  }
}
