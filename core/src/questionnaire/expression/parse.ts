import {
  COMPARISONS,
  FUNCTIONS,
  type BinaryOperator,
  type ComparisonOperator,
  type Expression,
  type ExpressionProblem,
  type FunctionName,
  type ListLiteral,
  type Literal,
} from './ast.ts'
import { nearest } from './nearest.ts'
import { ExpressionFault, fail, tokensOf, type Token } from './tokens.ts'

/** Longest text of an expression, in UTF-16 units, the most words, the deepest nesting of brackets. */
export const EXPRESSION_LIMITS = { length: 4000, words: 1000, depth: 40, listItems: 200 } as const

/** Words of the language; they cannot be keys of questions. */
export const RESERVED_WORDS: readonly string[] = [
  'or',
  'and',
  'not',
  'in',
  'contains',
  'true',
  'false',
  'this',
]

const ENGLISH: Readonly<Record<string, string>> = { lub: 'or', albo: 'or', oraz: 'and', i: 'and', nie: 'not' }

export type Parsed =
  | { readonly expression: Expression; readonly problem?: undefined }
  | { readonly expression?: undefined; readonly problem: ExpressionProblem }

const isComparison = (word: string): word is ComparisonOperator =>
  COMPARISONS.some((operator) => operator === word)
const isFunction = (word: string): word is FunctionName => Object.hasOwn(FUNCTIONS, word)

class Parser {
  private at = 0
  private depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.either()
    if (this.token.kind !== 'end') this.strange('koniec warunku, and albo or')
    return expression
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', value: '', start: 0, end: 0 }
  }

  /** Takes the next word when it is this one. */
  private takes(word: string): boolean {
    const { token } = this
    const isIt =
      (token.kind === 'symbol' || (token.kind === 'word' && token.member === undefined)) &&
      token.value === word
    if (isIt) this.at += 1
    return isIt
  }

  private needs(word: string, wanted = `„${word}”`): void {
    if (!this.takes(word)) this.strange(wanted)
  }

  private strange(wanted: string): never {
    const { token } = this
    const before = this.tokens[this.at - 1]
    if (token.kind === 'end') return fail(token, `warunek urywa się; tu powinno stać: ${wanted}.`)
    if (token.value === '=' && before?.value === '=')
      return fail(token, 'równość zapisujemy jednym znakiem „=”.')
    if (token.value === '>' && before?.value === '<') return fail(token, '„różne” zapisujemy jako !=.')
    if (token.value === ',' && before?.kind === 'number') {
      return fail(token, 'tu nie może stać przecinek; ułamki piszemy z kropką, na przykład 2.5.')
    }
    const word = String(token.value)
    const meant = token.kind === 'word' ? (ENGLISH[word.toLowerCase()] ?? this.lowered(word)) : undefined
    const hint = meant === undefined ? '' : ` Czy chodziło o „${meant}”?`
    return fail(token, `tu powinno stać: ${wanted}, a jest „${word}”.${hint}`)
  }

  private lowered(word: string): string | undefined {
    const small = word.toLowerCase()
    return small !== word && RESERVED_WORDS.includes(small) ? small : undefined
  }

  private deeper<Result>(read: () => Result): Result {
    this.depth += 1
    if (this.depth > EXPRESSION_LIMITS.depth) fail(this.token, 'warunek jest zbyt głęboko zagnieżdżony.')
    const result = read()
    this.depth -= 1
    return result
  }

  private chain(operators: readonly BinaryOperator[], next: () => Expression): Expression {
    let left = next()
    for (;;) {
      const operator = operators.find((candidate) => this.takes(candidate))
      if (operator === undefined) return left
      const right = next()
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
    }
  }

  private readonly either = (): Expression => this.chain(['or'], this.both)
  private readonly both = (): Expression => this.chain(['and'], this.negation)

  private readonly negation = (): Expression => {
    const { start } = this.token
    if (!this.takes('not')) return this.comparison()
    const operand = this.deeper(this.negation)
    return { kind: 'unary', operator: 'not', operand, start, end: operand.end }
  }

  private comparison(): Expression {
    const left = this.sum()
    const operator = this.comparisonOperator()
    if (operator === undefined) return left
    const right = this.sum()
    if (this.comparisonOperator() !== undefined) {
      this.at -= 1
      fail(this.token, 'porównania nie mogą stać jedno za drugim; prosimy połączyć je słowem and.')
    }
    return { kind: 'binary', operator, left, right, start: left.start, end: right.end }
  }

  private comparisonOperator(): ComparisonOperator | undefined {
    const { token } = this
    if (token.kind !== 'symbol' && token.kind !== 'word') return undefined
    if (!isComparison(token.value) || (token.kind === 'word' && token.member !== undefined)) return undefined
    this.at += 1
    return token.value
  }

  private readonly sum = (): Expression => this.chain(['+', '-'], this.product)
  private readonly product = (): Expression => this.chain(['*', '/', '%'], this.signed)

  private readonly signed = (): Expression => {
    const { start } = this.token
    if (!this.takes('-')) return this.primary()
    const { token } = this
    if (token.kind === 'number') {
      this.at += 1
      return { kind: 'number', value: 0 - token.value, start, end: token.end }
    }
    const operand = this.deeper(this.signed)
    return { kind: 'unary', operator: '-', operand, start, end: operand.end }
  }

  private primary(): Expression {
    const { token } = this
    const { start, end } = token
    if (this.takes('(')) {
      const inner = this.deeper(this.either)
      this.needs(')', 'nawias „)”')
      return inner
    }
    if (this.takes('[')) return this.list(start)
    if (token.kind === 'word') return this.word(token)
    if (token.kind === '$row' || token.kind === '$option') {
      this.at += 1
      return { kind: token.kind, start, end }
    }
    return this.literal('klucz pytania, liczba, tekst w apostrofach albo nawias')
  }

  private literal(wanted: string): Literal {
    const { token } = this
    const { start, end } = token
    if (token.kind === 'number' || token.kind === 'text') {
      this.at += 1
      return token.kind === 'number'
        ? { kind: 'number', value: token.value, start, end }
        : { kind: 'text', value: token.value, start, end }
    }
    if (this.takes('true')) return { kind: 'boolean', value: true, start, end }
    if (this.takes('false')) return { kind: 'boolean', value: false, start, end }
    return this.strange(wanted)
  }

  private list(start: number): ListLiteral {
    const items: Literal[] = []
    do {
      if (items.length >= EXPRESSION_LIMITS.listItems) fail(this.token, 'lista jest za długa.')
      items.push(this.listItem())
    } while (this.takes(','))
    const { end } = this.token
    this.needs(']', 'przecinek albo nawias „]”')
    return { kind: 'list', items, start, end }
  }

  private listItem(): Literal {
    const { start } = this.token
    if (!this.takes('-')) return this.literal('liczba albo kod w apostrofach')
    const { token } = this
    if (token.kind !== 'number') return this.strange('liczba')
    this.at += 1
    return { kind: 'number', value: 0 - token.value, start, end: token.end }
  }

  private word(token: Extract<Token, { kind: 'word' }>): Expression {
    const { value, member, start, end } = token
    if (member === undefined && (value === 'true' || value === 'false')) return this.literal('')
    if (value !== 'this' && RESERVED_WORDS.includes(value)) this.strange('klucz pytania, liczba albo tekst')
    this.at += 1
    if (member === undefined && this.takes('(')) return this.call(token)
    const within = member === undefined ? {} : { member }
    if (value === 'this') return { kind: 'this', ...within, start, end }
    return { kind: 'reference', key: value, ...within, start, end }
  }

  private call(token: Extract<Token, { kind: 'word' }>): Expression {
    const name = token.value
    if (!isFunction(name)) {
      const meant = nearest(name, Object.keys(FUNCTIONS))
      const hint =
        meant === undefined
          ? ` Znane to: ${Object.keys(FUNCTIONS).join(', ')}.`
          : ` Czy chodziło o „${meant}”?`
      return fail(token, `nie ma funkcji „${name}”.${hint}`)
    }
    const given: Expression[] = []
    if (!this.takes(')')) {
      do given.push(this.deeper(this.either))
      while (this.takes(','))
      this.needs(')', 'przecinek albo nawias „)”')
    }
    const end = this.tokens[this.at - 1]?.end ?? token.end
    const [least, most] = FUNCTIONS[name]
    if (given.length < least || given.length > most) {
      const count = least === most ? String(least) : `od ${least} do ${most}`
      fail(
        { start: token.start, end },
        `funkcja „${name}” ma mieć w nawiasie tyle wartości: ${count}; jest ${given.length}.`,
      )
    }
    return { kind: 'call', name, arguments: given, start: token.start, end }
  }
}

/**
 * Reads the text of an expression. It finds words that do not fit together; whether keys and codes exist is for
 * `checkExpression` to say. It never throws.
 */
export function parseExpression(text: string): Parsed {
  if (text.length > EXPRESSION_LIMITS.length) {
    const message = `Warunek jest za długi: może mieć najwyżej ${EXPRESSION_LIMITS.length} znaków.`
    return { problem: { start: 0, end: text.length, message } }
  }
  try {
    const tokens = tokensOf(text)
    const extra = tokens[EXPRESSION_LIMITS.words]
    if (extra) fail(extra, 'warunek jest za długi; prosimy go podzielić.')
    return { expression: new Parser(tokens).whole() }
  } catch (error) {
    if (error instanceof ExpressionFault) return { problem: error.problem }
    throw error
  }
}
