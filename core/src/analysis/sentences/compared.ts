import { pluralForm } from '../../text.ts'
import type { AnalysisTable, Mark, TableTest } from '../table.ts'
import { quoted, respondents } from '../table-words.ts'
import { figureInWords, isTold } from './figure-words.ts'
import { isToldMean, meanInWords, writeNumber } from './mean-words.ts'

/** So many differences are told of; the others are marked in the table. */
const MOST_TOLD = 4

/** A difference that a test has found, in words; how far it is from everybody decides the order. */
interface Difference {
  readonly distance: number
  readonly sentence: string
}

const FREQUENCY: Readonly<Record<Mark, string>> = { ABOVE: 'częściej', BELOW: 'rzadziej' }
const HEIGHT: Readonly<Record<Mark, string>> = { ABOVE: 'wyżej', BELOW: 'niżej' }

/** Labels stay as they are, so that nothing has to be inflected. */
const inGroup = (label: string | undefined) => `grupie ${quoted(label ?? '')}`

/** Two groups mirror each other: what holds of one is told of both at once. */
const isPair = ({ columns, isColumnMultiple }: AnalysisTable) => columns.length === 3 && !isColumnMultiple

/** Of two answers the second tells nothing that the first does not. */
const toldRowCount = ({ rows, isRowMultiple }: AnalysisTable) =>
  rows.length === 2 && !isRowMultiple ? 1 : rows.length

function pairDifference({ rows, columns, cells }: AnalysisTable, row: number): Difference[] {
  const [, one, other] = cells[row] ?? []
  if (!isTold(one?.ofColumn) || !isTold(other?.ofColumn)) return []
  const distance = one.ofColumn.percent - other.ofColumn.percent
  const isMarked = (one.mark ?? other.mark) !== null
  if (!isMarked || Math.round(one.ofColumn.percent) === Math.round(other.ofColumn.percent)) return []
  const [first, second] = [inGroup(columns[1]?.label), inGroup(columns[2]?.label)]
  const numbers = `${figureInWords(one.ofColumn)} w ${first} i ${figureInWords(other.ofColumn)} w ${second}`
  return [
    {
      distance: Math.abs(distance),
      sentence: `Odpowiedź ${quoted(rows[row]?.label ?? '')}: ${numbers} – w ${distance > 0 ? first : second} częściej.`,
    },
  ]
}

function rowDifferences(table: AnalysisTable, row: number): Difference[] {
  const { amongOthers } = respondents(table.isOfInstitutions)
  const line = table.cells[row] ?? []
  const whole = line[0]?.ofColumn
  return line.flatMap(({ mark, ofColumn }, column): Difference[] => {
    if (mark === null || !isTold(ofColumn) || !isTold(whole)) return []
    if (Math.round(ofColumn.percent) === Math.round(whole.percent)) return []
    const answer = quoted(table.rows[row]?.label ?? '')
    const numbers = `${figureInWords(ofColumn)} wobec ${figureInWords(whole)} ogółem`
    return [
      {
        distance: Math.abs(ofColumn.percent - whole.percent),
        sentence: `W ${inGroup(table.columns[column]?.label)} odpowiedź ${answer}: ${numbers} – ${FREQUENCY[mark]} niż ${amongOthers}.`,
      },
    ]
  })
}

function cellDifferences(table: AnalysisTable): Difference[] {
  const of = isPair(table) ? pairDifference : rowDifferences
  return Array.from({ length: toldRowCount(table) }, (_, row) => of(table, row)).flat()
}

function pairOfMeans(table: AnalysisTable): Difference[] {
  const [, one, other] = table.means ?? []
  if (!isToldMean(one) || !isToldMean(other) || (one.mark ?? other.mark) === null) return []
  const written = [one, other].map(({ mean }) => writeNumber(mean, table, true))
  if (written[0] === written[1]) return []
  const [first, second] = [inGroup(table.columns[1]?.label), inGroup(table.columns[2]?.label)]
  const numbers = `${meanInWords(one, table)} w ${first} i ${meanInWords(other, table)} w ${second}`
  const higher = one.mean > other.mean ? first : second
  return [{ distance: 0, sentence: `Średnia: ${numbers} – w ${higher} wyżej.` }]
}

function meanDifferences(table: AnalysisTable): Difference[] {
  if (isPair(table)) return pairOfMeans(table)
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
        sentence: `W ${inGroup(table.columns[column]?.label)} ${numbers} – ${HEIGHT[mean.mark]} niż ${amongOthers}.`,
      },
    ]
  })
}

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
const NOT_TESTED = 'Różnic między grupami nie oceniono; powód podano w uwagach pod tabelą.'

function found(test: TableTest, differences: readonly Difference[], isMarked: boolean): string[] {
  if (!test.isSignificant) return [test.sentence]
  if (differences.length > 0) return [...mostTelling(differences), test.sentence]
  return [test.sentence, isMarked ? TINY : WHERE_UNKNOWN]
}

/** What a crosstab says of its groups: differences only where a test has found them. */
export function comparedSentences(table: AnalysisTable): string[] {
  const { columnKey, meanTest, test, effect, means, cells } = table
  if (columnKey === null) return []
  if (meanTest !== null) {
    const isMarked = (means ?? []).some(({ mark }) => mark !== null)
    return found(meanTest, meanDifferences(table), isMarked)
  }
  if (test === null) return [NOT_TESTED]
  const isMarked = cells.some((line) => line.some(({ mark }) => mark !== null))
  const sentences = found(test, cellDifferences(table), isMarked)
  return test.isSignificant && effect ? [...sentences, effect.sentence] : sentences
}
