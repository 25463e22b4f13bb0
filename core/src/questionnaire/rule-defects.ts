import type { FieldProblem } from '../errors.ts'
import { dependencyCycles } from './dependency-cycles.ts'
import type { Questionnaire } from './model.ts'
import { checkRules, type Rule } from './rules.ts'

const WHERE: Readonly<Record<Rule['kind'], string>> = {
  visibleIf: 'w warunku pokazania',
  requiredIf: 'w warunku obowiązkowości',
  rowVisibleIf: 'w warunku wierszy',
  optionFilter: 'w warunku odpowiedzi do wyboru',
  constraint: 'w regule poprawności',
  expression: 'w obliczeniu',
  text: 'w treści, w nawiasach klamrowych,',
}

const whose = ({ question, section }: Rule): string =>
  question === undefined ? `Część „${section.key}”` : `Pytanie „${question.key}”`

/** What is wrong with the rules of a questionnaire: unknown keys and codes, later questions, rings, wrong types. */
export function ruleDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  const wrong = checkRules(questionnaire).flatMap(({ rule, problems }) =>
    problems.map(({ message }) => ({
      path: rule.path,
      message: `${whose(rule)}, ${WHERE[rule.kind]} „${rule.text}”: ${message}`,
    })),
  )
  const rings = dependencyCycles(questionnaire).map((keys) => ({
    path: 'sections',
    message: `Pytania zależą od siebie w kółko: ${keys.map((key) => `„${key}”`).join(' → ')}.`,
  }))
  return [...wrong, ...rings]
}
