import { nearest, printExpression, SURVEY_WORDS, type Expression } from '../../questionnaire/index.ts'
import { joinedBy } from '../build.ts'
import { fold } from '../fold.ts'
import type { Ledger } from '../ledger.ts'
import { parseXPath, type XPath } from '../xpath/parse.ts'
import type { FormSymbol, XPathScope } from '../xpath/symbols.ts'
import { toCondition, toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import { RuleBudget, shortened, TOO_MANY_RULES } from '../rule-budget.ts'
import type { FormPlan } from './form-plan.ts'
import type { FormRow } from './read-sheet.ts'

const REFERENCES = /\$\{([^{}]*)\}/g
const LONGEST = 4000

/** What the expressions of one row may speak of. */
export interface RowScope {
  readonly row: FormRow
  readonly rosters: readonly string[]
  readonly own?: FormSymbol
}

/** Reads the expressions of a form and tells the ledger what they cost. */
export class CellRules {
  private readonly budget = new RuleBudget()
  /** How much more work filters of options may take in the whole form: signs of a filter times options. */
  private filterWork = 10_000_000
  constructor(
    private readonly plan: FormPlan,
    private readonly ledger: Ledger,
  ) {}

  scope({ row, rosters, own }: RowScope, column: string): XPathScope {
    return {
      symbol: (name) => this.symbol(name, rosters),
      rosters,
      ...(own && { own }),
      note: (message) => this.ledger.approximated({ ...row, column }, `Wyrażenie przybliżone: ${message}.`),
    }
  }

  private symbol(name: string, rosters: readonly string[]): FormSymbol | undefined {
    const found = this.plan.symbols.get(name) ?? []
    return found.find((symbol) => symbol.rosters.join() === rosters.join()) ?? found[0]
  }

  /** Do all `${names}` of the filled cells of a row point at something? */
  checkReferences(row: FormRow): void {
    for (const [column, text] of row.filled) {
      if (column.startsWith('rozeznanie')) continue
      for (const [, inside = ''] of text.matchAll(REFERENCES)) {
        const name = inside.trim()
        if (this.plan.symbols.has(name)) continue
        const meant = nearest(name, this.plan.symbols.keys())
        const hint = meant === undefined ? '' : ` Czy chodziło o „\${${meant}}”?`
        this.ledger.broken(
          { ...row, column },
          `„\${${name}}” nie wskazuje żadnego wiersza formularza.${hint}`,
        )
      }
    }
  }

  /** May a filter be worked out for so many options? The ledger is told when it may not. */
  affords(where: RowScope, column: string, options: number): boolean {
    const text = where.row.cell(column)
    this.filterWork -= text.length * options
    if (this.filterWork < 0) this.lost(where, column, text, 'filtry formularza są zbyt złożone.')
    return this.filterWork >= 0
  }

  private lost(where: RowScope, column: string, text: string, why: string): null {
    this.ledger.dropped({ ...where.row, column }, `Pominięto „${shortened(text)}”: ${why}`)
    return null
  }

  /** The XPath of a cell; `null` when there is none or it cannot be read. */
  parse(where: RowScope, column: string): XPath | null {
    const text = where.row.cell(column)
    if (text === '') return null
    if (!this.budget.affords(text)) return this.lost(where, column, shortened(text), TOO_MANY_RULES)
    const { result, why } = attempt(() => parseXPath(text))
    return result ?? this.lost(where, column, text, why ?? '')
  }

  /** A condition in a cell, in our language; `null` when there is none or it has no equal. */
  condition(where: RowScope, column: string, node = this.parse(where, column)): Expression | null {
    if (node === null) return null
    return this.written(where, column, () => toCondition(node, this.scope(where, column)))
  }

  /** A value worked out in a cell. */
  value(where: RowScope, column: string): Expression | null {
    const node = this.parse(where, column)
    if (node === null) return null
    return this.written(where, column, () => toExpression(node, this.scope(where, column)))
  }

  /** What `read` gives, unless it is too long or has no equal; the ledger is told why. */
  written(where: RowScope, column: string, read: () => Expression): Expression | null {
    const text = where.row.cell(column)
    const { result, why } = attempt(() => fold(read()))
    if (result === undefined) return this.lost(where, column, text, why ?? '')
    if (printExpression(result).length <= LONGEST) return result
    return this.lost(where, column, text, 'w naszym zapisie jest za długie.')
  }

  /** All of these conditions as one that decides what is shown. */
  conjoined(conditions: readonly Expression[]): { readonly visibleIf?: string } {
    const whole = joinedBy('and', conditions)
    return whole === null ? {} : { visibleIf: printExpression(whole) }
  }

  /** A text with `${name}` written as we pipe answers, `{name}`; other braces become round brackets. */
  piped(where: RowScope, column: string, text: string): string {
    return text.replace(/\$?\{([^{}]*)\}/g, (whole: string, inner: string) => {
      if (!whole.startsWith('$')) return SURVEY_WORDS.includes(inner) ? whole : `(${inner})`
      const { result, why } = attempt(() =>
        toExpression({ kind: 'reference', name: inner.trim() }, this.scope(where, column)),
      )
      if (result !== undefined) return `{${printExpression(result)}}`
      this.ledger.approximated({ ...where.row, column }, `W treści zamiast „${whole}” stoi „…”: ${why}`)
      return '…'
    })
  }
}
