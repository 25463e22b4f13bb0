import {
  HIDDEN_FIGURE,
  type AnalysisTable,
  type Cell,
  type Figure,
  type TableBase,
  type TableTest,
  type Total,
} from '../analysis/table.ts'
import { asProtected, type Protected } from './brand.ts'
import { displayBase, displayNumber, displayWeighted } from './display.ts'
import { displayFigure, protectMean } from './protect-figure.ts'
import { isSmall, isTelling, rulesOf, SMALLEST_BASE, type DisclosureRules } from './rules.ts'
import { guardLine, suppress, type CountTable, type Hidden } from './suppression.ts'

/** Why nothing of a table is shown. */
export const TOO_FEW =
  'Za mało odpowiedzi, aby pokazać wyniki i nikogo nie ujawnić. Proszę wybrać szerszą grupę albo mniej cech naraz.'

const SOME_HIDDEN =
  'Części wartości nie pokazujemy, aby nikogo nie można było rozpoznać: za mało osób tak odpowiedziało albo dałoby się te wartości wyliczyć z innych pokazanych wyników.'
const ROUNDED =
  'Odsetki podano w pełnych procentach, a liczby osób w zaokrągleniu do 5, aby nikogo nie można było rozpoznać.'
const BOUNDED = 'W małych grupach wartości poniżej 5% podano jako 5%, a powyżej 95% jako 95%.'

interface TableProtection {
  /** What the row question demands; the usual rules when absent. */
  readonly rules?: DisclosureRules
  /** For each column, „Ogółem” first, whether the audit of query sets released it; all of them when absent. */
  readonly released?: readonly boolean[]
}

/** What of a table may not be told, „Ogółem” among its columns. */
interface HiddenCells {
  readonly cells: readonly (readonly boolean[])[]
  readonly columns: readonly boolean[]
  readonly hasHidden: boolean
}

const countsOf = (totals: readonly Total[]): number[] => totals.map(({ count }) => count ?? 0)

/** The table without „Ogółem”, as numbers that add up. */
function countTable(table: AnalysisTable): CountTable {
  const [all = 0, ...columnTotals] = countsOf(table.columnTotals)
  return {
    counts: table.cells.map((line) => line.slice(1).map(({ count }) => count ?? 0)),
    rowTotals: table.cells.map(([first]) => first?.count ?? 0),
    columnTotals,
    validCount: all,
    isRowMultiple: table.isRowMultiple,
    isColumnMultiple: table.isColumnMultiple,
  }
}

function oneWay({ rowTotals, validCount, isRowMultiple }: CountTable, isRefused: boolean): Hidden {
  const hidden = isRowMultiple
    ? rowTotals.map((count) => isTelling(count, validCount))
    : guardLine(rowTotals, rowTotals.map(isSmall))
  const isWhole = isRefused || (!isRowMultiple && hidden.length === 2 && hidden.some(Boolean))
  return { cells: hidden.map(() => []), rowTotals: hidden.map((one) => one || isWhole), columnTotals: [] }
}

function hiddenCells(
  table: AnalysisTable,
  rules: DisclosureRules,
  released: readonly boolean[],
): HiddenCells {
  const counted = countTable(table)
  const isFew = (count: number) => count < rules.minimumBase
  const areTotalsRefused = released[0] !== true
  const hidden =
    table.columns.length === 1
      ? oneWay(counted, areTotalsRefused)
      : suppress(counted, {
          fewIn: counted.columnTotals.map((count) => count > 0 && isFew(count)),
          refused: counted.columnTotals.map((count, column) => count === 0 || released[column + 1] !== true),
          areTotalsRefused,
        })
  const columns = [
    areTotalsRefused,
    ...hidden.columnTotals.map((isHidden, column) => isHidden || isFew(counted.columnTotals[column]!)),
  ]
  const cells = hidden.cells.map((line, row) =>
    [hidden.rowTotals[row]!, ...line].map((isHidden, column) => isHidden || columns[column]!),
  )
  return { cells, columns, hasHidden: cells.flat().some(Boolean) }
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
  const columns = table.columns.map(() => HIDDEN_TOTAL)
  return asProtected({
    ...table,
    cells: table.cells.map((line) => line.map(hiddenCell)),
    rowTotals: table.rowTotals.map(() => HIDDEN_TOTAL),
    columnTotals: columns,
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

/** What is said of a table once its numbers may be shown: sentences and footer made from these numbers alone. */
export type TableWords = (table: AnalysisTable) => Pick<AnalysisTable, 'sentences' | 'footer'>

const NO_WORDS: TableWords = () => ({ sentences: [], footer: [] })

function notesOf({ cells }: Pick<AnalysisTable, 'cells'>, hasHidden: boolean, rules: DisclosureRules) {
  const shares = cells.flat().map(({ ofColumn }) => ofColumn?.percent)
  const isBounded = rules.hidesHomogeneity && shares.some((percent) => percent === 5 || percent === 95)
  return [...(hasHidden ? [SOME_HIDDEN] : []), ROUNDED, ...(isBounded ? [BOUNDED] : [])]
}

/**
 * A table as everybody but the organisation that owns the answers may see it. Nothing of fewer people than the question
 * demands; counts of 1 to 4 withheld with everything that would tell them (percentages, intervals, means, tests, marks,
 * sentences) and as many others as keep them from being computed; whole percent, people to the nearest 5, no counts of
 * cells. Rows and columns keep the order of the questionnaire, whatever is in them.
 *
 * @param words - says the sentences anew, of what is shown
 */
export function protectTable(
  table: AnalysisTable,
  { rules = rulesOf(), released }: TableProtection = {},
  words: TableWords = NO_WORDS,
): Protected<AnalysisTable> {
  const hidden = hiddenCells(table, rules, released ?? table.columns.map(() => true))
  if ((table.base.valid ?? 0) < rules.minimumBase || hidden.cells.flat().every(Boolean)) {
    return hiddenTable(table, table.hiddenBecause ?? TOO_FEW)
  }
  const cells = protectCells(table, hidden, rules)
  const isTold = (column: number) => hidden.cells.every((line) => !line[column])
  const numbers: AnalysisTable = {
    ...table,
    cells,
    rowTotals: table.rowTotals.map((total, row) => ({
      ...HIDDEN_TOTAL,
      weighted: hidden.cells[row]![0] || total.weighted === null ? null : displayWeighted(total.weighted),
    })),
    columnTotals: table.columnTotals.map((total, column) =>
      hidden.columns[column] ? HIDDEN_TOTAL : displayTotal(total, rules.minimumBase),
    ),
    base: displayTableBase(table.base, !hidden.columns[0], rules),
    means:
      table.means &&
      table.means.map((mean, column) =>
        protectMean(mean, { isTold: isTold(column), isTableWhole: !hidden.hasHidden, rules }),
      ),
    leaders: hidden.hasHidden ? null : table.leaders,
    test: hidden.hasHidden ? null : displayTest(table.test),
    meanTest: hidden.hasHidden ? null : displayTest(table.meanTest),
    effect: hidden.hasHidden
      ? null
      : table.effect && { ...table.effect, cramerV: displayNumber(table.effect.cramerV, 2) },
    sentences: [],
    footer: [],
    notes: [...table.notes, ...notesOf({ cells }, hidden.hasHidden, rules)],
    isProtected: true,
    hiddenBecause: null,
  }
  return asProtected({ ...numbers, ...words(numbers) })
}
