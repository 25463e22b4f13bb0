import { readFigure } from './read-figure.ts'

const TOTAL = /^(razem|ogółem|ogolem|suma|łącznie|lacznie|total)\b/
const MOST_LINES = 500

/** A label as it is compared: „Kobiety 18-34 lata” and „kobiety, 18–34” are the same. */
interface Part {
  readonly words: string
  /** Both ends included; `null` for whatever is no age. */
  readonly ages: { readonly from: number; readonly to: number } | null
}

const OPEN_END = 999

function partOf(text: string): Part {
  const words = text
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/^(kobieta|kobiety|k)$/, 'kobiety')
    .replace(/^(mężczyzna|mężczyźni|m)$/, 'mężczyźni')
    .replace(/[.:"„”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const range = /^(\d{1,3}) ?- ?(\d{1,3})( lat| lata| rok)?$/.exec(words)
  if (range) return { words, ages: { from: Number(range[1]), to: Number(range[2]) } }
  const open = /^(\d{1,3}) ?(lat |lata )?(\+|i więcej|lub więcej|i starsi|i powyżej|i starsze)$/.exec(words)
  if (open) return { words, ages: { from: Number(open[1]), to: OPEN_END } }
  const single = /^(\d{1,3})( lat| lata| rok)$/.exec(words)
  return { words, ages: single ? { from: Number(single[1]), to: Number(single[1]) } : null }
}

/** „Kobiety, 18–34 lata” is two parts, and so is „kobiety 18-34”. */
function partsOf(labels: readonly string[]): readonly Part[] {
  return labels
    .flatMap((label) => label.replace(/^(kobiety|mężczyźni)\s+(?=\d)/i, '$1, ').split(/,(?!\d)/))
    .map(partOf)
    .filter(({ words }) => words !== '')
}

const fits = (pasted: Part, own: Part): boolean =>
  pasted.ages && own.ages
    ? pasted.ages.from >= own.ages.from && pasted.ages.to <= own.ages.to
    : pasted.words === own.words

/** Whether a pasted label names the category, whatever the order of its parts; finer bands of age fall into theirs. */
function names(pasted: readonly Part[], own: readonly Part[]): boolean {
  return pasted.length === own.length && pasted.every((part) => own.some((other) => fits(part, other)))
}

interface Figure {
  readonly labels: readonly string[]
  readonly value: number
}

const cellsOf = (line: string): readonly string[] =>
  (line.includes('\t') ? line.split('\t') : line.split(/;|\s{2,}/)).map((cell) => cell.trim())

const isNumber = (cell: string | undefined) => cell !== undefined && cell !== '' && readFigure(cell) !== null
const isTotal = (label: string) => TOTAL.test(label.toLowerCase())

/** One number a line with its label before it. */
function listed(rows: readonly (readonly string[])[]): readonly Figure[] {
  return rows.flatMap((cells) => {
    const at = cells.findLastIndex(isNumber)
    const labels = cells.slice(0, at).filter((cell) => cell !== '')
    return at < 1 || labels.length === 0 ? [] : [{ labels, value: readFigure(cells[at] ?? '') ?? 0 }]
  })
}

/** A table with headings above and at the side. */
function crossed(header: readonly string[], rows: readonly (readonly string[])[]): readonly Figure[] {
  return rows.flatMap((cells) =>
    cells.flatMap((cell, at) => {
      const [row = ''] = cells
      const above = header[at] ?? ''
      if (at === 0 || !isNumber(cell) || isTotal(above)) return []
      return [{ labels: [row, above].filter((label) => label !== ''), value: readFigure(cell) ?? 0 }]
    }),
  )
}

function figuresOf(rows: readonly (readonly string[])[]): readonly Figure[] {
  const [header = [], ...rest] = rows
  const isCrossed =
    header.length > 2 &&
    !header.slice(1).some(isNumber) &&
    rest.some((cells) => cells.filter(isNumber).length > 1)
  return isCrossed ? crossed(header, rest) : listed(rows)
}

/** What was found in a pasted table. */
export interface PastedFigures {
  /** By the place of the category; those that were not found are absent. */
  readonly figures: ReadonlyMap<number, number>
  /** Labels of the table that name no category. */
  readonly unknown: readonly string[]
}

/**
 * Finds the numbers of a margin in a table pasted from a spreadsheet: a label and a number a line, or headings above
 * and at the side, or as many bare numbers as there are categories. Finer bands of age are added up, totals left out.
 *
 * @param categories - labels of the margin
 */
export function readPasted(text: string, categories: readonly string[]): PastedFigures {
  const rows = text
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => cell !== '') && !isTotal(cells.find((cell) => cell !== '') ?? ''))
  const bare = rows.flat().filter((cell) => cell !== '')
  if (bare.length === categories.length && bare.every(isNumber))
    return { figures: new Map(bare.map((cell, at) => [at, readFigure(cell) ?? 0])), unknown: [] }
  const own = categories.map((label) => partsOf([label]))
  const whole = categories.map((label) => partOf(label).words)
  const figures = new Map<number, number>()
  const unknown: string[] = []
  for (const { labels, value } of figuresOf(rows)) {
    const parts = partsOf(labels)
    const place = own.findIndex((category) => names(parts, category))
    const at = place >= 0 ? place : whole.indexOf(partOf(labels.join(' ')).words)
    if (at < 0) unknown.push(labels.join(', '))
    else figures.set(at, (figures.get(at) ?? 0) + value)
  }
  return { figures, unknown: [...new Set(unknown)] }
}
