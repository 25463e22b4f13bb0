import type { XPath, XPathOperator } from '../xpath/parse.ts'
import { Untranslatable } from '../xpath/untranslatable.ts'

type Token =
  | { readonly kind: 'reference' | 'text' | 'word' | 'symbol'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'end'; readonly value: '' }

const TOKEN =
  /\s*(?:\{([^{}]+)\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_-]*)|(==|!=|<>|<=|>=|&&|\|\||[-=<>+*/%()[\],!])|(\S))/uy

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, reference, single, double, number, word, symbol, strange] = found
    const quoted = single ?? double
    if (strange !== undefined) throw new Untranslatable(`znak „${strange}” nie ma tu znaczenia.`)
    if (reference !== undefined) tokens.push({ kind: 'reference', value: reference.trim() })
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', value: number })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', value: symbol })
    if (tokens.length > 4000) throw new Untranslatable('wyrażenie jest za długie.')
  }
  return tokens
}

const JOINTS: readonly (readonly (readonly [string, XPathOperator])[])[] = [
  [['or', 'or'], ['||', 'or']],
  [['and', 'and'], ['&&', 'and']],
] // prettier-ignore
const COMPARISONS: Readonly<Record<string, XPathOperator>> = {
  '=': '=', '==': '=', equal: '=', '!=': '!=', '<>': '!=', notequal: '!=', '<': '<', less: '<', '<=': '<=',
  lessorequal: '<=', '>': '>', greater: '>', '>=': '>=', greaterorequal: '>=',
} // prettier-ignore
const WORDS: Readonly<Record<string, XPathOperator>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
}
const SUMS: Readonly<Record<string, XPathOperator>> = { '+': '+', '-': '-' }
const PRODUCTS: Readonly<Record<string, XPathOperator>> = { '*': '*', '/': 'div', '%': 'mod' }
const NAMES: Readonly<Record<string, string>> = { iif: 'if', currentDate: 'today', getDate: 'date' }
const DEEPEST = 40

const not = (operand: XPath): XPath => ({ kind: 'call', name: 'not', arguments: [operand] })
const blank: XPath = { kind: 'text', value: '' }

class Parser {
  private at = 0
  private depth = 0
  constructor(private readonly tokens: readonly Token[]) {}

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', value: '' }
  }

  private takes(value: string): boolean {
    const { kind, value: own } = this.token
    const isIt = (kind === 'symbol' || kind === 'word') && own.toLowerCase() === value
    if (isIt) this.at += 1
    return isIt
  }

  private needs(value: string): void {
    if (!this.takes(value)) throw new Untranslatable(`brakuje „${value}”.`)
  }

  whole(): XPath {
    const read = this.joined(0)
    if (this.token.kind !== 'end')
      throw new Untranslatable(`„${this.token.value}” nie pasuje do reszty wyrażenia.`)
    return read
  }

  private joined(level: number): XPath {
    const joints = JOINTS[level]
    if (joints === undefined) return this.comparison()
    this.depth += 1
    if (this.depth > DEEPEST * 2) throw new Untranslatable('wyrażenie jest zbyt zagnieżdżone.')
    let left = this.joined(level + 1)
    for (;;) {
      const joint = joints.find(([word]) => this.takes(word))
      if (joint === undefined) break
      left = { kind: 'binary', operator: joint[1], left, right: this.joined(level + 1) }
    }
    this.depth -= 1
    return left
  }

  private operatorOf(among: Readonly<Record<string, XPathOperator>>): XPathOperator | undefined {
    const { kind, value } = this.token
    if ((kind !== 'symbol' && kind !== 'word') || !Object.hasOwn(among, value.toLowerCase())) return undefined
    this.at += 1
    return among[value.toLowerCase()]
  }

  private comparison(): XPath {
    if (this.takes('!') || this.takes('not')) return not(this.comparison())
    const left = this.chain(SUMS, () => this.chain(PRODUCTS, () => this.primary()))
    const operator = this.operatorOf(COMPARISONS) ?? this.operatorOf(WORDS)
    if (operator !== undefined)
      return {
        kind: 'binary',
        operator,
        left,
        right: this.chain(SUMS, () => this.chain(PRODUCTS, () => this.primary())),
      }
    if (this.takes('empty')) return { kind: 'binary', operator: '=', left, right: blank }
    if (this.takes('notempty')) return { kind: 'binary', operator: '!=', left, right: blank }
    for (const [word, joint, isNot] of [
      ['contains', 'and', false],
      ['notcontains', 'and', true],
      ['anyof', 'or', false],
      ['allof', 'and', false],
      ['noneof', 'or', true],
    ] as const) {
      if (!this.takes(word)) continue
      const whole = this.list()
        .map((code): XPath => ({ kind: 'call', name: 'selected', arguments: [left, code] }))
        .reduce((some, one) => ({ kind: 'binary', operator: joint, left: some, right: one }))
      return isNot ? not(whole) : whole
    }
    return left
  }

  private chain(among: Readonly<Record<string, XPathOperator>>, next: () => XPath): XPath {
    let left = next()
    for (let operator = this.operatorOf(among); operator !== undefined; operator = this.operatorOf(among))
      left = { kind: 'binary', operator, left, right: next() }
    return left
  }

  private list(): readonly XPath[] {
    if (!this.takes('[')) return [this.primary()]
    const items: XPath[] = [this.primary()]
    while (this.takes(',')) items.push(this.primary())
    this.needs(']')
    return items
  }

  private primary(): XPath {
    const { kind, value } = this.token
    if (this.takes('(')) {
      const inner = this.joined(0)
      this.needs(')')
      return inner
    }
    if (this.takes('-')) {
      const operand = this.primary()
      return operand.kind === 'number' ? { ...operand, value: 0 - operand.value } : { kind: 'minus', operand }
    }
    this.at += 1
    if (kind === 'reference') return { kind, name: value.replace(/^[#$]/, '') }
    if (kind === 'number') return { kind, value: Number(value) }
    if (kind === 'text') return { kind, value }
    if (kind !== 'word')
      throw new Untranslatable(
        value === '' ? 'wyrażenie urywa się.' : `„${value}” nie pasuje do reszty wyrażenia.`,
      )
    if (!this.takes('(')) {
      return /^(?:true|false)$/i.test(value)
        ? { kind: 'call', name: value.toLowerCase(), arguments: [] }
        : { kind: 'text', value }
    }
    return this.call(Object.hasOwn(NAMES, value) ? (NAMES[value] ?? value) : value)
  }

  private call(name: string): XPath {
    const given: XPath[] = []
    if (this.takes(')')) return { kind: 'call', name, arguments: given }
    do given.push(this.joined(0))
    while (this.takes(','))
    this.needs(')')
    const [only] = given
    if (name === 'is_empty' && only !== undefined)
      return { kind: 'binary', operator: '=', left: only, right: blank }
    return { kind: 'call', name, arguments: given }
  }
}

/** Reads an expression of SurveyJS into the tree that those of XLSForm are read into. @throws Untranslatable */
export function parseSurveyJsExpression(text: string): XPath {
  return new Parser(tokensOf(text)).whole()
}
