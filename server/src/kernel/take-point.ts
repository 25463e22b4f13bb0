import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * Counts one try.
 *
 * @returns false when the limit is spent; any other trouble of the limiter is thrown
 */
export async function takePoint(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false
    throw reason
  }
}
