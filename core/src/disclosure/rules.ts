import type { Question } from '../questionnaire/index.ts'

/** Counts of 1 to 4 people are withheld from whatever leaves the organisation. */
export const SMALLEST_SHOWN = 5

/** Below this many people nothing of a question or a group is shown outside the organisation. */
export const SMALLEST_BASE = 10

/** The same for questions about health, faith and the like (art. 9 RODO). */
export const SMALLEST_SENSITIVE_BASE = 30

/** Whoever subtracts must be left with a range at least this wide. */
export const MINIMUM_WIDTH = SMALLEST_SHOWN - 1

/** How often somebody may be refused in a day before the record of events speaks of it. */
export const REFUSALS_BEFORE_ALERT = 20

/** What a snapshot waits for: so many responses that are new, corrected or left out. */
export const CHANGES_BEFORE_SNAPSHOT = 10

/** What the answers to a question demand. */
export interface DisclosureRules {
  readonly minimumBase: number
  /** Whether „everybody” and „nobody” of a small group are told only as „>95 %” and „<5 %”. */
  readonly hidesHomogeneity: boolean
}

/** The rules of a question by its mark of sensitivity; the usual ones without a mark. */
export function rulesOf({ sensitivity = 'NONE' }: Pick<Question, 'sensitivity'> = {}): DisclosureRules {
  return {
    minimumBase: sensitivity === 'SPECIAL_CATEGORY' ? SMALLEST_SENSITIVE_BASE : SMALLEST_BASE,
    hidesHomogeneity: sensitivity !== 'NONE',
  }
}

/** Is it a count of so few people that they could be recognised? Nobody at all is no secret. */
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN

/** „So many of n” tells as much about those who did not. */
export const isTelling = (count: number, total: number): boolean => isSmall(count) || isSmall(total - count)
