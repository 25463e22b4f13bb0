import { isExclusive, isMatrix, isSpecialCode } from '../options.ts'
import type { Finding, FindingPlace } from './finding.ts'
import { prove } from './prove.ts'
import { both, ruleCondition, type Conditions, type Place, type World } from './world.ts'

function at({ node, section }: Place, part: FindingPlace['part'], code?: string): FindingPlace {
  return {
    questionKey: node.question.key,
    sectionKey: section.section.key,
    part,
    ...(code !== undefined && { code }),
  }
}

/** Rows of a table that nobody is asked. */
export function rowFindings(world: World, place: Place, reach: Conditions): readonly Finding[] {
  const { node } = place
  if (node.rowVisibleIf === undefined || !isMatrix(node.question)) return []
  const path = `${node.path}.rowVisibleIf`
  return node.rows.flatMap(({ key, label }): readonly Finding[] => {
    const own = ruleCondition(world, node.rowVisibleIf, path, { row: key, own: node.question.key })
    if (own.all.length === 0 || prove(world, both(reach, own)) !== 'never') return []
    const message = `Wiersza „${label}” nikt nie zobaczy, bo warunek wierszy nigdy go nie pokazuje. Prosimy zmienić warunek albo usunąć wiersz.`
    return [{ code: 'ROW_NEVER', severity: 'error', place: at(place, 'rowVisibleIf', key), message }]
  })
}

/** Options that nobody is offered, or that cannot be chosen together with as many others as have to be. */
export function optionFindings(world: World, place: Place, reach: Conditions): readonly Finding[] {
  return [...filteredOut(world, place, reach), ...tooFew(place)]
}

function filteredOut(world: World, place: Place, reach: Conditions): readonly Finding[] {
  const { node } = place
  if (node.optionFilter === undefined) return []
  return node.options.flatMap(({ code, label }): readonly Finding[] => {
    if (isSpecialCode(code)) return []
    const seen = { option: code, own: node.question.key }
    const own = ruleCondition(world, node.optionFilter, `${node.path}.optionFilter`, seen)
    if (own.all.length === 0 || prove(world, both(reach, own)) !== 'never') return []
    const message = `Odpowiedzi „${label}” nikt nie może wybrać, bo warunek odpowiedzi nigdy jej nie pokazuje. Prosimy zmienić warunek albo usunąć odpowiedź.`
    return [{ code: 'OPTION_NEVER', severity: 'error', place: at(place, 'optionFilter', code), message }]
  })
}

/** „Co najmniej 3” where only two options can stand together: the others can never be sent. */
function tooFew(place: Place): readonly Finding[] {
  const { question, options } = place.node
  if (question.type !== 'MULTI' || question.optionFilter !== undefined) return []
  const together = options.filter((option) => !isExclusive(option)).length
  const least = Math.min(question.minChoices ?? 0, options.length)
  if (together === 0 || least <= together) return []
  const message = `Trzeba zaznaczyć co najmniej ${least} odpowiedzi, a razem można zaznaczyć najwyżej ${together}. Prosimy zmniejszyć wymaganą liczbę.`
  return [{ code: 'OPTIONS_TOO_FEW', severity: 'error', place: at(place, 'options'), message }]
}
