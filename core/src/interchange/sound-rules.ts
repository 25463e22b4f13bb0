import {
  rewritePiping,
  checkRules,
  type Question,
  type Questionnaire,
  type Rule,
  type Section,
} from '../questionnaire/index.ts'
import type { Ledger } from './ledger.ts'
import type { FormPlace } from './model.ts'

/** Where a rule stands in the form it came from. */
export interface RulePlaces {
  /** Of a question or a section, by its key. */
  placeOf(key: string): FormPlace
  /** What the form calls a rule of this kind. */
  readonly columns: Readonly<Record<Rule['kind'], string>>
}

function withoutRules<Whole extends Question | Section>(
  whole: Whole,
  path: string,
  wrong: ReadonlySet<string>,
): Whole {
  const kept = Object.fromEntries(
    Object.entries(whole).filter(([name]) => !wrong.has(`${path}.${name}`)),
  ) as unknown as Whole
  if ('constraint' in kept && kept.constraint) {
    const constraint = kept.constraint.filter(
      (_, index) => !wrong.has(`${path}.constraint.${index}.expression`),
    )
    return constraint.length > 0
      ? { ...kept, constraint }
      : withoutRules(kept, path, new Set([`${path}.constraint`]))
  }
  return kept
}

function cleaned(
  questions: readonly Question[],
  path: string,
  wrong: ReadonlySet<string>,
): readonly Question[] {
  return questions.flatMap((question, index): readonly Question[] => {
    const own = `${path}.questions.${index}`
    if (question.type === 'CALCULATED' && wrong.has(`${own}.expression`)) return []
    const kept = withoutRules(question, own, wrong)
    if (kept.type !== 'ROSTER') return [kept]
    const inner = cleaned(kept.questions, own, wrong)
    return inner.length === 0 ? [] : [{ ...kept, questions: inner }]
  })
}

const MOST_ROUNDS = 10

/** Texts of a question or a section in which some expressions in braces give way to „…”; what it holds stays. */
function withoutPipes<Part>(part: Part, lost: ReadonlySet<string>): Part {
  const rewritten = (value: unknown, isTop: boolean): unknown => {
    if (typeof value === 'string') return rewritePiping(value, (inner) => (lost.has(inner) ? null : inner))
    if (Array.isArray(value)) return value.map((one) => rewritten(one, false))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        isTop && name === 'questions' ? one : rewritten(one, false),
      ]),
    )
  }
  return rewritten(part, true) as Part
}

function withSoundTexts(
  questionnaire: Questionnaire,
  ledger: Ledger,
  { placeOf, columns }: RulePlaces,
): Questionnaire {
  const lost = new Map<Question | Section, Set<string>>()
  for (const { rule, problems } of checkRules(questionnaire)) {
    if (rule.kind !== 'text' || problems.length === 0) continue
    const owner = rule.question ?? rule.section
    lost.set(owner, (lost.get(owner) ?? new Set()).add(rule.text))
    const why = problems[0]?.message ?? ''
    const place = { ...placeOf(owner.key), column: columns.text }
    ledger.approximated(place, `W treści zamiast „{${rule.text}}” stoi „…”: ${why}`)
  }
  const sound = (question: Question): Question => {
    const inner =
      question.type === 'ROSTER' ? { ...question, questions: question.questions.map(sound) } : question
    const own = lost.get(question)
    return own === undefined ? inner : withoutPipes(inner, own)
  }
  if (lost.size === 0) return questionnaire
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => {
      const whole = { ...section, questions: section.questions.map(sound) }
      const own = lost.get(section)
      return own === undefined ? whole : withoutPipes(whole, own)
    }),
  }
}

/** The questionnaire without the rules that do not hold together, and without groups they leave empty; the ledger is told of each. */
export function withoutBrokenRules(
  questionnaire: Questionnaire,
  ledger: Ledger,
  { placeOf, columns }: RulePlaces,
): Questionnaire {
  let whole = questionnaire
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wrong = checkRules(whole).filter(
      ({ rule, problems }) => problems.length > 0 && rule.kind !== 'text',
    )
    if (wrong.length === 0) return withSoundTexts(whole, ledger, { placeOf, columns })
    for (const { rule, problems } of wrong) {
      const place = { ...placeOf(rule.question?.key ?? rule.section.key), column: columns[rule.kind] }
      const what = rule.kind === 'expression' ? 'Pominięto całe obliczenie' : 'Pominięto regułę'
      ledger.dropped(place, `${what} „${rule.text}”: ${problems[0]?.message ?? ''}`)
    }
    const paths = new Set(wrong.map(({ rule }) => rule.path))
    whole = {
      ...whole,
      sections: whole.sections.flatMap((section, index) => {
        const path = `sections.${index}`
        const kept = withoutRules(section, path, paths)
        const questions = cleaned(kept.questions, path, paths)
        return questions.length === 0 ? [] : [{ ...kept, questions }]
      }),
    }
  }
  return withSoundTexts(whole, ledger, { placeOf, columns })
}
