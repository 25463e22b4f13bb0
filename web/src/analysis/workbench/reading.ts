import { formatCount } from '../../i18n/format.ts'
import { endsOf, percentWords, rangeWords } from './figure-words.ts'
import { type Grid, isKnown } from './grid.ts'

/** One cell by its answer and its group; `answer` −1: the group as a whole. */
export interface GridPlace {
  readonly answer: number
  readonly group: number
}

/** What is pointed at: a cell, or a word of the table that wants explaining. */
export type Pointed = GridPlace | ReadingTerm

export const READING_TERMS = ['count', 'effective', 'interval', 'reliability', 'mark'] as const
export type ReadingTerm = (typeof READING_TERMS)[number]

/** The catalogue: a key with its values to a Polish sentence. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

const percentOfWords = { COLUMN: 'reading.ofColumn', ROW: 'reading.ofRow', ALL: 'reading.ofAll' } as const

/** A cell in plain sentences: whose share it is, how exact, of how many people, and whether it stands out. */
export function cellInWords(grid: Grid, { answer, group }: GridPlace, say: Say): readonly string[] {
  const cell = grid.cells[answer]?.[group]
  const who = grid.groups[group]
  const what = grid.answers[answer]?.label ?? ''
  if (!who) return []
  if (!cell) return groupInWords(grid, group, say)
  if (!isKnown(cell.figure)) return [say('reading.tooFew', { group: who.label, answer: what })]
  const { figure, mark } = cell
  const ends = endsOf(figure)
  const values = { group: who.label, answer: what, percent: percentWords(figure.percent) }
  const isAlone = grid.groups.length === 1
  const interval = ends && {
    range: rangeWords(ends.low, ends.high),
    kind: say(grid.isModel ? 'reading.model' : 'reading.likely'),
  }
  return [
    say(isAlone ? 'reading.alone' : percentOfWords[grid.percentOf], values),
    ...(interval ? [say('reading.interval', interval)] : []),
    ...(figure.reliability === 'C' ? [say('reading.careful')] : []),
    ...peopleInWords(grid, group, say),
    ...(mark ? [say(`reading.${mark}`)] : []),
  ]
}

function peopleInWords({ groups, isWeighted }: Grid, group: number, say: Say): readonly string[] {
  const { count = null, effectiveCount = null } = groups[group] ?? {}
  if (count === null) return []
  const n = say('reading.people', { count, n: formatCount(count) })
  if (!isWeighted || effectiveCount === null) return [n]
  return [n, say('reading.effective', { count: formatCount(Math.round(effectiveCount)) })]
}

function groupInWords(grid: Grid, group: number, say: Say): readonly string[] {
  const label = grid.groups[group]?.label ?? ''
  const people = peopleInWords(grid, group, say)
  return people.length > 0 ? [`${label}.`, ...people] : [say('reading.noCount', { group: label })]
}

/** What stands in the reading aid for whatever is pointed at. */
export function readingOf(grid: Grid, pointed: Pointed | null, say: Say): readonly string[] {
  if (pointed === null) return [say('reading.hint')]
  if (typeof pointed !== 'string') return cellInWords(grid, pointed, say)
  return [say(pointed === 'interval' && grid.isModel ? 'terms.intervalModel' : `terms.${pointed}`)]
}
