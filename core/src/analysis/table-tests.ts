import { DONT_KNOW } from '../questionnaire/index.ts'
import { holm } from '../statistics/design/index.ts'
import {
  testIndependence,
  type CellResidual,
  type IndependenceTest,
  type NoTest,
} from './estimate-independence.ts'
import { groupOf, type Group } from './estimate-variance.ts'
import type { CountedTable } from './table-counts.ts'
import { decimal, pInWords } from './table-words.ts'
import type { Effect, Mark, TableTest } from './table.ts'

/** Below this a difference is called one. */
export const SIGNIFICANT = 0.05

/** What tests say of the distribution in a crosstab. */
export interface TableTests {
  readonly test: TableTest | null
  readonly effect: Effect | null
  /** By row and column as shown, without „Ogółem”. */
  readonly marks: readonly (readonly (Mark | null)[])[]
  /** Polish sentences: why there is no test, or what it leaves out. */
  readonly notes: readonly string[]
}

const NAMES = { PEARSON: 'test chi-kwadrat Pearsona', RAO_SCOTT: 'test Rao–Scotta' } as const

const REASONS: Readonly<Record<NoTest, string>> = {
  EMPTY:
    'Testu nie podajemy: do porównania potrzeba przynajmniej dwóch odpowiedzi i dwóch grup, w których ktoś jest.',
  SPARSE: 'Testu nie podajemy: w zbyt wielu miejscach tabeli jest za mało osób, żeby był wiarygodny.',
  LARGE:
    'Testu nie podajemy: tabela jest na to zbyt duża. Proszę wybrać pytania z mniejszą liczbą odpowiedzi.',
  SAME: 'Testu nie podajemy: odpowiedzi nie różnią się na tyle, żeby było co sprawdzać.',
}
const BOTH_MULTIPLE =
  'Testu nie podajemy: w obu pytaniach można było wskazać kilka odpowiedzi, więc te same osoby stoją w wielu miejscach tabeli.'
const SAME_QUESTION = 'Testu nie podajemy: pytanie zestawiono z nim samym.'
const WITHOUT_DONT_KNOW = 'Test nie obejmuje odpowiedzi „nie wiem”, bo było ich za mało.'

const DIFFERENT = 'Odpowiedzi różnią się między grupami bardziej, niż tłumaczyłby to przypadek'
const NOT_DIFFERENT = 'Dane nie pozwalają stwierdzić różnicy między grupami'

const sentenceOf = (p: number) => `${p < SIGNIFICANT ? DIFFERENT : NOT_DIFFERENT} (${pInWords(p)}).`

/** Cohen's words, for tables whose shorter side is longer than two, by its root. */
function strength(v: number, shorterSide: number): string {
  const scaled = v * Math.sqrt(Math.max(1, shorterSide - 1))
  if (scaled < 0.1) return 'bardzo słaby'
  if (scaled < 0.3) return 'słaby'
  return scaled < 0.5 ? 'umiarkowany' : 'silny'
}

function effectOf({ cramersV, shorterSide, p }: IndependenceTest): Effect {
  const number = `V Craméra = ${decimal(cramersV, 2)}`
  const sentence =
    p < SIGNIFICANT
      ? `Związek między pytaniami jest ${strength(cramersV, shorterSide)} (${number}).`
      : `Dane nie pozwalają stwierdzić związku między pytaniami (${number}).`
  return { cramerV: cramersV, sentence }
}

type Residuals = readonly (readonly (CellResidual | null)[])[]

/** Cells beyond chance after Holm's adjustment for all cells. */
function marksOf(residuals: Residuals): (Mark | null)[][] {
  const tested = residuals.flat().filter((cell) => cell !== null)
  const adjusted = holm(tested.map(({ p }) => p))
  const isBeyond = new Map(tested.map((cell, at) => [cell, adjusted[at]! < SIGNIFICANT]))
  return residuals.map((line) =>
    line.map((cell) => {
      if (cell === null || !isBeyond.get(cell)) return null
      return cell.residual > 0 ? 'ABOVE' : 'BELOW'
    }),
  )
}

const noMarks = ({ groups }: CountedTable): null[][] => groups.rows.map(() => groups.columns.map(() => null))

const noTest = (counted: CountedTable, reason: string): TableTests => ({
  test: null,
  effect: null,
  marks: noMarks(counted),
  notes: [reason],
})

/** One test of the whole table; without „nie wiem” where only it stands in the way. */
function testOnce(counted: CountedTable): TableTests {
  const { groups, rows, sample } = counted
  const first = testIndependence(groups.cells, sample)
  const dontKnow = groups.rowPlaces.findIndex((place) => rows.options[place]!.code === DONT_KNOW)
  const isAgain = first === 'SPARSE' && dontKnow >= 0
  const found = isAgain
    ? testIndependence(
        groups.cells.filter((_, row) => row !== dontKnow),
        sample,
      )
    : first
  if (typeof found === 'string') return noTest(counted, REASONS[isAgain ? 'SPARSE' : found])
  const { kind, statistic, df, denominatorDf, p } = found
  const residuals = isAgain
    ? found.cells.toSpliced(
        dontKnow,
        0,
        groups.columns.map(() => null),
      )
    : found.cells
  return {
    test: {
      kind,
      name: NAMES[kind],
      statistic,
      df,
      denominatorDf,
      p,
      isSignificant: p < SIGNIFICANT,
      adjusted: null,
      sentence: sentenceOf(p),
    },
    effect: effectOf(found),
    marks: p < SIGNIFICANT ? marksOf(residuals) : noMarks(counted),
    notes: isAgain ? [WITHOUT_DONT_KNOW] : [],
  }
}

function without({ sample }: CountedTable, whole: Group, part: Group): Group {
  return groupOf(
    sample.profiles,
    whole.people.map((people, p) => people - part.people[p]!),
  )
}

/** For each row with several answers who chose it and who did not, by column. */
const optionTables = (counted: CountedTable) =>
  counted.groups.cells.map((line) => [
    line,
    line.map((cell, c) => without(counted, counted.groups.columns[c]!, cell)),
  ])

/** For each column with several answers who is in it and who is not, by row. */
const groupTables = (counted: CountedTable) =>
  counted.groups.columns.map((_, c) =>
    counted.groups.cells.map((line, r) => [line[c]!, without(counted, counted.groups.rows[r]!, line[c]!)]),
  )

/** One test for each option, adjusted by Holm; cells are marked only where their option's test says so. */
function testByOption(counted: CountedTable, isRowMultiple: boolean): TableTests {
  const { groups, sample } = counted
  const tables = isRowMultiple ? optionTables(counted) : groupTables(counted)
  const tests = tables.map((table) => testIndependence(table, sample))
  const done = tests.filter((test) => typeof test !== 'string')
  if (done.length === 0) return noTest(counted, REASONS[(tests[0] as NoTest | undefined) ?? 'EMPTY'])
  const adjustedOf = new Map(holm(done.map(({ p }) => p)).map((p, at) => [done[at]!, p]))
  const adjusted = tests.map((test) => (typeof test === 'string' ? null : adjustedOf.get(test)!))
  const p = Math.min(...adjustedOf.values())
  const residuals = groups.rows.map((_, row) =>
    groups.columns.map((_, column) => {
      const test = tests[isRowMultiple ? row : column]!
      if (typeof test === 'string' || adjustedOf.get(test)! >= SIGNIFICANT) return null
      return (isRowMultiple ? test.cells[0]![column] : test.cells[row]![0]) ?? null
    }),
  )
  const name = `${NAMES[done[0]!.kind]} dla każdej odpowiedzi osobno, z poprawką Holma`
  return {
    test: {
      kind: 'BY_OPTION',
      name,
      statistic: null,
      df: null,
      denominatorDf: null,
      p,
      isSignificant: p < SIGNIFICANT,
      adjusted,
      sentence: byOptionSentence(adjusted),
    },
    effect: null,
    marks: marksOf(residuals),
    notes: done.length < tests.length ? [SOME_NOT_TESTED] : [],
  }
}

const SOME_NOT_TESTED = 'Odpowiedzi, które wskazało za mało osób, nie były sprawdzane testem.'

function byOptionSentence(adjusted: readonly (number | null)[]): string {
  const tested = adjusted.filter((p) => p !== null)
  const count = tested.filter((p) => p < SIGNIFICANT).length
  const smallest = pInWords(Math.min(...tested))
  return count === 0
    ? `${NOT_DIFFERENT} przy żadnej z odpowiedzi (${smallest}).`
    : `Różnice między grupami większe, niż tłumaczyłby przypadek, stwierdzono przy ${count} z ${tested.length} sprawdzonych odpowiedzi.`
}

/** Tests of a crosstab; nothing in a one-way table. */
export function testTable(counted: CountedTable): TableTests {
  const { rows, columns, request } = counted
  if (columns === null) return { test: null, effect: null, marks: noMarks(counted), notes: [] }
  if (request.rowKey === request.columnKey) return noTest(counted, SAME_QUESTION)
  const [isRowMultiple, isColumnMultiple] = [rows.source.kind === 'set', columns.source.kind === 'set']
  if (isRowMultiple && isColumnMultiple) return noTest(counted, BOTH_MULTIPLE)
  return isRowMultiple || isColumnMultiple ? testByOption(counted, isRowMultiple) : testOnce(counted)
}
