import type { ExpressionProblem, Span } from './ast.ts'

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'word'; readonly value: string; readonly member?: string }
    | { readonly kind: '$row' | '$option' | 'symbol' | 'end'; readonly value: string }
  )

/** A fault found while reading an expression; caught where reading began. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault'
  constructor(readonly problem: ExpressionProblem) {
    super(problem.message)
  }
}

/** Stops reading: what is wrong, as a sentence without its place. */
export function fail(span: Span, what: string): never {
  const { start, end } = span
  throw new ExpressionFault({ start, end, message: `Znak ${start + 1}: ${what}` })
}

const SPACE = /[\s\u00a0]+/y
const NUMBER = /\d+(?:\.\d+)?/y
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y
const MEMBER = /\.(\$row|-9[789]|[A-Za-z0-9_]+)/y
const SYMBOL = /!=|<=|>=|[()[\],=<>+\-*/%]/y
const TEXT = /'((?:[^']|'')*)'/y
const PLACEHOLDER = /\$(?:row|option)(?![A-Za-z0-9_])/y

/** What people write out of habit from elsewhere, and what it is here. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/["„”“«»‘’]/y, "teksty i kody piszemy w prostych apostrofach, na przykład 'TAK'."],
  [/'/y, 'brakuje apostrofu, który zamyka tekst.'],
  [/&&?/y, 'zamiast „&” piszemy słowo and.'],
  [/\|\|?/y, 'zamiast „|” piszemy słowo or.'],
  [/!/y, 'zamiast „!” piszemy słowo not, a „różne” to !=.'],
  [/[{}]/y, 'nawiasy klamrowe należą do treści pytania, a nie do warunku.'],
  [/\$/y, 'po znaku „$” może stać tylko row albo option.'],
  [/;/y, 'pozycje rozdzielamy przecinkami, a nie średnikami.'],
]

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function unknownSign(text: string, at: number): never {
  const habit = HABITS.find(([pattern]) => matchAt(pattern, text, at) !== null)
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return fail({ start: at, end: at + sign.length }, habit?.[1] ?? `znak „${sign}” nie ma tu znaczenia.`)
}

function wordAt(text: string, start: number, value: string): Token {
  const dot = start + value.length
  const member = matchAt(MEMBER, text, dot)
  if (member?.[1] !== undefined) {
    return { kind: 'word', value, member: member[1], start, end: dot + member[0].length }
  }
  if (text[dot] === '.') {
    return fail({ start: dot, end: dot + 1 }, 'po kropce musi stać klucz wiersza, słowo inne albo $row.')
  }
  return { kind: 'word', value, start, end: dot }
}

function tokenAt(text: string, start: number): Token {
  const word = matchAt(WORD, text, start)
  if (word) return wordAt(text, start, word[0])
  const number = matchAt(NUMBER, text, start)
  if (number) {
    const end = start + number[0].length
    if (matchAt(WORD, text, end)) return fail({ start, end }, `liczba „${number[0]}” łączy się z literami.`)
    return { kind: 'number', value: Number(number[0]), start, end }
  }
  const quoted = matchAt(TEXT, text, start)
  if (quoted) {
    const value = (quoted[1] ?? '').replace(/''/g, "'")
    return { kind: 'text', value, start, end: start + quoted[0].length }
  }
  const placeholder = matchAt(PLACEHOLDER, text, start)
  if (placeholder) {
    const kind = placeholder[0] === '$row' ? '$row' : '$option'
    return { kind, value: kind, start, end: start + kind.length }
  }
  const symbol = matchAt(SYMBOL, text, start)
  if (!symbol) return unknownSign(text, start)
  return { kind: 'symbol', value: symbol[0], start, end: start + symbol[0].length }
}

/** The words of an expression in order, with an end mark after the last. Throws `ExpressionFault`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0
    if (at >= text.length) break
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { kind: 'end', value: '', start: text.length, end: text.length }]
}
