import { ArgumentRefusedError } from '@rozeznanie/core/statistics/design'
import { factorOf, type Factor, type Frame } from './frame.ts'

/** What an expression is on each row: a number (NaN where missing), and a text where it may be one. */
interface Value {
  readonly number: (row: number) => number
  readonly text: ((row: number) => string | null) | null
  /** It is written as a text, so that it is compared as one. */
  readonly isText: boolean
}

const TOKEN =
  /\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?|'[^']*'|"[^"]*"|%in%|[\p{L}_][\p{L}\p{N}_.]*|>=|<=|==|!=|&&?|\|\|?|[-+*/()<>=!,])/uy

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let end = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push(match[1]!)
    end = TOKEN.lastIndex
  }
  if (text.slice(end).trim() !== '') throw unclear(text, text.slice(end))
  return tokens
}

const unclear = (text: string, at: string) =>
  new ArgumentRefusedError(
    `wyrażenie „${text}” jest niezrozumiałe ${at === '' ? '(urywa się)' : `od miejsca „${at.trim()}”`}.`,
  )

const ofNumber = (number: (row: number) => number): Value => ({ number, text: null, isText: false })

const ofText = (text: string): Value => ({ number: () => Number(text), text: () => text, isText: true })

const COMPARE: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '==': (a, b) => a === b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

/** 1, 0, or NaN where a side is missing. Texts are compared as texts as soon as one side is written as one. */
function compared(sign: string, a: Value, b: Value): Value {
  const compare = COMPARE[sign]!
  if ((a.isText || b.isText) && a.text && b.text) {
    const [left, right] = [a.text, b.text]
    return ofNumber((row) => {
      const [x, y] = [left(row), right(row)]
      return x === null || y === null ? Number.NaN : Number(compare(x, y))
    })
  }
  return ofNumber((row) => {
    const [x, y] = [a.number(row), b.number(row)]
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : Number(compare(x, y))
  })
}

/** Of truths: one that decides alone decides, also beside a missing one. */
function joined(deciding: 0 | 1, a: Value, b: Value): Value {
  return ofNumber((row) => {
    const [x, y] = [a.number(row), b.number(row)]
    if (x === deciding || y === deciding) return deciding
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : 1 - deciding
  })
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

/** Reads one expression by recursive descent: or, and, not, comparison, sum, product, operand. */
class Reader {
  private at = 0
  private readonly tokens: readonly string[]

  constructor(
    private readonly frame: Frame,
    private readonly source: string,
  ) {
    this.tokens = tokensOf(source)
  }

  all(): Value {
    const value = this.either()
    if (this.at < this.tokens.length) throw unclear(this.source, this.tokens.slice(this.at).join(''))
    return value
  }

  private next(...wanted: readonly string[]): string | null {
    const token = this.tokens[this.at]
    if (token === undefined || !wanted.includes(token)) return null
    this.at++
    return token
  }

  private demand(token: string): void {
    if (this.next(token) === null) throw unclear(this.source, this.tokens.slice(this.at).join(''))
  }

  private either(): Value {
    let value = this.both()
    while (this.next('|', '||')) value = joined(1, value, this.both())
    return value
  }

  private both(): Value {
    let value = this.negated()
    while (this.next('&', '&&')) value = joined(0, value, this.negated())
    return value
  }

  private negated(): Value {
    if (!this.next('!')) return this.comparison()
    const inner = this.negated()
    return ofNumber((row) => 1 - inner.number(row))
  }

  private comparison(): Value {
    const left = this.sum()
    if (this.next('%in%')) return this.among(left)
    const sign = this.next('>=', '<=', '==', '!=', '>', '<', '=')
    return sign === null ? left : compared(sign, left, this.sum())
  }

  private among(left: Value): Value {
    this.demand('c')
    this.demand('(')
    let value = compared('==', left, this.sum())
    while (this.next(',')) value = joined(1, value, compared('==', left, this.sum()))
    this.demand(')')
    return value
  }

  private sum(): Value {
    return this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.operand()))
  }

  private chain(signs: readonly string[], part: () => Value): Value {
    let value = part()
    for (let sign = this.next(...signs); sign; sign = this.next(...signs)) {
      const [a, b, join] = [value, part(), ARITHMETIC[sign]!]
      value = ofNumber((row) => join(a.number(row), b.number(row)))
    }
    return value
  }

  private operand(): Value {
    if (this.next('(')) {
      const inner = this.either()
      this.demand(')')
      return inner
    }
    if (this.next('-')) {
      const inner = this.operand()
      return ofNumber((row) => -inner.number(row))
    }
    const token = this.tokens[this.at++]
    if (token === undefined) throw unclear(this.source, '')
    if (/^\d/.test(token)) return { number: () => Number(token), text: () => token, isText: false }
    if (/^['"]/.test(token)) return ofText(token.slice(1, -1))
    if (token === 'is.na') return this.missing()
    if (/^[\p{L}_]/u.test(token)) return this.word(token)
    throw unclear(this.source, token)
  }

  private missing(): Value {
    this.demand('(')
    const labels = this.frame.labels(this.tokens[this.at++] ?? '')
    this.demand(')')
    return ofNumber((row) => Number(labels[row] === null))
  }

  /** A column, or after a comparison (`sex==K`) a text without quotes. */
  private word(name: string): Value {
    const isCompared = this.at >= 2 && this.tokens[this.at - 2]! in COMPARE
    if (isCompared && !this.frame.has(name)) return ofText(name)
    const labels = this.frame.labels(name)
    const numbers = this.frame.numbers(name)
    return { number: (row) => numbers[row]!, text: (row) => labels[row]!, isText: false }
  }
}

function valuesOf(frame: Frame, text: string): Float64Array {
  const { number } = new Reader(frame, text).all()
  return Float64Array.from({ length: frame.rowCount }, (_, row) => number(row))
}

/** An arithmetic rule over columns: `(n1/5)*(n2/3)`. */
export const arithmeticOf = valuesOf

/** 1 where a condition holds, 0 where not, NaN where a value is missing: `need>=4 & sex=="K"`. */
export const conditionOf = valuesOf

/** A column by name, or a condition as the levels 0 and 1. */
export function categoricalOf(frame: Frame, text: string): Factor {
  if (frame.has(text)) return factorOf(frame.labels(text))
  const holds = valuesOf(frame, text)
  return { codes: Int32Array.from(holds, (value) => (Number.isNaN(value) ? -1 : value)), levels: ['0', '1'] }
}

/** A numeric column by name (a column of other texts is refused), or an expression. */
export function numericOf(frame: Frame, text: string): Float64Array {
  if (!frame.has(text)) return valuesOf(frame, text)
  const numbers = frame.numbers(text)
  const labels = frame.labels(text)
  const wrong = labels.findIndex((label, row) => label !== null && Number.isNaN(numbers[row]!))
  if (wrong >= 0)
    throw new ArgumentRefusedError(
      `kolumna „${text}” ma w wierszu ${wrong + 1} wartość „${labels[wrong]}”, która nie jest liczbą.`,
    )
  return numbers
}
