import { tableSentences } from '../analysis/sentences/index.ts'
import { tableFooter } from '../analysis/table-footer.ts'
import {
  HIDDEN_FIGURE,
  type AnalysisTable,
  type Cell,
  type Effect,
  type Figure,
  type TableBase,
  type TableRequest,
  type TableTest,
  type Total,
} from '../analysis/table.ts'
import { asProtected, type Protected } from './brand.ts'
import { displayBase, displayNumber, displayWeighted } from './display.ts'
import { displayFigure, protectMean } from './protect-figure.ts'
import { rulesOf, SMALLEST_BASE, type DisclosureRules } from './rules.ts'
import { hiddenCells, type HiddenCells } from './hidden-cells.ts'

/** Why nothing of a table is shown. */
export const TOO_FEW =
  'Za mało odpowiedzi, aby pokazać wyniki i nikogo nie ujawnić. Proszę wybrać szerszą grupę albo mniej cech naraz.'

const SOME_HIDDEN =
  'Części wartości nie pokazujemy, aby nikogo nie można było rozpoznać: za mało osób tak odpowiedziało albo dałoby się te wartości wyliczyć z innych pokazanych wyników.'
const NOT_TESTED = 'Gdzie coś ukryto, nie oceniamy też różnic między grupami.'
const ROUNDED =
  'Odsetki podano w pełnych procentach, a liczby osób w zaokrągleniu do 5, aby nikogo nie można było rozpoznać.'
const MULTIPLE = 'Odsetki osób nie sumują się do 100\u00a0%, bo można było wskazać kilka odpowiedzi.'
const BOUNDED = 'W małych grupach wartości poniżej 5% podano jako 5%, a powyżej 95% jako 95%.'

interface TableProtection {
  /** What the row question demands; the usual rules when absent. */
  readonly rules?: DisclosureRules
  /** For each column, „Ogółem” first, whether the audit of query sets released it; all of them when absent. */
  readonly released?: readonly boolean[]
}

const HIDDEN_TOTAL: Total = { count: null, weighted: null, effectiveCount: null, designEffect: null }

function displayTotal({ count, weighted, effectiveCount, designEffect }: Total, minimumBase: number): Total {
  return {
    count: displayBase(count ?? 0, minimumBase),
    weighted: weighted === null ? null : displayWeighted(weighted),
    effectiveCount: displayBase(effectiveCount ?? 0),
    designEffect: designEffect === null ? null : displayNumber(designEffect, 2),
  }
}

const hide = (figure: Figure | null) => figure && HIDDEN_FIGURE

/** Everything a cell tells goes together: the percentages, the people, the mark. */
const hiddenCell = ({ ofColumn, ofRow, ofAll }: Cell): Cell => ({
  count: null,
  weighted: null,
  ofColumn: hide(ofColumn),
  ofRow: hide(ofRow),
  ofAll: hide(ofAll),
  ofAnswers: null,
  mark: null,
})

interface Bases {
  readonly column: number
  readonly row: number
  readonly all: number
  readonly rules: DisclosureRules
  /** Nothing of the column, of the row or of the table is withheld. */
  readonly isColumnWhole: boolean
  readonly isRowTold: boolean
  readonly isTableWhole: boolean
  readonly isTotalTold: boolean
}

function shownCell(cell: Cell, bases: Bases): Cell {
  const { rules } = bases
  const of = (figure: Figure | null, base: number, isTold: boolean) =>
    figure && (isTold && base >= rules.minimumBase ? displayFigure(figure, { base, rules }) : HIDDEN_FIGURE)
  return {
    count: null,
    weighted: cell.weighted === null ? null : displayWeighted(cell.weighted),
    ofColumn: of(cell.ofColumn, bases.column, true),
    ofRow: of(cell.ofRow, bases.row, bases.isRowTold),
    ofAll: of(cell.ofAll, bases.all, bases.isTotalTold),
    ofAnswers: cell.ofAnswers === null || !bases.isColumnWhole ? null : Math.round(cell.ofAnswers),
    mark: bases.isTableWhole ? cell.mark : null,
  }
}

function protectCells(table: AnalysisTable, hidden: HiddenCells, rules: DisclosureRules): Cell[][] {
  const isColumnWhole = hidden.columns.map((_, column) => hidden.cells.every((line) => !line[column]))
  return table.cells.map((line, row) =>
    line.map((cell, column) =>
      hidden.cells[row]![column]
        ? hiddenCell(cell)
        : shownCell(cell, {
            column: table.columnTotals[column]?.count ?? 0,
            row: table.rowTotals[row]?.count ?? 0,
            all: table.base.valid ?? 0,
            rules,
            isColumnWhole: isColumnWhole[column]!,
            isRowTold: !hidden.cells[row]![0],
            isTableWhole: !hidden.hasHidden,
            isTotalTold: !hidden.columns[0],
          }),
    ),
  )
}

function displayTest(test: TableTest | null): TableTest | null {
  if (test === null) return null
  const short = (value: number | null) => (value === null ? null : displayNumber(value))
  const p = (value: number) => Math.round(value * 1000) / 1000
  return {
    ...test,
    statistic: short(test.statistic),
    df: short(test.df),
    denominatorDf: short(test.denominatorDf),
    p: p(test.p),
    adjusted: test.adjusted && test.adjusted.map((one) => (one === null ? null : p(one))),
  }
}

const displayEffect = ({ cramerV, sentence }: Effect): Effect => ({
  cramerV: displayNumber(cramerV, 2),
  sentence,
})

/** Every part to the nearest 5; what is below ten people is not told, nor is nobody. */
function displayTableBase(
  base: TableBase,
  isTotalTold: boolean,
  { minimumBase }: DisclosureRules,
): TableBase {
  const people = (count: number | null, least = SMALLEST_BASE) =>
    isTotalTold ? displayBase(count ?? 0, least) : null
  return {
    asked: people(base.asked),
    valid: people(base.valid, minimumBase),
    unanswered: people(base.unanswered),
    notApplicable: people(base.notApplicable),
    refused: people(base.refused),
    dontKnow: people(base.dontKnow),
    withoutColumn: people(base.withoutColumn),
    effective: people(base.effective),
  }
}

const NOTHING = { isTold: false, isTableWhole: false, rules: rulesOf() }

/** A table of which nothing is told, as empty as one that nobody answered. */
export function hiddenTable(table: AnalysisTable, because: string): Protected<AnalysisTable> {
  const isOfNumbers = table.number !== null
  return asProtected({
    ...table,
    // Bands of a number are cut at answers of people.
    rows: isOfNumbers ? [] : table.rows,
    cells: isOfNumbers ? [] : table.cells.map((line) => line.map(hiddenCell)),
    rowTotals: isOfNumbers ? [] : table.rowTotals.map(() => HIDDEN_TOTAL),
    columnTotals: table.columns.map(() => HIDDEN_TOTAL),
    base: displayTableBase(table.base, false, rulesOf()),
    means: table.means && table.means.map((mean) => protectMean(mean, NOTHING)),
    leaders: null,
    test: null,
    meanTest: null,
    effect: null,
    sentences: [],
    notes: [],
    footer: [],
    versions: [],
    isProtected: true,
    hiddenBecause: because,
  })
}

/** Static notes on how to read the table; those of the raw one speak of what may be withheld here. */
function notesOf(
  { cells, columns, isRowMultiple }: AnalysisTable,
  hasHidden: boolean,
  rules: DisclosureRules,
) {
  const shares = cells.flat().map(({ ofColumn }) => ofColumn?.percent ?? null)
  const isBounded = rules.hidesHomogeneity && shares.some((percent) => percent === 5 || percent === 95)
  return [
    ...(isRowMultiple ? [MULTIPLE] : []),
    ...(hasHidden || shares.includes(null) ? [SOME_HIDDEN] : []),
    ...(hasHidden && columns.length > 1 ? [NOT_TESTED] : []),
    ROUNDED,
    ...(isBounded ? [BOUNDED] : []),
  ]
}

/** What leads, by what is shown: equal shares stand in the order of the questionnaire. */
function leadersOf({ leaders, cells }: AnalysisTable): AnalysisTable['leaders'] {
  if (leaders === null) return null
  const percents = leaders.map((row) => cells[row]?.[0]?.ofColumn?.percent ?? null)
  if (percents.includes(null)) return null
  const percentOf = (row: number) => cells[row]?.[0]?.ofColumn?.percent ?? 0
  return leaders.toSorted((one, other) => percentOf(other) - percentOf(one) || one - other)
}

function protectNumbers(
  table: AnalysisTable,
  hidden: HiddenCells,
  rules: DisclosureRules,
): Partial<AnalysisTable> & Pick<AnalysisTable, 'cells'> {
  const isTold = (column: number) => hidden.cells.every((line) => !line[column])
  const isTableWhole = !hidden.hasHidden
  return {
    cells: protectCells(table, hidden, rules),
    rowTotals: table.rowTotals.map(({ weighted }, row) => ({
      ...HIDDEN_TOTAL,
      weighted: hidden.cells[row]![0] || weighted === null ? null : displayWeighted(weighted),
    })),
    columnTotals: table.columnTotals.map((total, column) =>
      hidden.columns[column] ? HIDDEN_TOTAL : displayTotal(total, rules.minimumBase),
    ),
    base: displayTableBase(table.base, !hidden.columns[0], rules),
    means:
      table.means &&
      table.means.map((mean, column) => protectMean(mean, { isTold: isTold(column), isTableWhole, rules })),
    test: isTableWhole ? displayTest(table.test) : null,
    meanTest: isTableWhole ? displayTest(table.meanTest) : null,
    effect: isTableWhole && table.effect ? displayEffect(table.effect) : null,
  }
}

/**
 * A table as everybody but the organisation that owns the answers may see it. Nothing of fewer people than the question
 * demands; counts of 1 to 4 withheld with everything that would tell them (percentages, intervals, means, tests, marks,
 * leading answers, sentences) and as many others as keep them from being computed; whole percent, people to the nearest
 * 5, no counts of cells. Rows and columns keep the order of the questionnaire; sentences and footer are made anew of
 * what is shown.
 */
export function protectTable(
  table: AnalysisTable,
  request: TableRequest,
  { rules = rulesOf(), released }: TableProtection = {},
): Protected<AnalysisTable> {
  const hidden = hiddenCells(table, rules, released ?? table.columns.map(() => true))
  if ((table.base.valid ?? 0) < rules.minimumBase || hidden.cells.flat().every(Boolean)) {
    return hiddenTable(table, table.hiddenBecause ?? TOO_FEW)
  }
  const numbers: AnalysisTable = {
    ...table,
    ...protectNumbers(table, hidden, rules),
    isProtected: true,
    hiddenBecause: null,
  }
  const shown = { ...numbers, leaders: leadersOf(numbers), notes: notesOf(numbers, hidden.hasHidden, rules) }
  return asProtected({ ...shown, sentences: tableSentences(shown), footer: tableFooter(shown, request) })
}
