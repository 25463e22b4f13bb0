import { ArgumentRefusedError } from '@rozeznanie/core/statistics/design'
import { factorOf, type Factor, type Frame } from './frame.ts'

type ValueAt = (row: number) => number

const TOKEN = /\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z_][\w.]*|[-+*/()])/gy

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1]!)
  if (tokens.join('') !== text.replaceAll(/\s/g, ''))
    throw new ArgumentRefusedError(`wyrażenie „${text}” jest niezrozumiałe.`)
  return tokens
}

/** An arithmetic rule over columns: `(n1/5)*(n2/3)`. */
export function arithmeticOf(frame: Frame, text: string): Float64Array {
  const tokens = tokensOf(text)
  let at = 0
  const operand = (): ValueAt => {
    const token = tokens[at++]
    if (token === undefined) throw new ArgumentRefusedError(`wyrażenie „${text}” urywa się.`)
    if (token === '(') {
      const inner = sum()
      at++
      return inner
    }
    if (token === '-') {
      const inner = operand()
      return (row) => -inner(row)
    }
    if (/^\d/.test(token)) return () => Number(token)
    const column = frame.numbers(token)
    return (row) => column[row]!
  }
  const chain = (
    next: () => ValueAt,
    signs: readonly string[],
    join: (sign: string, a: number, b: number) => number,
  ) => {
    let left = next()
    while (signs.includes(tokens[at] ?? '')) {
      const sign = tokens[at++]!
      const [a, b] = [left, next()]
      left = (row) => join(sign, a(row), b(row))
    }
    return left
  }
  const product = (): ValueAt => chain(operand, ['*', '/'], (sign, a, b) => (sign === '*' ? a * b : a / b))
  const sum = (): ValueAt => chain(product, ['+', '-'], (sign, a, b) => (sign === '+' ? a + b : a - b))
  const value = sum()
  return Float64Array.from({ length: frame.rowCount }, (_, row) => value(row))
}

const COMPARISON = /^\s*([A-Za-z_][\w.]*)\s*(>=|<=|==|!=|>|<|=)\s*(.+?)\s*$/

const COMPARE: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '==': (a, b) => a === b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

function comparisonOf(frame: Frame, text: string): Float64Array {
  const match = COMPARISON.exec(text)
  if (!match) throw new ArgumentRefusedError(`warunek „${text}” jest niezrozumiały.`)
  const [, name, sign, right] = match
  const isText = /^(['"]).*\1$/.test(right!) || !Number.isFinite(Number(right))
  const wanted = isText ? right!.replaceAll(/^['"]|['"]$/g, '') : Number(right)
  const compare = COMPARE[sign!]!
  return Float64Array.from(frame.labels(name!), (label) =>
    label === null ? Number.NaN : compare(isText ? label : Number(label), wanted) ? 1 : 0,
  )
}

/** 1 where all conditions joined by `&` hold, 0 where not, NaN where a value is missing: `need>=4 & sex=="K"`. */
export function conditionOf(frame: Frame, text: string): Float64Array {
  const parts = text.split(/&&?/).map((part) => comparisonOf(frame, part))
  return parts.reduce((all, part) => all.map((value, row) => value * part[row]!))
}

/** A column by name, or a condition as the levels 0 and 1. */
export function categoricalOf(frame: Frame, text: string): Factor {
  if (frame.has(text)) return factorOf(frame.labels(text))
  const holds = conditionOf(frame, text)
  return { codes: Int32Array.from(holds, (value) => (Number.isNaN(value) ? -1 : value)), levels: ['0', '1'] }
}

/** A numeric column by name, or a condition as 0 and 1. */
export function numericOf(frame: Frame, text: string): Float64Array {
  return frame.has(text) ? frame.numbers(text) : conditionOf(frame, text)
}
