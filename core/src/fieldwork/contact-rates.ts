import type { ContactChannel, ContactOutcome } from './model.ts'

/** Contacts of one person with the same outcome on the same day. */
export interface ContactCount {
  readonly accountId: string
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  /** Local day. */
  readonly day: string
  /** A later contact took the matter up, so that this one no longer tells how it ended. */
  readonly isSettled: boolean
  readonly count: number
}

/** What contacts tell of how people take to the survey. Shares are 0 to 1, `null` where there is nothing to divide by. */
export interface ContactRates {
  /** All visits and calls. */
  readonly contactCount: number
  readonly interviewCount: number
  readonly refusalCount: number
  /** Interviews among matters that reached somebody eligible: I / (I + P + R). */
  readonly cooperationShare: number | null
  /** Interviews among all matters except those not eligible: I / (I + P + R + NC). */
  readonly responseShare: number | null
}

const NOBODY_REACHED: readonly ContactOutcome[] = ['ABSENT', 'NO_ANSWER', 'BUSY', 'COME_BACK']

/**
 * Rates of contacts by the formulas of AAPOR, COOP3 and RR1 without cases of unknown eligibility, where a case is a matter: a
 * contact that no later one took up. Wrong numbers and people who are not eligible are left out.
 *
 * @see AAPOR, Standard Definitions (10th edition, 2023), final disposition codes and outcome rates
 */
export function contactRates(counts: readonly ContactCount[]): ContactRates {
  const sum = (test: (one: ContactCount) => boolean) =>
    counts.filter(test).reduce((all, { count }) => all + count, 0)
  const ended = (outcome: ContactOutcome) => sum((one) => !one.isSettled && one.outcome === outcome)
  const interviews = ended('INTERVIEWED')
  const reached = interviews + ended('INTERRUPTED') + ended('REFUSED')
  const eligible = reached + NOBODY_REACHED.reduce((all, outcome) => all + ended(outcome), 0)
  return {
    contactCount: sum(() => true),
    interviewCount: sum(({ outcome }) => outcome === 'INTERVIEWED'),
    refusalCount: sum(({ outcome }) => outcome === 'REFUSED'),
    cooperationShare: reached === 0 ? null : interviews / reached,
    responseShare: eligible === 0 ? null : interviews / eligible,
  }
}
