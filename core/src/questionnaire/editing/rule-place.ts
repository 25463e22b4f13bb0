import { compile } from '../compile.ts'
import type { CheckScope } from '../expression/check-scope.ts'
import type { ValueType } from '../expression/value-type.ts'
import type { Question, Section } from '../model.ts'
import { scopeOfRule, type Rule, type RuleBook, type RuleKind } from '../rules.ts'
import { everyQuestion } from '../walk.ts'
import type { AnswerSubject } from './clauses.ts'

/** Where a rule stands or could stand: at a question, or at a section that has its own condition. */
export interface RulePlace {
  readonly kind: RuleKind
  readonly questionKey?: string
  /** Of a section's own rule; not needed with `questionKey`. */
  readonly sectionKey?: string
  /** Which of the constraints. */
  readonly index?: number
}

function sectionRule({ questionnaire }: RuleBook, { kind, sectionKey }: RulePlace): Rule | null {
  const at = questionnaire.sections.findIndex(({ key }) => key === sectionKey)
  const section = questionnaire.sections[at]
  if (section === undefined) return null
  const before = { ...questionnaire, sections: questionnaire.sections.slice(0, at) }
  const position = everyQuestion(before).length
  return {
    kind,
    text: '',
    path: `sections.${at}.${kind}`,
    question: undefined,
    section,
    rosters: [],
    position,
  }
}

/**
 * The rule at a place, whether it is written yet or not, so that its text can be checked with `problemsOf`; `null`
 * when there is no such place.
 */
export function ruleAt(book: RuleBook, place: RulePlace): Rule | null {
  const { kind, questionKey, index = 0 } = place
  if (questionKey === undefined) return sectionRule(book, place)
  const { questionnaire } = book
  const standing = book.standings.get(questionKey)
  const compiled = compile(questionnaire).questions.get(questionKey)
  if (standing === undefined || compiled === undefined) return null
  const section = questionnaire.sections[Number(compiled.path.split('.')[1])]
  if (section === undefined) return null
  const name = kind === 'constraint' ? `constraint.${index}.expression` : kind
  const { question, position, rosters } = standing
  return { kind, text: '', path: `${compiled.path}.${name}`, question, section, rosters, position }
}

/** A question that a rule may speak of, and what its answer is. */
export interface Speakable {
  readonly question: Question
  readonly section: Section
  readonly type: ValueType
}

/**
 * The questions that a rule may speak of, in the order of asking.
 *
 * @param rosters - keys of the rosters around, where they are not those of the rule itself: inside `any(people, …)`
 */
export function speakableQuestions(
  book: RuleBook,
  rule: Rule,
  rosters: readonly string[] = rule.rosters,
): readonly Speakable[] {
  const scope = scopeOfRule(book, rule, rosters)
  return book.questionnaire.sections.flatMap((section) =>
    everyQuestion({ ...book.questionnaire, sections: [section] }).flatMap((question) => {
      const type = scope.reference(question.key, undefined)
      return typeof type === 'string' ? [] : [{ question, section, type }]
    }),
  )
}

/** Something that a clause can be about: an answer, the row or the option in question. */
export type ClauseAbout = AnswerSubject | { readonly kind: 'row' | 'option' }

/** What the value of an answer, the row or the option is; a sentence when the rule may not speak of it. */
export function typeOfAbout(scope: CheckScope, about: ClauseAbout): ValueType | string {
  switch (about.kind) {
    case 'answer':
      return scope.reference(about.key, about.member)
    case 'own':
      return scope.own(about.member)
    case 'row':
    case 'option':
      return scope[about.kind] ?? `słowo $${about.kind} nie ma tu znaczenia.`
  }
}
