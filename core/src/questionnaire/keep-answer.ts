import type { CompiledQuestion } from './compile.ts'
import type { Expression } from './expression/ast.ts'
import { evaluate } from './expression/evaluate.ts'
import type { Scope } from './expression/scope.ts'
import { isEmptyAnswer, isRecord } from './expression/values.ts'
import type { MatrixRow, Option } from './model.ts'
import { hasOptions, isMatrix } from './options.ts'

/** What is not among the shown, by its key; `null` when nothing is hidden. */
function hiddenOf<T>(
  all: readonly T[],
  shown: readonly T[],
  keyOf: (one: T) => string,
): ReadonlySet<string> | null {
  if (all.length === shown.length) return null
  const hidden = new Set(all.map(keyOf))
  for (const one of shown) hidden.delete(keyOf(one))
  return hidden
}

/** Drops codes that are not offered; codes that the question never had stay, for the check to refuse. */
function keepCodes(hidden: ReadonlySet<string> | null, answer: unknown): unknown {
  if (hidden === null) return answer
  if (typeof answer === 'string') return hidden.has(answer) ? undefined : answer
  if (!Array.isArray(answer)) return answer
  return answer.filter((code: unknown) => typeof code !== 'string' || !hidden.has(code))
}

/** Drops rows that are not shown; rows that the matrix never had stay, for the check to refuse. */
function keepRows(
  hiddenRows: ReadonlySet<string> | null,
  hiddenCodes: ReadonlySet<string> | null,
  answer: unknown,
): unknown {
  if (!isRecord(answer)) return answer
  const entries = Object.entries(answer)
  const nothingHidden = hiddenRows === null && hiddenCodes === null
  if (nothingHidden && !entries.some(([, cell]) => isEmptyAnswer(cell))) return answer
  const kept = entries
    .filter(([key]) => hiddenRows?.has(key) !== true)
    .map(([key, cell]) => [key, keepCodes(hiddenCodes, cell)] as const)
  return Object.fromEntries(kept.filter(([, cell]) => !isEmptyAnswer(cell)))
}

/** What of a given answer counts while these rows and options are shown. */
export function keepAnswer(
  { question, rows: allRows, options: allOptions }: CompiledQuestion,
  rows: readonly MatrixRow[],
  options: readonly Option[],
  given: unknown,
): unknown {
  if (question.type === 'INFO' || isEmptyAnswer(given)) return undefined
  const hiddenCodes = hiddenOf(allOptions, options, ({ code }) => code)
  const hiddenRows = hiddenOf(allRows, rows, ({ key }) => key)
  const kept = isMatrix(question) ? keepRows(hiddenRows, hiddenCodes, given) : keepCodes(hiddenCodes, given)
  return isEmptyAnswer(kept) ? undefined : kept
}

/** The text of „inne, jakie?”, which counts only while that option is chosen. */
export function keepOtherText(
  { question, options }: CompiledQuestion,
  answer: unknown,
  text: unknown,
): unknown {
  if (isEmptyAnswer(text) || !hasOptions(question) || isMatrix(question)) return undefined
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const asks = options.some((option) => option.allowsText === true && chosen.includes(option.code))
  return asks ? text : undefined
}

/** A calculated value as it can be stored; `undefined` when it is absent. */
export function calculate(calculation: Expression | undefined, scope: Scope): unknown {
  if (calculation === undefined) return undefined
  const value = evaluate(calculation, scope)
  if (isEmptyAnswer(value)) return undefined
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  return Array.isArray(value) && value.every((code) => typeof code === 'string') ? value : undefined
}
