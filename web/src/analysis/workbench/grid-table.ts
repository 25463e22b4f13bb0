import { formatCount } from '../../i18n/format.ts'
import { endsOf, meanWords, percentWords, rangeWords, SIGNS } from './figure-words.ts'
import { type Grid, type GridCell, type Group, isKnown } from './grid.ts'
import type { Pointed, ReadingTerm } from './reading.ts'

export interface TableHead {
  readonly label: string
  /** A word that is explained when it is pointed at. */
  readonly term?: ReadingTerm
}

export interface TableCell {
  readonly text: string
  /** Smaller, under the text. */
  readonly range?: string
  readonly sign?: string
  /** Too little is known to be told. */
  readonly isMissing?: boolean
  /** Little is known: the cell says „ostrożnie”. */
  readonly isCareful?: boolean
  /** What the reading aid says of it; `null`: nothing. */
  readonly pointed: Pointed | null
}

export interface TableLine {
  readonly key: string
  readonly head: TableHead
  readonly cells: readonly TableCell[]
  /** Of people or means, not of answers. */
  readonly isTotal?: boolean
}

/** The table twin of a chart, ready to be written. */
export interface TableTwin {
  readonly corner: string
  readonly columns: readonly TableHead[]
  readonly lines: readonly TableLine[]
}

/** Headings of the twin, from the catalogue. */
export interface TwinWords {
  readonly answer: string
  readonly question: string
  readonly count: string
  readonly effective: string
  readonly percent: string
  readonly interval: string
  readonly reliability: string
  readonly mean: string
  readonly tooFew: string
  readonly levels: Readonly<Record<'A' | 'B' | 'C' | 'D', string>>
}

const NOTHING = '–'
const countWords = (count: number | null): string =>
  count === null ? NOTHING : formatCount(Math.round(count))

function shareCell({ figure, mark }: GridCell, pointed: Pointed, words: TwinWords): TableCell {
  if (!isKnown(figure)) return { text: words.tooFew, isMissing: true, pointed }
  const ends = endsOf(figure)
  return {
    text: percentWords(figure.percent),
    ...(ends && { range: rangeWords(ends.low, ends.high) }),
    ...(mark && { sign: SIGNS[mark] }),
    ...(figure.reliability === 'C' && { isCareful: true }),
    pointed,
  }
}

const EMPTY: GridCell = { count: null, figure: null, mark: null }
const cellAt = ({ cells }: Grid, answer: number, group: number): GridCell => cells[answer]?.[group] ?? EMPTY

function totalCell(of: (group: Group) => number | null) {
  return (group: Group, place: number): TableCell => ({
    text: countWords(of(group)),
    pointed: { answer: -1, group: place },
  })
}

const hasMeans = ({ groups }: Grid): boolean => groups.some(({ mean }) => typeof mean?.mean === 'number')

const meanCell = ({ mean }: Group): TableCell => ({
  text: mean ? meanWords(mean) : NOTHING,
  pointed: null,
})

/** Every number of one question in a column of its own. */
function plainTwin(grid: Grid, words: TwinWords): TableTwin {
  const lines = grid.answers.map(({ code, label }, answer): TableLine => {
    const pointed = { answer, group: 0 }
    const cell = cellAt(grid, answer, 0)
    const isShown = isKnown(cell.figure)
    const ends = isShown && cell.figure ? endsOf(cell.figure) : null
    const level = isShown ? words.levels[cell.figure?.reliability ?? 'D'] : words.levels.D
    return {
      key: code,
      head: { label },
      cells: [
        { text: countWords(cell.count), pointed },
        { text: isKnown(cell.figure) ? percentWords(cell.figure.percent) : NOTHING, pointed },
        { text: ends ? rangeWords(ends.low, ends.high) : NOTHING, pointed },
        { text: level, pointed },
      ],
    }
  })
  return {
    corner: words.answer,
    columns: [
      { label: words.count, term: 'count' },
      { label: words.percent },
      { label: words.interval, term: 'interval' },
      { label: words.reliability, term: 'reliability' },
    ],
    lines,
  }
}

/** Answers by groups, with the people of each group below. */
function crossedTwin(grid: Grid, words: TwinWords): TableTwin {
  const total = (key: string, head: TableHead, cells: readonly TableCell[]): TableLine => ({
    key,
    head,
    cells,
    isTotal: true,
  })
  return {
    corner: words.answer,
    columns: grid.groups.map(({ label }) => ({ label })),
    lines: [
      ...grid.answers.map(({ code, label }, answer): TableLine => ({
        key: code,
        head: { label },
        cells: grid.groups.map((_, group) =>
          shareCell(cellAt(grid, answer, group), { answer, group }, words),
        ),
      })),
      ...(hasMeans(grid) ? [total('mean', { label: words.mean }, grid.groups.map(meanCell))] : []),
      total('count', { label: words.count, term: 'count' }, grid.groups.map(totalCell(({ count }) => count))),
      ...(grid.isWeighted
        ? [
            total(
              'effective',
              { label: words.effective, term: 'effective' },
              grid.groups.map(totalCell(({ effectiveCount }) => effectiveCount)),
            ),
          ]
        : []),
    ],
  }
}

/** Questions by answers: long names stand at the beginning of the rows. */
function comparedTwin(grid: Grid, words: TwinWords): TableTwin {
  const withMeans = hasMeans(grid)
  return {
    corner: words.question,
    columns: [
      ...grid.answers.map(({ label }) => ({ label })),
      ...(withMeans ? [{ label: words.mean }] : []),
      { label: words.count, term: 'count' as const },
    ],
    lines: grid.groups.map((group, place): TableLine => ({
      key: `${place}`,
      head: { label: group.label },
      cells: [
        ...grid.answers.map((_, answer) =>
          shareCell(cellAt(grid, answer, place), { answer, group: place }, words),
        ),
        ...(withMeans ? [meanCell(group)] : []),
        totalCell(({ count }) => count)(group, place),
      ],
    })),
  }
}

export function tableTwin(grid: Grid, words: TwinWords): TableTwin {
  if (grid.areGroupsQuestions) return comparedTwin(grid, words)
  return grid.groups.length < 2 ? plainTwin(grid, words) : crossedTwin(grid, words)
}

/** Where the focus goes from a cell by a key; `null` for keys that do not move it. */
export function movedFocus(
  from: { readonly line: number; readonly cell: number },
  key: string,
  size: { readonly lines: number; readonly cells: number },
): { readonly line: number; readonly cell: number } | null {
  const within = (value: number, most: number) => Math.max(0, Math.min(most - 1, value))
  const { line, cell } = from
  const moves: Readonly<Record<string, { readonly line: number; readonly cell: number }>> = {
    ArrowRight: { line, cell: cell + 1 },
    ArrowLeft: { line, cell: cell - 1 },
    ArrowDown: { line: line + 1, cell },
    ArrowUp: { line: line - 1, cell },
    Home: { line, cell: 0 },
    End: { line, cell: size.cells - 1 },
    PageUp: { line: 0, cell },
    PageDown: { line: size.lines - 1, cell },
  }
  const to = moves[key]
  return to ? { line: within(to.line, size.lines), cell: within(to.cell, size.cells) } : null
}
