import {
  ruleBook,
  scopeOfRule,
  type Questionnaire,
  type Rule,
  type RuleBook,
} from '@rozeznanie/core/questionnaire'
import { ruleAt, type RulePlace } from '@rozeznanie/core/questionnaire/editing'
import { createContext, useContext, useMemo } from 'react'
import type { Choice } from '../../ui/SelectField.tsx'

/** What the controls of one rule know: its place, and what it may speak of. */
export interface RuleContextValue {
  readonly book: RuleBook
  readonly rule: Rule
  /** Localities that can be chosen; without them their numbers are typed. */
  readonly localities: readonly Choice[]
}

export const RuleContext = createContext<RuleContextValue | null>(null)

export function useRule(): RuleContextValue {
  const found = useContext(RuleContext)
  if (found === null) throw new Error('the controls of a rule stand outside of its editor')
  return found
}

/** What may be spoken of within these rosters, those around the rule first. */
export function useScope(rosters: readonly string[]) {
  const { book, rule } = useRule()
  const key = rosters.join(' ')
  return useMemo(() => scopeOfRule(book, rule, key === '' ? [] : key.split(' ')), [book, rule, key])
}

const books = new WeakMap<Questionnaire, RuleBook>()

/** One rule book for all editors of a questionnaire. */
function bookOf(questionnaire: Questionnaire): RuleBook {
  const book = books.get(questionnaire) ?? ruleBook(questionnaire)
  books.set(questionnaire, book)
  return book
}

/** The rule book and the rule at a place; `null` when there is no such place. */
export function usePlacedRule(questionnaire: Questionnaire, place: RulePlace) {
  const { kind, questionKey, sectionKey, index } = place
  return useMemo(() => {
    const book = bookOf(questionnaire)
    const at: RulePlace = {
      kind,
      ...(questionKey !== undefined && { questionKey }),
      ...(sectionKey !== undefined && { sectionKey }),
      ...(index !== undefined && { index }),
    }
    const rule = ruleAt(book, at)
    return rule && { book, rule }
  }, [questionnaire, kind, questionKey, sectionKey, index])
}
