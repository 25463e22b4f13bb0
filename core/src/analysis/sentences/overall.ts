import type { AnalysisTable } from '../table.ts'
import { capital, listed, quoted, respondents } from '../table-words.ts'
import { figureInWords, isTold, shareInWords, type ToldFigure } from './figure-words.ts'
import { isToldMean, meanInWords, valueInWords } from './mean-words.ts'

/** A row of „Ogółem” that may be told. */
interface ToldRow {
  readonly place: number
  readonly label: string
  readonly figure: ToldFigure
}

function toldRows({ rows, cells }: AnalysisTable): ToldRow[] {
  return rows.flatMap(({ label }, place) => {
    const figure = cells[place]?.[0]?.ofColumn
    return isTold(figure) ? [{ place, label, figure }] : []
  })
}

const brief = ({ label, figure }: ToldRow) => `${quoted(label)} – ${figureInWords(figure)}`

const many = ({ isOfInstitutions }: AnalysisTable) => respondents(isOfInstitutions).many

/** „„Tak” – ok. 62 % osób (57–67 %), mniej więcej 6 na 10; „Nie” – ok. 38 % (33–43 %).” */
function fewAnswers(table: AnalysisTable, told: readonly ToldRow[]): string {
  const [first, ...others] = told
  if (first === undefined) return ''
  const { label, figure } = first
  const lead = `${quoted(label)} – ${figureInWords(figure, many(table))}, ${shareInWords(figure.percent)}`
  return `${[lead, ...others.map(brief)].join('; ')}.`
}

const LISTED = 3

function oneLeader(table: AnalysisTable, leader: ToldRow, others: readonly ToldRow[]): string[] {
  const { label, figure } = leader
  const first = `Najczęściej wskazywano ${quoted(label)}: ${figureInWords(figure, many(table))}, ${shareInWords(figure.percent)}.`
  const next = [...others]
    .sort((one, other) => other.figure.percent - one.figure.percent)
    .slice(0, LISTED - 1)
  return next.length === 0 ? [first] : [first, `Z pozostałych odpowiedzi: ${listed(next.map(brief))}.`]
}

function severalLeaders(table: AnalysisTable, leaders: readonly ToldRow[]): string[] {
  const [first, ...others] = leaders.slice(0, LISTED)
  if (first === undefined) return []
  const lead = `${quoted(first.label)} – ${figureInWords(first.figure, many(table))}`
  const all = listed([lead, ...others.map(brief)])
  return leaders.length <= LISTED
    ? [`Na czele stoją: ${all}. Dane nie pozwalają stwierdzić, która z tych odpowiedzi jest pierwsza.`]
    : [`Żadna odpowiedź nie wybija się wyraźnie na czoło: ${all}.`]
}

function choices(table: AnalysisTable): string[] {
  const told = toldRows(table)
  if (told.length === 0) return []
  if (table.rows.length <= 2 && !table.isRowMultiple) return [fewAnswers(table, told)]
  const leading = (table.leaders ?? []).flatMap((place) => told.find((row) => row.place === place) ?? [])
  const [leader] = leading
  if (leader === undefined || leading.length < (table.leaders?.length ?? 0)) return []
  const others = told.filter(({ place }) => place !== leader.place)
  const sentences = leading.length === 1 ? oneLeader(table, leader, others) : severalLeaders(table, leading)
  return table.isRowMultiple ? [...sentences, 'Można było wskazać kilka odpowiedzi.'] : sentences
}

/** „4 i 5” of a scale of numbers, „„dobrze” i „bardzo dobrze”” of one with words. */
function pointsInWords({ rows }: AnalysisTable, places: readonly number[]): string {
  const labels = places.map((place) => rows[place]?.label ?? '')
  return labels.every((label) => /^\d+$/.test(label))
    ? `Oceny ${listed(labels)}`
    : `Odpowiedzi ${listed(labels.map(quoted))}`
}

function scaleSentences(table: AnalysisTable): string[] {
  const { scale, means } = table
  const mean = means?.[0]
  if (scale === null || !isToldMean(mean)) return []
  const sentences = [`Średnia: ${meanInWords(mean, table)} na skali od ${scale.from} do ${scale.to}.`]
  const { topTwo, bottomTwo } = mean
  if (scale.top !== null && isTold(topTwo))
    sentences.push(
      `${pointsInWords(table, scale.top)}: ${figureInWords(topTwo, many(table))}, ${shareInWords(topTwo.percent)}.`,
    )
  if (scale.bottom !== null && isTold(bottomTwo))
    sentences.push(`${pointsInWords(table, scale.bottom)}: ${figureInWords(bottomTwo, many(table))}.`)
  return sentences
}

function numberSentences(table: AnalysisTable): string[] {
  const mean = table.means?.[0]
  if (!isToldMean(mean)) return []
  const sentences = [`Średnia: ${meanInWords(mean, table)}.`]
  const { median, lowerQuartile, upperQuartile } = mean
  if (median === null || lowerQuartile === null || upperQuartile === null) return sentences
  const [from, to] = [lowerQuartile, upperQuartile].map((value) => valueInWords(value, table))
  const middle = from === to ? '' : `; środkowa połowa odpowiedzi mieści się od ${from} do ${to}`
  return [...sentences, `W środku (mediana) stoi ${valueInWords(median, table)}${middle}.`]
}

const NOTHING_SURE = 'Odpowiedzi jest za mało, żeby podać pewne wyniki dla ogółu.'

/** What „Ogółem” says, numbers first. */
export function overallSentences(table: AnalysisTable): string[] {
  const sentences =
    table.scale !== null
      ? scaleSentences(table)
      : table.number !== null
        ? numberSentences(table)
        : choices(table)
  const [first, ...others] = sentences
  if (first === undefined) return [NOTHING_SURE]
  if (table.sampleType !== 'OPEN_LINK') return sentences
  const { amongThose } = respondents(table.isOfInstitutions)
  return [`${capital(amongThose)}: ${first.charAt(0).toLocaleLowerCase('pl')}${first.slice(1)}`, ...others]
}
