import { xpathTokens, type XPathToken } from './tokens.ts'
import { Untranslatable } from './untranslatable.ts'

export type XPathOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

/** An XPath expression as forms write it: `${name}`, `.`, calls, operators, simple paths. */
export type XPath =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'self' }
  /** `name`, `../name`, `/data/name`: told by its last step. */
  | { readonly kind: 'path'; readonly text: string; readonly last: string }
  | { readonly kind: 'minus'; readonly operand: XPath }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly XPath[] }
  | { readonly kind: 'binary'; readonly operator: XPathOperator; readonly left: XPath; readonly right: XPath }

const DEEPEST = 60
const LEVELS: readonly (readonly XPathOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

class Parser {
  private at = 0
  private depth = 0
  constructor(private readonly tokens: readonly XPathToken[]) {}

  private get token(): XPathToken {
    return this.tokens[this.at] ?? { kind: 'end', value: '', start: 0 }
  }

  whole(): XPath {
    const read = this.level(0)
    if (this.token.kind !== 'end') this.strange()
    return read
  }

  private strange(): never {
    const { kind, value, start } = this.token
    if (kind === 'end') throw new Untranslatable('wyrażenie urywa się, być może brakuje nawiasu.')
    throw new Untranslatable(`„${value}” na miejscu ${start + 1} nie pasuje do reszty wyrażenia.`)
  }

  private takes(value: string, kind: XPathToken['kind'] = 'symbol'): boolean {
    const isIt = this.token.kind === kind && this.token.value === value
    if (isIt) this.at += 1
    return isIt
  }

  private operatorOf(level: number): XPathOperator | undefined {
    return LEVELS[level]?.find((word) => this.takes(word, /^[a-z]/.test(word) ? 'name' : 'symbol'))
  }

  private level(level: number): XPath {
    if (level >= LEVELS.length) return this.signed()
    this.depth += 1
    if (this.depth > DEEPEST * LEVELS.length) throw new Untranslatable('wyrażenie jest zbyt zagnieżdżone.')
    let left = this.level(level + 1)
    for (;;) {
      const operator = this.operatorOf(level)
      if (operator === undefined) break
      left = { kind: 'binary', operator, left, right: this.level(level + 1) }
    }
    this.depth -= 1
    return left
  }

  private signed(): XPath {
    let isNegative = false
    while (this.takes('-')) isNegative = !isNegative
    const operand = this.primary()
    if (!isNegative) return operand
    return operand.kind === 'number'
      ? { kind: 'number', value: 0 - operand.value }
      : { kind: 'minus', operand }
  }

  private primary(): XPath {
    const { kind, value } = this.token
    if (this.takes('(')) {
      const inner = this.level(0)
      if (!this.takes(')')) this.strange()
      return this.alone(inner)
    }
    if (kind === 'number' || kind === 'text' || kind === 'reference') {
      this.at += 1
      if (kind === 'number') return { kind, value: Number(value) }
      return this.alone(kind === 'text' ? { kind, value } : { kind, name: value })
    }
    if (
      kind === 'name' &&
      this.tokens[this.at + 1]?.value === '(' &&
      this.tokens[this.at + 1]?.kind === 'symbol'
    )
      return this.alone(this.call(value))
    return this.path()
  }

  /** Refuses `x/y` and `x[…]`: paths that begin with something else than a step. */
  private alone(read: XPath): XPath {
    if (this.token.kind === 'symbol' && ['/', '//', '['].includes(this.token.value))
      throw new Untranslatable(
        'ścieżki z warunkiem w nawiasie kwadratowym albo dalszym krokiem nie mają odpowiednika.',
      )
    return read
  }

  private call(name: string): XPath {
    this.at += 2
    const given: XPath[] = []
    if (this.takes(')')) return { kind: 'call', name, arguments: given }
    do given.push(this.level(0))
    while (this.takes(','))
    if (!this.takes(')')) this.strange()
    return { kind: 'call', name, arguments: given }
  }

  private path(): XPath {
    const steps: string[] = []
    let last = ''
    for (;;) {
      const { kind, value } = this.token
      const isStep = kind === 'name' || (kind === 'symbol' && ['.', '..', '/', '//', '*'].includes(value))
      const isJoint = value === '/' || value === '//'
      const wantsJoint = steps.length > 0 && !['/', '//'].includes(steps[steps.length - 1] ?? '')
      if (!isStep || (wantsJoint && !isJoint)) break
      this.at += 1
      steps.push(value)
      if (kind === 'name') last = value
    }
    if (steps.length === 0) this.strange()
    if (steps.length === 1 && steps[0] === '.') return { kind: 'self' }
    return this.alone({
      kind: 'path',
      text: steps.join(''),
      last: steps[steps.length - 1] === last ? last : '',
    })
  }
}

/** Reads an XPath expression. @throws Untranslatable when it cannot be read */
export function parseXPath(text: string): XPath {
  return new Parser(xpathTokens(text)).whole()
}
