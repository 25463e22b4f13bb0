import type { Checked, CheckScope } from './check-scope.ts'
import type { Binary, Call, Expression, ExpressionProblem, FunctionName, Literal, Span } from './ast.ts'
import { nearest } from './nearest.ts'
import { printExpression } from './print.ts'
import {
  ANYTHING,
  BOOLEAN,
  isDayText,
  isNumeric,
  isSingle,
  joined,
  named,
  NUMBER,
  typeName,
  typeOfLiteral,
  type ValueType,
} from './value-type.ts'

/** „klucz” to liczba: what an expression is, in a message. */
const told = (expression: Expression, type: ValueType): string =>
  `„${printExpression(expression)}” to ${typeName(type)}`

class Checker {
  readonly problems: ExpressionProblem[] = []

  refuse({ start, end }: Span, what: string): ValueType {
    this.problems.push({ start, end, message: `Znak ${start + 1}: ${what}` })
    return ANYTHING
  }

  private known(span: Span, found: ValueType | string): ValueType {
    return typeof found === 'string' ? this.refuse(span, found) : found
  }

  type(expression: Expression, scope: CheckScope): ValueType {
    switch (expression.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return typeOfLiteral(expression)
      case 'list':
        return { type: 'list', items: expression.items }
      case 'reference':
        return this.known(expression, scope.reference(expression.key, expression.member))
      case 'this':
        return this.known(expression, scope.own(expression.member))
      case '$row':
        return scope.row ?? this.refuse(expression, 'słowo $row ma sens tylko w warunku wierszy tabeli.')
      case '$option':
        return scope.option ?? this.refuse(expression, 'słowo $option ma sens tylko w warunku odpowiedzi.')
      case 'unary':
        if (expression.operator === 'not') return this.condition(expression.operand, scope)
        return this.number(expression.operand, scope)
      case 'binary':
        return this.binary(expression, scope)
      case 'call':
        return this.call(expression, scope)
    }
  }

  condition(expression: Expression, scope: CheckScope): ValueType {
    const type = this.type(expression, scope)
    if (type.type === 'boolean' || type.type === 'anything') return BOOLEAN
    const text = printExpression(expression)
    const hint =
      expression.kind === 'reference' || expression.kind === 'this'
        ? ` Prosimy dopisać, z czym ją porównać, albo użyć answered(${text}).`
        : ''
    this.refuse(expression, `tu potrzebny jest warunek, a „${text}” to ${typeName(type)}.${hint}`)
    return BOOLEAN
  }

  number(expression: Expression, scope: CheckScope): ValueType {
    const type = this.type(expression, scope)
    if (isNumeric(type) && isSingle(type)) return NUMBER
    this.refuse(expression, `tu potrzebna jest liczba, a ${told(expression, type)}.`)
    return NUMBER
  }

  private binary(expression: Binary, scope: CheckScope): ValueType {
    const { operator, left, right } = expression
    switch (operator) {
      case 'and':
      case 'or':
        this.condition(left, scope)
        this.condition(right, scope)
        return BOOLEAN
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        this.number(left, scope)
        this.number(right, scope)
        return NUMBER
      default:
        this.comparison(expression, this.type(left, scope), this.type(right, scope))
        return BOOLEAN
    }
  }

  private comparison({ operator, left, right }: Binary, first: ValueType, second: ValueType): void {
    if (first.type === 'roster' || second.type === 'roster') {
      const roster = first.type === 'roster' ? left : right
      const key = printExpression(roster)
      this.refuse(
        roster,
        `grupy powtarzanej nie można porównać; prosimy użyć count(${key}) albo any(${key}, warunek).`,
      )
    } else if (operator === 'in') this.isIn(right, first, second, left)
    else if (operator === 'contains') this.contains(left, right, first, second)
    else if (operator === '=' || operator === '!=') this.equality(left, right, first, second)
    else this.order(left, right, first, second)
  }

  private isIn(right: Expression, first: ValueType, second: ValueType, left: Expression): void {
    if (second.type === 'list' && right.kind === 'list') {
      for (const item of right.items) this.fits(item, typeOfLiteral(item), first)
    } else if (second.type === 'codes' || second.type === 'matrix') this.fits(left, first, second)
    else if (second.type !== 'anything') {
      this.refuse(
        right,
        'po słowie in musi stać lista w nawiasach kwadratowych albo pytanie wielokrotnego wyboru.',
      )
    }
  }

  private contains(left: Expression, right: Expression, first: ValueType, second: ValueType): void {
    if (
      first.type !== 'codes' &&
      first.type !== 'matrix' &&
      first.type !== 'list' &&
      first.type !== 'anything'
    ) {
      this.refuse(left, `słowo contains pyta o kilka odpowiedzi, a ${told(left, first)}; prosimy użyć „=”.`)
    } else if (!isSingle(second)) {
      this.refuse(right, 'po słowie contains stoi jeden kod; kilka kodów sprawdza słowo in.')
    } else this.fits(right, second, first)
  }

  private equality(left: Expression, right: Expression, first: ValueType, second: ValueType): void {
    if (first.type === 'list' || second.type === 'list') {
      this.refuse(first.type === 'list' ? left : right, 'listę sprawdza słowo in, a nie „=” ani „!=”.')
    } else if (first.type === 'matrix' || second.type === 'matrix') {
      const table = first.type === 'matrix' ? left : right
      const key = printExpression(table)
      this.refuse(table, `prosimy wskazać wiersz tabeli, na przykład ${key}.klucz_wiersza.`)
    } else {
      const before = this.problems.length
      this.fits(right, second, first)
      if (this.problems.length === before) this.fits(left, first, second)
    }
  }

  private order(left: Expression, right: Expression, first: ValueType, second: ValueType): void {
    const areDays = [first, second].every(
      ({ type, ...rest }) =>
        type === 'day' || type === 'anything' || ('literal' in rest && isDayText(rest.literal)),
    )
    if (areDays) return
    for (const [side, type] of [[left, first] as const, [right, second] as const]) {
      if (isNumeric(type) && isSingle(type)) continue
      this.refuse(side, `mniejszy i większy porównują liczby, a ${told(side, type)}.`)
    }
  }

  /** Can one side equal the other? Codes are looked up among the other's options. */
  private fits(side: Expression | Literal, own: ValueType, other: ValueType): void {
    if (own.type === 'anything' || other.type === 'anything') return
    const text = printExpression(side)
    if (other.type === 'code' || other.type === 'codes' || other.type === 'matrix') {
      const value = side.kind === 'text' || side.kind === 'number' ? String(side.value) : undefined
      if (value !== undefined && !other.codes.some(({ code }) => code === value)) {
        const meant = nearest(
          value,
          other.codes.map(({ code }) => code),
        )
        const hint = meant === undefined ? '' : ` Czy chodziło o „${meant}”?`
        this.refuse(
          side,
          `${other.of} nie ma odpowiedzi o kodzie „${value}”.${hint} Kody to: ${named(other.codes)}.`,
        )
      } else if (own.type === 'boolean') this.refuse(side, `kodu nie można porównać z wartością ${text}.`)
      return
    }
    const isSpecial = own.type === 'text' && own.literal !== undefined && /^-9[789]$/.test(own.literal)
    if (other.type === 'boolean' && own.type !== 'boolean') {
      this.refuse(side, `tu potrzebne jest true albo false, a „${text}” to ${typeName(own)}.`)
    } else if ((other.type === 'number' || other.type === 'year') && !isNumeric(own) && !isSpecial) {
      this.refuse(side, `tu potrzebna jest liczba, a „${text}” to ${typeName(own)}.`)
    } else if (
      (other.type === 'text' || other.type === 'locality') &&
      own.type === 'number' &&
      !('literal' in other)
    ) {
      this.refuse(side, `tu potrzebny jest tekst w apostrofach, a „${text}” to ${typeName(own)}.`)
    }
  }

  private call(call: Call, scope: CheckScope): ValueType {
    const { name, arguments: given } = call
    const [first, second, third] = given
    switch (name) {
      case 'answered':
        if (first) this.answerOnly(first, scope)
        return BOOLEAN
      case 'selected':
        if (first && second) this.contains(first, second, this.type(first, scope), this.type(second, scope))
        return BOOLEAN
      case 'if':
        if (first) this.condition(first, scope)
        return this.common([second, third], scope)
      case 'coalesce':
        return this.common(given, scope)
      case 'round':
      case 'abs':
        for (const argument of given) this.number(argument, scope)
        return NUMBER
      case 'length':
        if (first) this.textOnly(first, scope)
        return NUMBER
      case 'today':
        return { type: 'day' }
      case 'year':
      case 'age':
        if (first) this.dated(first, scope)
        return name === 'year' ? { type: 'year' } : NUMBER
      default:
        return this.aggregate(name, call, scope)
    }
  }

  private answerOnly(argument: Expression, scope: CheckScope): void {
    this.type(argument, scope)
    if (argument.kind === 'reference' || argument.kind === 'this') return
    this.refuse(argument, 'funkcja answered pyta o odpowiedź, więc w nawiasie stoi klucz pytania.')
  }

  private textOnly(argument: Expression, scope: CheckScope): void {
    const type = this.type(argument, scope)
    if (type.type === 'text' || type.type === 'anything') return
    this.refuse(argument, `długość ma tylko tekst, a ${told(argument, type)}.`)
  }

  private dated(argument: Expression, scope: CheckScope): void {
    const type = this.type(argument, scope)
    const isDay =
      type.type === 'day' || (type.type === 'text' && type.literal !== undefined && isDayText(type.literal))
    if (isDay || (isNumeric(type) && isSingle(type))) return
    this.refuse(argument, `tu potrzebny jest rok albo dzień, a ${told(argument, type)}.`)
  }

  private common(given: readonly (Expression | undefined)[], scope: CheckScope): ValueType {
    const types = given.flatMap((argument) => (argument ? [this.type(argument, scope)] : []))
    const [first, ...others] = types
    if (first === undefined || first.type === 'list' || first.type === 'roster') return ANYTHING
    if (others.every(({ type }) => type === first.type)) return joined(first, others)
    return types.every(isNumeric) ? NUMBER : ANYTHING
  }

  private aggregate(name: FunctionName, call: Call, scope: CheckScope): ValueType {
    const [first, second] = call.arguments
    if (first === undefined) return ANYTHING
    const type = this.type(first, scope)
    if (type.type === 'roster') return this.overItems(name, call, type.key, scope)
    if (name === 'any' || name === 'all') {
      if (type.type !== 'anything')
        this.refuse(first, `funkcja ${name} pyta o grupę powtarzaną, a ${told(first, type)}.`)
      return BOOLEAN
    }
    if (name === 'count') {
      if (second && type.type !== 'anything')
        this.refuse(second, 'warunek liczenia ma sens tylko w grupie powtarzanej.')
      return NUMBER
    }
    for (const argument of call.arguments) {
      const own = argument === first ? type : this.type(argument, scope)
      if (!isNumeric(own)) this.refuse(argument, `tu potrzebna jest liczba, a ${told(argument, own)}.`)
    }
    return NUMBER
  }

  private overItems(name: FunctionName, call: Call, rosterKey: string, scope: CheckScope): ValueType {
    const [, second, third] = call.arguments
    if (third) this.refuse(third, `funkcja ${name} w grupie powtarzanej ma dwie wartości: grupę i wyrażenie.`)
    const isCondition = name === 'count' || name === 'any' || name === 'all'
    const inner = scope.within(rosterKey)
    if (second && isCondition) this.condition(second, inner)
    else if (second) this.number(second, inner)
    else if (name !== 'count') this.refuse(call, `prosimy dopisać, co policzyć: ${name}(${rosterKey}, …).`)
    return name === 'any' || name === 'all' ? BOOLEAN : NUMBER
  }
}

/**
 * Looks an expression over: unknown keys and codes, values that do not fit together, a condition that is none.
 *
 * @param wanted - `condition` where the expression must be true or false, `value` where anything will do
 */
export function checkExpression(
  expression: Expression,
  scope: CheckScope,
  wanted: 'condition' | 'value',
): Checked {
  const checker = new Checker()
  const type = wanted === 'condition' ? checker.condition(expression, scope) : checker.type(expression, scope)
  const { problems } = checker
  if (wanted === 'value' && (type.type === 'roster' || type.type === 'list')) {
    checker.refuse(expression, `tu potrzebna jest jedna wartość, a ${told(expression, type)}.`)
  }
  return { type, problems }
}
