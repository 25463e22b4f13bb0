import type { Members, QueryAudit } from './query-audit.ts'
import { both, type QuerySets } from './query-sets.ts'
import type { DisclosureRules } from './rules.ts'

/** The audits that a table must pass, and who answered its question. */
export interface TableAudits {
  /** Of people, whatever is told of them. */
  readonly people: QueryAudit
  /** Of those who answered the question of the rows. */
  readonly measure: QueryAudit
  readonly answered: Members
}

/** Releases what every snapshot releases first, as far as nothing has been released yet. */
export function releaseStandard({ people, measure, answered }: TableAudits, standard: QuerySets): void {
  for (const set of standard) people.release(set)
  for (const set of standard) measure.release(both(set, answered))
}

/** Of a column: it may be told, there are too few people in it, or the audit refused it. */
export type ColumnVerdict = 'told' | 'few' | 'refused'

const countOf = (members: Members): number => members.reduce((sum, one) => sum + one, 0)

/**
 * Asks both audits for every column of a table. Each is asked whatever the others say, so that a refusal takes as long
 * as a release; a column that one of them refuses leaves nothing in the other.
 *
 * @param sets - „Ogółem” first
 */
export function releaseTable(
  { people, measure, answered }: TableAudits,
  sets: QuerySets,
  { minimumBase }: Pick<DisclosureRules, 'minimumBase'>,
): readonly ColumnVerdict[] {
  return sets.map((set) => {
    const told = both(set, answered)
    const ofMeasure = measure.copy().release(told, minimumBase)
    const ofPeople = people.copy().release(set)
    if (ofMeasure === 'refused' || ofPeople === 'refused')
      return countOf(told) < minimumBase ? 'few' : 'refused'
    measure.release(told, minimumBase)
    people.release(set)
    return 'told'
  })
}
