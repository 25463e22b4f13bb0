import type { FieldProblem } from '../errors.ts'
import { THIS_ROW } from './condition.ts'
import type { Comparison, Condition, Question, Questionnaire } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'

/** Where a condition stands: what was asked before it, and the rows that `$row` can stand for. */
export interface ConditionPlace {
  readonly questionnaire: Questionnaire
  readonly path: string
  readonly earlier: ReadonlyMap<string, Question>
  readonly rowKeys?: readonly string[]
}

const LISTED = ['in', 'notIn']
const ORDERED = ['gt', 'gte', 'lt', 'lte']

function rowDefect(comparison: Comparison, target: Question, place: ConditionPlace): string | null {
  const { row } = comparison
  if (row === undefined) return null
  if (!isMatrix(target))
    return `pytanie „${target.key}” nie ma wierszy, więc warunek nie może wskazywać wiersza.`
  if (row === THIS_ROW && place.rowKeys === undefined) return 'słowo „$row” ma sens tylko w warunku wierszy.'
  const known = rowsOf(place.questionnaire, target).map(({ key }) => key)
  const missing = (row === THIS_ROW ? (place.rowKeys ?? []) : [row]).find((key) => !known.includes(key))
  return missing === undefined ? null : `pytanie „${target.key}” nie ma wiersza „${missing}”.`
}

function valueDefect(comparison: Comparison, target: Question, place: ConditionPlace): string | null {
  const { operator, value } = comparison
  if (operator === 'answered') return value === undefined ? null : 'warunek „answered” nie ma wartości.'
  if (value === undefined) return 'w warunku brakuje wartości.'
  if (LISTED.includes(operator) !== Array.isArray(value))
    return 'lista wartości należy do warunków „in” i „notIn”, i tylko do nich.'
  const values: readonly (string | number)[] = Array.isArray(value) ? value : [value as string | number]
  if (values.length === 0) return 'lista wartości w warunku jest pusta.'
  if (ORDERED.includes(operator)) {
    return values.every((one) => Number.isFinite(Number(one)))
      ? null
      : 'porównanie większy/mniejszy wymaga liczby.'
  }
  if (!hasOptions(target)) return null
  const codes = optionsOf(place.questionnaire, target).map((option) => option.code)
  const missing = values.find((one) => !codes.includes(String(one)))
  return missing === undefined ? null : `pytanie „${target.key}” nie ma odpowiedzi o kodzie „${missing}”.`
}

function comparisonDefects(comparison: Comparison, place: ConditionPlace): readonly FieldProblem[] {
  const { path, earlier } = place
  const target = earlier.get(comparison.question)
  if (target === undefined) {
    const message = `Warunek (${path}) odwołuje się do pytania „${comparison.question}”, którego nie ma wśród wcześniejszych pytań.`
    return [{ path, message }]
  }
  const found =
    target.type === 'INFO'
      ? `„${target.key}” to sam tekst, bez odpowiedzi.`
      : (rowDefect(comparison, target, place) ?? valueDefect(comparison, target, place))
  return found === null ? [] : [{ path, message: `Warunek (${path}): ${found}` }]
}

/** What is wrong with a condition: unknown or later questions, unknown codes and rows, values that do not fit. */
export function conditionDefects(
  condition: Condition | undefined,
  place: ConditionPlace,
): readonly FieldProblem[] {
  if (condition === undefined) return []
  const { path } = place
  if ('not' in condition) return conditionDefects(condition.not, place)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (parts === undefined) return comparisonDefects(condition as Comparison, place)
  if (parts.length === 0) return [{ path, message: `Warunek (${path}) jest pusty.` }]
  return parts.flatMap((part) => conditionDefects(part, place))
}
