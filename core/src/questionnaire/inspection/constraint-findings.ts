import type { Expression } from '../expression/ast.ts'
import { partsOf } from '../expression/references.ts'
import { hasOptions, isMatrix, isSpecialCode } from '../options.ts'
import type { Finding, FindingPlace } from './finding.ts'
import { isAnswered, prove, type Assumptions } from './prove.ts'
import { choosing, excluding, type Variable } from './variable.ts'
import { both, ruleCondition, type Conditions, type Place, type World } from './world.ts'

/** Answered by more than „nie wiem”: a rule is not looked at for those who do not know. */
function saysSomething(variable: Variable): Variable | null {
  const left = ['-97', '-98', '-99'].reduce<Variable | null>(
    (found, code) => found && excluding(found, code),
    variable,
  )
  return left && isAnswered(left)
}

/** Keys of answers without which the rule is not looked at; those asked about with `answered` and `coalesce` are not. */
function comparedKeys(expression: Expression, own: string): readonly string[] {
  if (expression.kind === 'this')
    return [expression.member === undefined ? own : `${own}.${expression.member}`]
  if (expression.kind === 'reference')
    return [expression.member === undefined ? expression.key : `${expression.key}.${expression.member}`]
  if (expression.kind !== 'call') return partsOf(expression).flatMap((part) => comparedKeys(part, own))
  const { name, arguments: given } = expression
  if (['answered', 'coalesce', 'count', 'any', 'all'].includes(name)) return []
  if (given.length === 2 && ['sum', 'min', 'max'].includes(name)) return []
  return given.flatMap((part) => comparedKeys(part, own))
}

const at = ({ node, section }: Place, part: FindingPlace['part'], code?: string): FindingPlace => ({
  questionKey: node.question.key,
  sectionKey: section.section.key,
  part,
  ...(code !== undefined && { code }),
})

/** Options of a single choice that a rule refuses whenever it is looked at. */
function refusedOptions(
  world: World,
  place: Place,
  goal: Conditions,
  assumptions: Assumptions,
): readonly Finding[] {
  const { question, options } = place.node
  if (!hasOptions(question) || isMatrix(question) || question.optionFilter !== undefined) return []
  return options.flatMap(({ code, label }): readonly Finding[] => {
    const chosen = new Map(assumptions).set(question.key, (variable) => choosing(variable, code))
    if (isSpecialCode(code) || prove(world, goal, chosen) !== 'never') return []
    const message = `Odpowiedzi „${label}” nie da się wybrać, bo reguła poprawności zawsze ją odrzuca. Prosimy zmienić regułę albo usunąć odpowiedź.`
    return [
      { code: 'OPTION_AGAINST_RULE', severity: 'warning', place: at(place, 'constraint', code), message },
    ]
  })
}

/** Rules that refuse every answer, or none. */
export function constraintFindings(world: World, place: Place, reach: Conditions): readonly Finding[] {
  const { node } = place
  const { key } = node.question
  return node.constraints.flatMap(({ constraint, expression }): readonly Finding[] => {
    const index = node.question.constraint?.indexOf(constraint) ?? 0
    const path = `${node.path}.constraint.${index}.expression`
    const own = ruleCondition(world, expression, path, { own: key })
    if (own.all.length === 0) return []
    const needed = [key, ...comparedKeys(expression, key)]
    const assumptions: Assumptions = new Map(needed.map((name) => [name, saysSomething]))
    const goal = both(reach, own)
    if (prove(world, reach, assumptions) === 'never') return []
    if (prove(world, goal, assumptions) === 'never') {
      const message = `Reguły poprawności „${constraint.message}” nie spełnia żadna odpowiedź. Prosimy ją poprawić albo usunąć.`
      return [{ code: 'CONSTRAINT_NEVER', severity: 'error', place: at(place, 'constraint'), message }]
    }
    const denied = { ...own, all: own.all.map((condition) => ({ ...condition, wanted: false })) }
    if (prove(world, both(reach, denied), assumptions) === 'never') {
      const message = `Regułę poprawności „${constraint.message}” spełnia każda odpowiedź, więc nic nie sprawdza. Prosimy ją poprawić albo usunąć.`
      return [{ code: 'CONSTRAINT_ALWAYS', severity: 'warning', place: at(place, 'constraint'), message }]
    }
    const isOfOwnAnswer = needed.every((name) => name === key)
    return isOfOwnAnswer ? refusedOptions(world, place, goal, assumptions) : []
  })
}
