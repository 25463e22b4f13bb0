import type { AnalysisTable, Mark } from '../table.ts'
import { quoted, respondents } from '../table-words.ts'
import { pluralForm } from '../../text.ts'
import { figureInWords, isTold } from './figure-words.ts'
import { isToldMean, meanInWords, writeNumber } from './mean-words.ts'

/** So many groups are told of; the rest is marked in the table. */
const MOST_TOLD = 4

/** A difference that a test has found, in words; how far it is from everybody decides the order. */
interface Difference {
  readonly distance: number
  readonly sentence: string
}

const FREQUENCY: Readonly<Record<Mark, string>> = { ABOVE: 'częściej', BELOW: 'rzadziej' }
const HEIGHT: Readonly<Record<Mark, string>> = { ABOVE: 'wyżej', BELOW: 'niżej' }

/** Labels stay as they are, so that nothing has to be inflected. */
const inGroup = (label: string) => `W grupie ${quoted(label)}`

function cellDifferences(table: AnalysisTable): Difference[] {
  const { amongOthers } = respondents(table.isOfInstitutions)
  return table.cells.flatMap((line, row) =>
    line.flatMap(({ mark, ofColumn }, column): Difference[] => {
      const whole = line[0]?.ofColumn
      if (mark === null || !isTold(ofColumn) || !isTold(whole)) return []
      if (Math.round(ofColumn.percent) === Math.round(whole.percent)) return []
      const [group, answer] = [table.columns[column]?.label ?? '', table.rows[row]?.label ?? '']
      const numbers = `odpowiedź ${quoted(answer)}: ${figureInWords(ofColumn)} wobec ${figureInWords(whole)} ogółem`
      return [
        {
          distance: Math.abs(ofColumn.percent - whole.percent),
          sentence: `${inGroup(group)} ${numbers} – ${FREQUENCY[mark]} niż ${amongOthers}.`,
        },
      ]
    }),
  )
}

function meanDifferences(table: AnalysisTable): Difference[] {
  const { amongOthers } = respondents(table.isOfInstitutions)
  const whole = table.means?.[0]
  if (!isToldMean(whole)) return []
  return (table.means ?? []).flatMap((mean, column): Difference[] => {
    if (mean.mark === null || !isToldMean(mean)) return []
    if (writeNumber(mean.mean, table, true) === writeNumber(whole.mean, table, true)) return []
    const numbers = `średnia ${meanInWords(mean, table)} wobec ${meanInWords(whole, table)} ogółem`
    return [
      {
        distance: Math.abs(mean.mean - whole.mean),
        sentence: `${inGroup(table.columns[column]?.label ?? '')} ${numbers} – ${HEIGHT[mark(mean)]} niż ${amongOthers}.`,
      },
    ]
  })
}

const mark = ({ mark: found }: { readonly mark: Mark | null }): Mark => found ?? 'ABOVE'

function mostTelling(differences: readonly Difference[]): string[] {
  const told = [...differences]
    .sort((one, other) => other.distance - one.distance)
    .slice(0, MOST_TOLD)
    .map(({ sentence }) => sentence)
  const rest = differences.length - told.length
  if (rest === 0) return told
  const others = pluralForm(rest, 'różnicę', 'różnice', 'różnic')
  return [...told, `W tabeli wyróżniono jeszcze ${rest} ${others}.`]
}

const WHERE_UNKNOWN = 'Dane nie pozwalają jednak wskazać, w której grupie jest inaczej niż w pozostałych.'
const TINY = 'Różnice są jednak zbyt małe, żeby było je widać w zaokrąglonych liczbach.'

function found(test: AnalysisTable['test'], differences: readonly Difference[], isMarked: boolean): string[] {
  if (test === null) return []
  if (!test.isSignificant) return [test.sentence]
  if (differences.length > 0) return [...mostTelling(differences), test.sentence]
  return [test.sentence, isMarked ? TINY : WHERE_UNKNOWN]
}

/** What a crosstab says of its groups: differences only where a test has found them. */
export function comparedSentences(table: AnalysisTable): string[] {
  if (table.columnKey === null) return []
  if (table.meanTest !== null)
    return found(
      table.meanTest,
      meanDifferences(table),
      (table.means ?? []).some((mean) => mean.mark !== null),
    )
  const isMarked = table.cells.some((line) => line.some((cell) => cell.mark !== null))
  const sentences = found(table.test, cellDifferences(table), isMarked)
  return table.test?.isSignificant && table.effect ? [...sentences, table.effect.sentence] : sentences
}
