import {
  printExpression,
  type Constraint,
  type Expression,
  type Question,
} from '../../questionnaire/index.ts'
import { joinedBy } from '../build.ts'
import type { Ledger } from '../ledger.ts'
import type { XPath } from '../xpath/parse.ts'
import { toCondition } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import type { CellRules, RowScope } from './cell-rules.ts'
import { translationsOf, type FormText } from './form-languages.ts'

/** Limits of a question that a constraint says in other words. */
export interface Limits {
  min?: number
  max?: number
  minChoices?: number
  maxChoices?: number
  maxLength?: number
  top?: number
}
type Measure = 'own' | 'length' | 'choices'

function conjuncts(node: XPath): readonly XPath[] {
  if (node.kind !== 'binary' || node.operator !== 'and') return [node]
  return [...conjuncts(node.left), ...conjuncts(node.right)]
}

function measured(node: XPath): Measure | null {
  if (node.kind === 'self') return 'own'
  if (node.kind !== 'call' || node.arguments[0]?.kind !== 'self' || node.arguments.length !== 1) return null
  return node.name === 'string-length' ? 'length' : node.name === 'count-selected' ? 'choices' : null
}

/** Which limit a measure with `>=` or `<=` sets for a type of question. */
function limitName(type: Question['type'], measure: Measure, isMost: boolean): keyof Limits | null {
  if (measure === 'own' && (type === 'NUMBER' || type === 'DATE_YEAR')) return isMost ? 'max' : 'min'
  if (measure === 'choices' && type === 'MULTI') return isMost ? 'maxChoices' : 'minChoices'
  if (measure === 'choices' && type === 'RANK' && isMost) return 'top'
  return measure === 'length' && isMost && /^TEXT/.test(type) ? 'maxLength' : null
}

function limitOf(node: XPath, type: Question['type']): readonly [keyof Limits, number] | null {
  if (node.kind !== 'binary' || (node.operator !== '<=' && node.operator !== '>=')) return null
  const isTurned = node.left.kind === 'number'
  const [side, bound] = isTurned ? [node.right, node.left] : [node.left, node.right]
  const measure = measured(side)
  if (measure === null || bound.kind !== 'number') return null
  const name = limitName(type, measure, (node.operator === '<=') !== isTurned)
  const mustBeWhole = name !== 'min' && name !== 'max' ? true : type === 'DATE_YEAR'
  if (name === null || (mustBeWhole && !Number.isInteger(bound.value))) return null
  return [name, bound.value]
}

/** What a constraint of a form becomes: limits of the question where it says just that, rules for the rest. */
export function readConstraint(
  where: RowScope,
  type: Question['type'],
  tools: { readonly rules: CellRules; readonly ledger: Ledger; readonly message: FormText },
): { readonly limits: Limits; readonly constraint: readonly Constraint[] } {
  const { rules, ledger, message } = tools
  const place = { ...where.row, column: 'constraint' }
  const node = rules.parse(where, 'constraint')
  const limits: Limits = {}
  const left: Expression[] = []
  for (const part of node === null ? [] : conjuncts(node)) {
    const limit = limitOf(part, type)
    if (limit !== null && limits[limit[0]] === undefined) {
      limits[limit[0]] = limit[1]
      continue
    }
    const { result, why } = attempt(() => toCondition(part, rules.scope(where, 'constraint')))
    if (result !== undefined) left.push(result)
    else
      ledger.dropped(
        place,
        `Pominięto warunek poprawności „${where.row.cell('constraint')}” albo jego część: ${why}`,
      )
  }
  const rest = joinedBy('and', left)
  if (rest === null || printExpression(rest).length > 4000) {
    if (message.base !== '' && Object.keys(limits).length > 0)
      ledger.approximated(place, 'Granicę sprawdzimy z własnym komunikatem zamiast wpisanego w formularzu.')
    return { limits, constraint: [] }
  }
  if (message.base === '')
    ledger.approximated(
      place,
      'Warunek poprawności nie ma komunikatu; wpisano „Prosimy sprawdzić tę odpowiedź.”.',
    )
  const translations = translationsOf({ message })
  const own: Constraint = {
    expression: printExpression(rest),
    message: message.base === '' ? 'Prosimy sprawdzić tę odpowiedź.' : message.base.slice(0, 300),
    ...(translations && { translations: translations as NonNullable<Constraint['translations']> }),
  }
  return { limits, constraint: [own] }
}
