import type { Binary, Call, Expression, Literal } from './ast.ts'
import { printExpression } from './print.ts'

/** How a reference is called in a sentence, and what its codes mean. */
export interface Naming {
  /** „Wiek”, or „Wiek” w wierszu „rano”; a key that nothing is known of stands for itself. */
  subject(key: string, member: string | undefined): string
  own(member: string | undefined): string
  /** The words of a code of this question; `undefined` when it has no such code. */
  label(of: Expression, code: string): string | undefined
  /** Is this a value worked out, not an answer to a question? */
  isCalculated(key: string): boolean
  /** The name of a roster: its text. */
  roster(key: string): string
}

const ORDER = {
  '<': 'jest mniejsza niż',
  '<=': 'jest nie większa niż',
  '>': 'jest większa niż',
  '>=': 'jest nie mniejsza niż',
} as const
const SUMS = { '+': 'plus', '-': 'minus', '*': 'razy', '/': 'podzielone przez', '%': 'modulo' } as const
const AGGREGATES = { sum: 'suma', min: 'najmniejsza', max: 'największa' } as const

const quoted = (text: string): string => `„${text}”`

/** What is added up, whatever the brackets; in a sum an answer that is not there is 0 anyway. */
function summedIn(expression: Expression): readonly Expression[] {
  if (expression.kind === 'binary' && expression.operator === '+')
    return [...summedIn(expression.left), ...summedIn(expression.right)]
  if (expression.kind !== 'call' || expression.name !== 'coalesce') return [expression]
  const [first, second, ...others] = expression.arguments
  const isOrNothing = second?.kind === 'number' && second.value === 0 && others.length === 0
  return first && isOrNothing ? [first] : [expression]
}

class Describer {
  constructor(private readonly naming: Naming) {}

  /** A clause that can follow „gdy”. */
  clause(expression: Expression): string {
    switch (expression.kind) {
      case 'boolean':
        return expression.value ? 'zawsze' : 'nigdy'
      case 'unary':
        return expression.operator === 'not'
          ? this.negation(expression.operand)
          : `${this.value(expression)} to prawda`
      case 'binary':
        return this.binary(expression)
      case 'call':
        return this.callClause(expression)
      case 'reference':
      case 'this':
        return `${this.value(expression)} to „tak”`
      default:
        return printExpression(expression)
    }
  }

  private group(expression: Expression, within: 'and' | 'or'): string {
    const isOther =
      expression.kind === 'binary' &&
      (expression.operator === 'and' || expression.operator === 'or') &&
      expression.operator !== within
    return isOther ? `(${this.clause(expression)})` : this.clause(expression)
  }

  private negation(operand: Expression): string {
    if (operand.kind === 'call' && operand.name === 'answered' && operand.arguments[0]) {
      return `nie ma odpowiedzi: ${this.bare(operand.arguments[0])}`
    }
    if (operand.kind === 'binary' && operand.operator === 'in') {
      return `${this.value(operand.left)} nie jest jedną z: ${this.listed(operand.right, operand.left)}`
    }
    if (operand.kind === 'binary' && operand.operator === 'contains') {
      return `wśród odpowiedzi na pytanie ${this.bare(operand.left)} nie ma: ${this.word(operand.right, operand.left)}`
    }
    if (operand.kind === 'binary' && operand.operator === '=') {
      return `${this.value(operand.left)} to nie ${this.word(operand.right, operand.left)}`
    }
    if (operand.kind === 'binary' && (operand.operator === '<' || operand.operator === '>')) {
      return `${this.value(operand.left)} nie ${ORDER[operand.operator]} ${this.word(operand.right, operand.left)}`
    }
    if (operand.kind === 'reference' || operand.kind === 'this') return `${this.value(operand)} to nie „tak”`
    return `nie jest tak, że ${this.group(operand, 'or')}`
  }

  private binary(expression: Binary): string {
    const { operator, left, right } = expression
    switch (operator) {
      case 'and':
        return `${this.group(left, 'and')} i ${this.group(right, 'and')}`
      case 'or':
        return `${this.group(left, 'or')} lub ${this.group(right, 'or')}`
      case '=':
        return `${this.value(left)} to ${this.word(right, left)}`
      case '!=':
        return `${this.value(left)} jest inna niż ${this.word(right, left)}`
      case 'in':
        return `${this.value(left)} jest jedną z: ${this.listed(right, left)}`
      case 'contains':
        return `wśród odpowiedzi na pytanie ${this.bare(left)} jest ${this.word(right, left)}`
      case '<':
      case '<=':
      case '>':
      case '>=':
        return `${this.value(left)} ${ORDER[operator]} ${this.word(right, left)}`
      default:
        return `${this.value(expression)} to prawda`
    }
  }

  private callClause(call: Call): string {
    const [first, second, third] = call.arguments
    if (first === undefined) return printExpression(call)
    switch (call.name) {
      case 'answered':
        return `jest odpowiedź: ${this.bare(first)}`
      case 'selected':
        return second
          ? `wśród odpowiedzi na pytanie ${this.bare(first)} jest ${this.word(second, first)}`
          : ''
      case 'any':
        return second
          ? `w grupie ${this.rosterName(first)} jest pozycja, w której ${this.clause(second)}`
          : ''
      case 'all':
        return second ? `w grupie ${this.rosterName(first)} w każdej pozycji ${this.clause(second)}` : ''
      case 'if':
        return second && third
          ? `jeśli ${this.clause(first)}, to ${this.clause(second)}, a w innym razie ${this.clause(third)}`
          : ''
      default:
        return `${this.value(call)} to „tak”`
    }
  }

  private rosterName(roster: Expression): string {
    return roster.kind === 'reference' ? quoted(this.naming.roster(roster.key)) : printExpression(roster)
  }

  /** What is asked about, without saying that it is an answer. */
  private bare(expression: Expression): string {
    if (expression.kind === 'reference') return this.naming.subject(expression.key, expression.member)
    return expression.kind === 'this' ? this.naming.own(expression.member) : this.value(expression)
  }

  /** A value as the subject of a clause; always of feminine gender, as „odpowiedź” and „liczba” are. */
  value(expression: Expression): string {
    switch (expression.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return this.literal(expression, undefined)
      case 'list':
        return this.listed(expression, undefined)
      case 'reference': {
        const name = this.naming.subject(expression.key, expression.member)
        return this.naming.isCalculated(expression.key) ? `wartość ${name}` : `odpowiedź na pytanie ${name}`
      }
      case 'this':
        return `ta ${this.naming.own(expression.member)}`
      case '$row':
        return 'pozycja tego wiersza'
      case '$option':
        return 'ta odpowiedź do wyboru'
      case 'unary':
        return expression.operator === '-'
          ? `minus ${this.value(expression.operand)}`
          : this.clause(expression)
      case 'binary':
        return this.arithmetic(expression)
      case 'call':
        return this.call(expression)
    }
  }

  private arithmetic(expression: Binary): string {
    const { operator, left, right } = expression
    const parts = operator === '+' ? summedIn(expression) : []
    if (parts.length > 2) return `suma odpowiedzi: ${parts.map((part) => this.bare(part)).join(', ')}`
    const side = (part: Expression) => (part.kind === 'binary' ? `(${this.value(part)})` : this.value(part))
    switch (operator) {
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return `${side(left)} ${SUMS[operator]} ${side(right)}`
      default:
        return this.clause(expression)
    }
  }

  private call(call: Call): string {
    const { name, arguments: given } = call
    const [first, second, third] = given
    const all = given.map((argument) => this.value(argument)).join(', ')
    switch (name) {
      case 'count':
        return first ? this.count(first, second) : all
      case 'sum':
      case 'min':
      case 'max':
        if (
          first?.kind === 'reference' &&
          second &&
          given.length === 2 &&
          this.naming.roster(first.key) !== first.key
        ) {
          return `${AGGREGATES[name]} w grupie ${this.rosterName(first)}: ${this.value(second)}`
        }
        return `${AGGREGATES[name]} z: ${all}`
      case 'round':
        return `zaokrąglona ${first ? this.value(first) : ''}`
      case 'abs':
        return `wielkość bez znaku: ${all}`
      case 'length':
        return `liczba znaków w: ${first ? this.bare(first) : ''}`
      case 'coalesce':
        return `pierwsza podana z: ${all}`
      case 'today':
        return 'dzisiejsza data'
      case 'year':
        return first?.kind === 'call' && first.name === 'today'
          ? 'liczba bieżącego roku'
          : `liczba roku: ${all}`
      case 'age':
        return `liczba lat od roku: ${all}`
      case 'if':
        return first && second && third
          ? `${this.value(second)}, jeśli ${this.clause(first)}, a w innym razie ${this.value(third)}`
          : all
      default:
        return this.callClause(call)
    }
  }

  private count(first: Expression, condition: Expression | undefined): string {
    const isRoster = first.kind === 'reference' && this.naming.roster(first.key) !== first.key
    if (!isRoster) return `liczba zaznaczonych odpowiedzi na pytanie ${this.bare(first)}`
    const whole = `liczba pozycji w grupie ${this.rosterName(first)}`
    return condition ? `${whole}, w których ${this.clause(condition)},` : whole
  }

  private literal(literal: Literal, of: Expression | undefined): string {
    if (literal.kind === 'boolean') return literal.value ? '„tak”' : '„nie”'
    const label = of && this.naming.label(of, String(literal.value))
    if (label !== undefined) return quoted(label)
    return literal.kind === 'number' ? String(literal.value).replace('.', ',') : quoted(literal.value)
  }

  /** A value that another is compared with: a code by its label. */
  private word(expression: Expression, of: Expression): string {
    const { kind } = expression
    if (kind === 'number' || kind === 'text' || kind === 'boolean') return this.literal(expression, of)
    return this.value(expression)
  }

  private listed(expression: Expression, of: Expression | undefined): string {
    if (expression.kind !== 'list') return this.value(expression)
    return expression.items.map((item) => this.literal(item, of)).join(', ')
  }
}

/**
 * The expression as a Polish clause that can follow „gdy”:
 * „odpowiedź na pytanie „Wiek” jest jedną z: „75–79 lat”, „80–84 lata””.
 */
export function clauseOf(expression: Expression, naming: Naming): string {
  return new Describer(naming).clause(expression)
}

/** The value of an expression in words, as a calculation is told. */
export function valueInWords(expression: Expression, naming: Naming): string {
  return new Describer(naming).value(expression)
}
