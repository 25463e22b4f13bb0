import { ArgumentRefusedError, type Labels } from '@rozeznanie/core/statistics/design'
import type { TextTable } from './csv.ts'

/** Columns of a data file by name. */
export interface Frame {
  readonly rowCount: number
  /** NaN where missing. */
  readonly numbers: (name: string) => Float64Array
  /** Null where missing. */
  readonly labels: (name: string) => readonly (string | null)[]
  readonly has: (name: string) => boolean
}

const MISSING = new Set(['', 'NA'])

/** Remembers what was computed for a name. */
function remembered<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    let found = known.get(name)
    if (found === undefined) known.set(name, (found = compute(name)))
    return found
  }
}

const numbersOf = (labels: readonly (string | null)[]) =>
  Float64Array.from(labels, (label) => (label === null ? Number.NaN : Number(label)))

/** Gives a table's columns; a name that is not there is refused, with the names that are. */
export function frameOf({ header, columns, rowCount }: TextTable): Frame {
  const labels = remembered((name) => {
    const place = header.indexOf(name)
    if (place < 0)
      throw new ArgumentRefusedError(
        `w danych nie ma kolumny „${name}”. Kolumny danych: ${header.join(', ')}.`,
      )
    return columns[place]!.map((label) => (MISSING.has(label) ? null : label))
  })
  return {
    rowCount,
    labels,
    numbers: remembered((name) => numbersOf(labels(name))),
    has: (name) => header.includes(name),
  }
}

/** The frame with only the rows chosen. */
export function chooseRows(frame: Frame, rows: readonly number[]): Frame {
  const labels = remembered((name) => {
    const all = frame.labels(name)
    return rows.map((row) => all[row]!)
  })
  return {
    rowCount: rows.length,
    labels,
    numbers: remembered((name) => numbersOf(labels(name))),
    has: frame.has,
  }
}

/** A column that may not lack a value: strata, clusters. */
export function completeLabels(frame: Frame, name: string): Labels {
  const labels = frame.labels(name)
  const missing = labels.indexOf(null)
  if (missing >= 0)
    throw new ArgumentRefusedError(`w kolumnie „${name}” brakuje wartości w wierszu ${missing + 1}.`)
  return labels as readonly string[]
}

/** A categorical column: codes from 0 in the order of `levels`, −1 where missing. */
export interface Factor {
  readonly codes: Int32Array
  readonly levels: readonly string[]
}

const isNumeric = (label: string) => label.trim() !== '' && Number.isFinite(Number(label))

/** The plain order of letters, in which R sorts them too. */
const ALPHABET = new Intl.Collator('en')

/** Levels in the order of numbers, or of letters when some is not a number. */
export function sortLevels(levels: readonly string[]): string[] {
  return levels.every(isNumeric)
    ? levels.toSorted((a, b) => Number(a) - Number(b))
    : levels.toSorted((a, b) => ALPHABET.compare(a, b))
}

/** The codes of labels; without given levels, those of the data. */
export function factorOf(labels: readonly (string | null)[], given?: readonly string[]): Factor {
  const levels = given ?? sortLevels([...new Set(labels.filter((label) => label !== null))])
  const places = new Map(levels.map((level, place) => [level, place]))
  const codes = Int32Array.from(labels, (label) => {
    if (label === null) return -1
    const place = places.get(label)
    if (place === undefined)
      throw new ArgumentRefusedError(`kategorii „${label}” nie ma w rozkładzie populacji.`)
    return place
  })
  return { codes, levels }
}
