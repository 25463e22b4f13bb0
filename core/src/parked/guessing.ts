/**
 * Wrong codes that one survey hears in an hour before it listens to none: what 40 bits withstand for as long as
 * anything is kept. See `guessingChance`.
 */
export const WRONG_CODES_PER_HOUR = 600

/** Wrong codes of one address in ten minutes: a whole library mistyping stays below. */
export const WRONG_CODES_PER_ADDRESS = 30

/**
 * The most that somebody who guesses without pause, from any number of addresses, can expect.
 *
 * @param parkedCount - how many people have put answers aside in the survey
 * @param days - how long the guessing goes on
 * @returns the probability (upper bound) that a single guess hits
 */
export function guessingChance(parkedCount: number, days: number): number {
  return (WRONG_CODES_PER_HOUR * 24 * days * parkedCount) / 2 ** 40
}
