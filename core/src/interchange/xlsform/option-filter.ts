import type { Expression } from '../../questionnaire/index.ts'
import { printExpression } from '../../questionnaire/index.ts'
import { aBoolean, aText, binary, joinedBy, oneOfCodes, thisOption } from '../build.ts'
import { fold } from '../fold.ts'
import { toCondition } from '../xpath/to-expression.ts'
import type { CellRules, RowScope } from './cell-rules.ts'
import type { ChoiceList } from './choices.ts'

/**
 * A filter speaks of columns of the choices sheet, ours of codes: it is worked out for every option, and options
 * for which it comes to the same are put together. `null` when there is none or it has no equal.
 */
export function readChoiceFilter(where: RowScope, rules: CellRules, list: ChoiceList): Expression | null {
  const node = rules.parse(where, 'choice_filter')
  if (node === null || !rules.affords(where, 'choice_filter', list.columns.size)) return null
  return rules.written(where, 'choice_filter', () => {
    const known = new Set([...list.columns.values()].flatMap((row) => [...row.filled.keys()]))
    const groups = new Map<string, { readonly when: Expression; readonly codes: string[] }>()
    for (const [code, row] of list.columns) {
      const when = fold(
        toCondition(node, {
          ...rules.scope(where, 'choice_filter'),
          column: (name) =>
            name === 'name' ? thisOption : known.has(name) ? aText(row.cell(name)) : undefined,
        }),
      )
      const text = printExpression(when)
      const group = groups.get(text) ?? { when, codes: [] }
      group.codes.push(code)
      groups.set(text, group)
    }
    const parts = [...groups.values()].flatMap(({ when, codes }) => {
      if (when.kind === 'boolean') return when.value ? [oneOfCodes(thisOption, codes)] : []
      return [groups.size === 1 ? when : binary('and', oneOfCodes(thisOption, codes), when)]
    })
    const [only] = [...groups.values()]
    if (groups.size === 1 && only?.when.kind === 'boolean') return only.when
    return joinedBy('or', parts) ?? aBoolean(false)
  })
}
