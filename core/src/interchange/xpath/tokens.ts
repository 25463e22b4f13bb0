import { Untranslatable } from './untranslatable.ts'

export interface XPathToken {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'symbol' | 'end'
  readonly value: string
  readonly start: number
}

const SPACE = /[\s\u00a0]+/y
const PATTERNS: readonly (readonly [XPathToken['kind'], RegExp])[] = [
  ['reference', /\$\{([^{}]*)\}/y],
  ['number', /(\d+(?:\.\d*)?|\.\d+)/y],
  ['text', /'([^']*)'/y],
  ['text', /"([^"]*)"/y],
  ['name', /([\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)/uy],
  ['symbol', /(!=|<=|>=|\/\/|\.\.|::|[-()[\],=<>+*/|.@])/y],
]
const MOST_TOKENS = 4000

function tokenAt(text: string, at: number): XPathToken & { readonly end: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found)
      return {
        kind,
        value: kind === 'reference' ? (found[1] ?? '').trim() : (found[1] ?? ''),
        start: at,
        end: at + found[0].length,
      }
  }
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const hint = /['"„”“’‘]/.test(sign) ? ' Teksty zamyka się prostym apostrofem albo cudzysłowem.' : ''
  throw new Untranslatable(`znak „${sign}” na miejscu ${at + 1} nie ma tu znaczenia.${hint}`)
}

/** The words of an XPath expression, with an end mark after the last. */
export function xpathTokens(text: string): readonly XPathToken[] {
  const tokens: XPathToken[] = []
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
    if (at >= text.length) return [...tokens, { kind: 'end', value: '', start: text.length }]
    if (tokens.length >= MOST_TOKENS) throw new Untranslatable('wyrażenie jest za długie.')
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
}
