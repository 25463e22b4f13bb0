import {
  parseExpression,
  expressionsInText,
  type Expression,
  type Question,
} from '../../questionnaire/index.ts'
import { theAnswer, aText } from '../build.ts'
import { fold, replaced } from '../fold.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { xpathCondition, xpathValue, type XPathTarget } from '../xpath/from-expression.ts'
import { attempt, Untranslatable } from '../xpath/untranslatable.ts'
import type { ExportNames } from './export-names.ts'

/** A row of the survey sheet being written: where it is, and the rosters around it. */
export interface WrittenRow extends FormPlace {
  readonly rosters: readonly string[]
}

/** Writes our rules as XPath; what has none is told to the ledger and left out. */
export class ExportRules {
  constructor(
    private readonly names: ExportNames,
    private readonly ledger: Ledger,
  ) {}

  private target({ rosters }: WrittenRow, own?: Question): XPathTarget {
    const named = own && this.names.questions.get(own.key)
    return { named: (key) => this.names.questions.get(key), rosters, ...(named && { own: named }) }
  }

  private write(
    row: WrittenRow,
    column: string,
    text: string,
    write: (expression: Expression) => string,
  ): string {
    const { result, why } = attempt(() => {
      const { expression, problem } = parseExpression(text)
      if (problem) throw new Untranslatable(problem.message)
      return write(expression)
    })
    if (result === undefined)
      this.ledger.dropped(
        { ...row, column },
        `Reguły „${text}” inne programy nie zobaczą: ${why} Wróci przy wczytaniu do Rozeznania.`,
      )
    return result ?? ''
  }

  condition(row: WrittenRow, column: string, text: string | undefined, own?: Question): string {
    if (text === undefined) return ''
    return this.write(row, column, text, (expression) =>
      xpathCondition(fold(expression), this.target(row, own)),
    )
  }

  value(row: WrittenRow, column: string, text: string): string {
    return this.write(row, column, text, (expression) => xpathValue(expression, this.target(row)))
  }

  /** The condition of one row of a table. */
  tableRow(row: WrittenRow, text: string | undefined, rowKey: string): string {
    if (text === undefined) return ''
    return this.write(row, 'relevant', text, (expression) => {
      const here = fold(
        replaced(expression, (part) => {
          if (part.kind === '$row') return aText(rowKey)
          return part.kind === 'reference' && part.member === '$row' ? theAnswer(part.key, rowKey) : undefined
        }),
      )
      return here.kind === 'boolean' && here.value ? '' : xpathCondition(here, this.target(row))
    })
  }

  /** A text with answers written as `${name}`; anything worked out gets a row of its own, made by `aside`. */
  piped(row: WrittenRow, column: string, text: string, aside: (xpath: string) => string): string {
    return expressionsInText(text).reduce((whole, inner) => {
      const { expression } = parseExpression(inner)
      const named = expression?.kind === 'reference' ? this.names.questions.get(expression.key) : undefined
      const name = named && expression?.kind === 'reference' ? nameOf(named, expression.member) : undefined
      const xpath = name === undefined ? this.value(row, column, inner) : ''
      const shown = name ?? (xpath === '' ? undefined : aside(xpath))
      return whole.replace(`{${inner}}`, shown === undefined ? '…' : `\${${shown}}`)
    }, text)
  }
}

function nameOf(
  {
    question,
    rows,
    other,
  }: { readonly question: Question; readonly rows: ReadonlyMap<string, string>; readonly other?: string },
  member: string | undefined,
): string | undefined {
  if (member === 'inne') return other
  if (member !== undefined) return rows.get(member)
  return rows.size > 0 || question.type === 'ROSTER' ? undefined : question.key
}
