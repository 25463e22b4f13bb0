import type { Call, Expression } from './ast.ts'
import type { Evaluation } from './evaluate.ts'
import { itemScope, type Scope } from './scope.ts'
import { chosenCount, isEmptyAnswer, isRecord, isSame, members, tidy, toNumber, yearOf } from './values.ts'

const MOST_PLACES = 6

/** The items of a roster named by the first argument; `null` when it names none. */
function itemsOf(run: Evaluation, argument: Expression | undefined, scope: Scope): readonly unknown[] | null {
  if (argument?.kind !== 'reference' || argument.member !== undefined) return null
  const answer = run.value(argument, scope)
  if (Array.isArray(answer) && answer.length > 0 && answer.every(isRecord)) return answer
  return scope.isRoster?.(argument.key) === true ? [] : null
}

/** All numbers among values: of lists and matrices each member. */
function numbersIn(values: readonly unknown[]): readonly number[] {
  return values.flatMap((value) => members(value).flatMap((member) => toNumber(member) ?? []))
}

function fold(name: 'sum' | 'min' | 'max', numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined
  if (name === 'sum') return tidy(numbers.reduce((total, number) => total + number, 0))
  return name === 'min' ? Math.min(...numbers) : Math.max(...numbers)
}

function aggregate(run: Evaluation, { name, arguments: given }: Call, scope: Scope): unknown {
  const [first, second] = given
  const items = itemsOf(run, first, scope)
  const each = (item: unknown) => (second ? run.value(second, itemScope(scope, item)) : undefined)
  switch (name) {
    case 'any':
      return (items ?? []).some((item) => each(item) === true)
    case 'all':
      return (items ?? []).every((item) => each(item) === true)
    case 'count':
      if (items === null) return first === undefined ? 0 : chosenCount(run.value(first, scope))
      return second ? items.filter((item) => each(item) === true).length : items.length
    default: {
      const kind = name === 'sum' ? 'sum' : name === 'min' ? 'min' : 'max'
      if (items === null) return fold(kind, numbersIn(given.map((argument) => run.value(argument, scope))))
      if (items.length === 0 && kind === 'sum') return 0
      return fold(kind, numbersIn(items.map(each)))
    }
  }
}

function roundTo(value: number, places: number): number | undefined {
  const kept = Math.min(Math.max(Math.trunc(places), 0), MOST_PLACES)
  const power = 10 ** kept
  const rounded = Math.round(Number((Math.abs(value) * power).toPrecision(15))) / power
  return tidy(value < 0 ? 0 - rounded : rounded)
}

function ofNumbers(name: 'round' | 'abs', values: readonly unknown[]): number | undefined {
  const number = toNumber(values[0])
  if (number === null) return undefined
  return name === 'abs' ? Math.abs(number) : roundTo(number, toNumber(values[1]) ?? 0)
}

function age(scope: Scope, birth: unknown): number | undefined {
  const [now, born] = [yearOf(scope.today), yearOf(birth)]
  return now === null || born === null ? undefined : now - born
}

/** The value of a function; arguments that are not needed are not evaluated. */
export function callFunction(run: Evaluation, call: Call, scope: Scope): unknown {
  const { name, arguments: given } = call
  const value = (index: number) => {
    const argument = given[index]
    return argument === undefined ? undefined : run.value(argument, scope)
  }
  switch (name) {
    case 'answered':
      return !isEmptyAnswer(value(0))
    case 'if':
      return value(0) === true ? value(1) : value(2)
    case 'coalesce':
      return given
        .map((_, index) => index)
        .reduce<unknown>((found, index) => (isEmptyAnswer(found) ? value(index) : found), undefined)
    case 'round':
    case 'abs':
      return ofNumbers(name, [value(0), value(1)])
    case 'length': {
      const text = value(0)
      return typeof text === 'string' && text.trim() !== '' ? [...text].length : undefined
    }
    case 'today':
      return scope.today
    case 'year':
      return yearOf(value(0)) ?? undefined
    case 'age':
      return age(scope, value(0))
    case 'selected': {
      const code = value(1)
      return members(value(0)).some((member) => isSame(member, code))
    }
    default:
      return aggregate(run, call, scope)
  }
}
