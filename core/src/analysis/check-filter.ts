import type { FieldProblem } from '../errors.ts'
import type { Columns } from './columns.ts'
import { dimensionsOf, type Dimension } from './dimensions.ts'
import { BY_LOCALITY, MOST_CONDITIONS, type Condition, type Filter } from './filter.ts'

const LONGEST_QUOTE = 40

const quoted = (word: string) => `„${word.slice(0, LONGEST_QUOTE)}”`

function unknownCode({ key, label }: Dimension, code: string): string {
  if (key === BY_LOCALITY)
    return 'Tej miejscowości nie ma w gminie, w której trwa ankieta. Proszę wybrać ją z listy.'
  return key.startsWith('@')
    ? `Nie ma w tej ankiecie: ${label.toLowerCase()} ${quoted(code)}. Proszę wybrać z listy.`
    : `W pytaniu „${label}” nie ma odpowiedzi ${quoted(code)}.`
}

function checkCondition(
  dimensions: ReadonlyMap<string, Dimension>,
  { dimension, codes }: Condition,
  path: string,
): readonly FieldProblem[] {
  const known = dimensions.get(dimension)
  if (known === undefined) {
    const message = `Według ${quoted(dimension)} nie można filtrować wyników tej ankiety: można według miejscowości, sposobu zebrania i pytań, w których odpowiedź wybiera się z listy.`
    return [{ path, message }]
  }
  const knownCodes = new Set(known.codes.map(({ code }) => code))
  return codes
    .filter((code) => !knownCodes.has(code))
    .map((code) => ({ path, message: unknownCode(known, code) }))
}

/**
 * What in a filter this survey cannot answer: more than three conditions, one of them twice, dimensions and codes that
 * it does not have. None: the filter can be used.
 */
export function checkFilter(columns: Columns, filter: Filter): readonly FieldProblem[] {
  const used = filter.filter(({ codes }) => codes.length > 0)
  if (used.length > MOST_CONDITIONS) {
    const message = `Filtr może mieć najwyżej ${MOST_CONDITIONS} warunki naraz, a jest ich ${used.length}. Proszę usunąć któryś.`
    return [{ path: 'filter', message }]
  }
  const dimensions = new Map(dimensionsOf(columns).map((dimension) => [dimension.key, dimension]))
  return used.flatMap((condition, index) => {
    const path = `filter.${index}`
    const isRepeated = used.findIndex(({ dimension }) => dimension === condition.dimension) < index
    if (isRepeated) {
      const message = `Warunek ${quoted(dimensions.get(condition.dimension)?.label ?? condition.dimension)} występuje w filtrze dwa razy. Proszę połączyć je w jeden.`
      return [{ path, message }]
    }
    return checkCondition(dimensions, condition, path)
  })
}
