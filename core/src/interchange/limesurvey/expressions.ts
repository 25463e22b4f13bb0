import { printExpression, type Expression } from '../../questionnaire/index.ts'
import { fold } from '../fold.ts'
import { withoutTags } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { parseSurveyJsExpression } from '../surveyjs/expression.ts'
import { RuleBudget, shortened, TOO_MANY_RULES } from '../rule-budget.ts'
import type { FormSymbol } from '../xpath/symbols.ts'
import { toCondition, toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'

/** Names of answers, `Q1_SQ2.NAOK` or `494923X97X481SQ2`; texts in quotes are matched whole, to be passed over. */
const WORD =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|((?:\d+X\d+X\d+|[A-Za-z])[A-Za-z0-9_]*)(?:\.(?:NAOK|value|code|shown|valueNAOK))?(?!\s*\(|[A-Za-z0-9_.])/g
const OPERATORS = ['and', 'or', 'not', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'true', 'false']
const ASSIGNMENT = /^(?:"[^"]*"|'[^']*'|[^"'=]|[=!<>]=)*?[^=!<>]=(?!=)/
const LONGEST = 4000
/** An expression begins right after its brace; a brace before a space or a line is a brace. */
const PIPE = /\{(?![\s}])((?:"[^"]*"|'[^']*'|[^{}"'])*)\}/g

const LONGEST_HTML = 20_000

interface TextLimits {
  readonly longest?: number
  /** Are answers piped into it? */
  readonly takesAnswers?: boolean
}

/** Reads expressions of LimeSurvey, and tells the ledger what they cost. */
export class LssExpressions {
  private readonly budget = new RuleBudget()
  constructor(
    private readonly symbols: ReadonlyMap<string, FormSymbol>,
    private readonly ledger: Ledger,
  ) {}

  private read(text: string, wants: 'condition' | 'value') {
    const named = text.replace(WORD, (whole, word: string | undefined) =>
      word === undefined || OPERATORS.includes(word) ? whole : `{${word}}`,
    )
    const scope = {
      symbol: (name: string) => this.symbols.get(name),
      rosters: [],
      note: () => undefined,
      told: (name: string) => name,
    }
    return attempt(() => {
      const node = parseSurveyJsExpression(named)
      const read = fold(wants === 'condition' ? toCondition(node, scope) : toExpression(node, scope))
      return printExpression(read).length <= LONGEST ? read : null
    })
  }

  /** What an expression says in our language; null when there is none, it always holds, or it has no equal. */
  expression(place: FormPlace, text: string, wants: 'condition' | 'value'): Expression | null {
    const trimmed = text.trim()
    if (trimmed === '' || trimmed === '1') return null
    if (!this.budget.affords(trimmed)) {
      this.ledger.dropped(place, `Pominięto „${shortened(trimmed)}”: ${TOO_MANY_RULES}`)
      return null
    }
    if (wants === 'condition' && ASSIGNMENT.test(trimmed))
      this.ledger.approximated(place, `W „${trimmed}” znak „=” odczytano jako porównanie („==”).`)
    const { result, why } = this.read(trimmed, wants)
    if (result) return result
    this.ledger.dropped(
      place,
      `Pominięto „${shortened(trimmed)}”: ${why ?? 'w naszym zapisie jest za długie.'}`,
    )
    return null
  }

  /** HTML as a plain text of at most so many signs, with answers piped as ours. */
  text(place: FormPlace, html: string, { longest = 2000, takesAnswers = true }: TextLimits = {}): string {
    const text = this.piped(place, withoutTags(html.slice(0, LONGEST_HTML)), takesAnswers)
    if (text.length <= longest && html.length <= LONGEST_HTML) return text
    this.ledger.approximated(place, `Treść skrócono do ${longest} znaków.`)
    return text.slice(0, longest)
  }

  /** A text with `{Q1}` written as we pipe answers, or without piping where texts take none. */
  private piped(place: FormPlace, text: string, takesAnswers: boolean): string {
    const told = text.replace(PIPE, (whole: string, inner: string) => {
      const expression = inner.trim().replace(/^INSERTANS:/, '')
      const { result, why } = takesAnswers ? this.read(expression, 'value') : { result: null, why: undefined }
      if (result) return `\ue000${printExpression(result)}\ue001`
      this.ledger.approximated(
        place,
        `W treści zamiast „${whole}” stoi „…”${why === undefined ? '.' : `: ${why}`}`,
      )
      return '…'
    })
    if (/[{}]/.test(told)) this.ledger.approximated(place, 'Nawiasy klamrowe w treści zamieniono na okrągłe.')
    return told
      .replace(/\{/g, '(')
      .replace(/\}/g, ')')
      .replace(/\ue000/g, '{')
      .replace(/\ue001/g, '}')
  }
}
