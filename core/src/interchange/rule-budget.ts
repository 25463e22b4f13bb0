/** More signs of rules than any form has; reading them would keep everyone waiting. */
const MOST_SIGNS = 500_000

export const TOO_MANY_RULES = 'reguły całego formularza są zbyt długie.'

/** How much of the rules of one form is still read. */
export class RuleBudget {
  private left = MOST_SIGNS

  /** May a rule of this length still be read? */
  affords(text: string): boolean {
    this.left -= text.length
    return this.left >= 0
  }
}

const LONGEST_SHOWN = 300

/** The beginning of a rule, for messages. */
export const shortened = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`
