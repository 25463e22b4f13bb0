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

/** Gives a table's columns; a name that is not there is refused. */
export function frameOf({ header, rows }: TextTable): Frame {
  const placeOf = (name: string) => {
    const place = header.indexOf(name)
    if (place < 0) throw new ArgumentRefusedError(`w danych nie ma kolumny „${name}”.`)
    return place
  }
  const labels = (name: string) => {
    const place = placeOf(name)
    return rows.map((row) => (MISSING.has(row[place]!) ? null : row[place]!))
  }
  return {
    rowCount: rows.length,
    labels,
    numbers: (name) =>
      Float64Array.from(labels(name), (label) => (label === null ? Number.NaN : Number(label))),
    has: (name) => header.includes(name),
  }
}

/** The frame with only the rows chosen. */
export function chooseRows(frame: Frame, rows: readonly number[]): Frame {
  return {
    rowCount: rows.length,
    labels: (name) => {
      const all = frame.labels(name)
      return rows.map((row) => all[row]!)
    },
    numbers: (name) => {
      const all = frame.numbers(name)
      return Float64Array.from(rows, (row) => all[row]!)
    },
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
