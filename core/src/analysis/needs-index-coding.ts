import type { CodeColumn, MatrixColumn, MatrixColumnRow } from './column.ts'
import type { Columns } from './columns.ts'
import { codingOfCodes, crossed } from './indicators-coding.ts'
import type { Coding } from './indicators-count.ts'
import type { CellValues } from './indicators-figure.ts'
import { pointsOf, pompOf } from './scales.ts'

/** Which questions the index is made of; without them the levels of `serv_need`. */
export interface NeedsQuestions {
  readonly needKey: string
  readonly availabilityKey: string
}

export const NEEDS_QUESTION = 'serv_need'

/** One service: people sorted by both answers, and what each pair means, 0 to 100 and 0 or 1. */
export interface ServiceCoding {
  readonly key: string
  readonly label: string
  readonly coding: Coding
  readonly need: CellValues
  readonly availability: CellValues
  readonly gap: CellValues
  /** 1 for a need that is not met, 0 for one that is, `null` for people without a need. */
  readonly unmet: CellValues
  /** The same of everybody with both answers. */
  readonly lack: CellValues
}

/** Need and what is met of it, by the levels of `serv_need`; who does not know has no answer. */
const LEVELS: Readonly<Record<string, { readonly need: number; readonly met: number }>> = {
  '1': { need: 0, met: 0 },
  '2': { need: 0, met: 0 },
  '3': { need: 100, met: 0 },
  '4': { need: 100, met: 100 },
  '5': { need: 100, met: 50 },
}

function byLevels({ key, label }: MatrixColumnRow, column: CodeColumn): ServiceCoding {
  const levels = column.dictionary.options.map(({ code }) => LEVELS[code] ?? null)
  const isLacking = ({ need, met }: { readonly need: number; readonly met: number }) => need > met
  return {
    key,
    label,
    coding: codingOfCodes(column),
    need: levels.map((level) => level && level.need),
    availability: levels.map((level) => level && level.met),
    gap: levels.map((level) => level && level.need - level.met),
    unmet: levels.map((level) => (level === null || level.need === 0 ? null : isLacking(level) ? 1 : 0)),
    lack: levels.map((level) => level && (isLacking(level) ? 1 : 0)),
  }
}

/** The two highest points of need, and the two lowest of availability, are what is in need and what lacks. */
const HIGH = 75
const LOW = 25

function byScales(row: MatrixColumnRow, need: CodeColumn, availability: CodeColumn): ServiceCoding {
  const [needs, there] = [pompOf(pointsOf(need)), pompOf(pointsOf(availability))]
  const pairs = needs.flatMap((one) => there.map((other) => ({ one, other })))
  const of = (value: (one: number, other: number) => number | null): CellValues =>
    pairs.map(({ one, other }) => (one === null || other === null ? null : value(one, other)))
  const isLacking = (one: number, other: number) => one >= HIGH && other <= LOW
  return {
    key: row.key,
    label: row.label,
    coding: crossed(codingOfCodes(need), codingOfCodes(availability)),
    need: of((one) => one),
    availability: of((_, other) => other),
    gap: of((one, other) => one - other),
    unmet: of((one, other) => (one < HIGH ? null : isLacking(one, other) ? 1 : 0)),
    lack: of((one, other) => (isLacking(one, other) ? 1 : 0)),
  }
}

const rowsOf = ({ rows }: MatrixColumn) =>
  rows.flatMap((row) => (row.column.kind === 'code' ? [{ row, column: row.column }] : []))

/** The services whose needs the questionnaire asks for; none where it does not. */
export function servicesOf(columns: Columns, questions: NeedsQuestions | null): readonly ServiceCoding[] {
  const need = columns.byKey.get(questions?.needKey ?? NEEDS_QUESTION)
  if (need?.kind !== 'matrix') return []
  if (questions === null) return rowsOf(need).map(({ row, column }) => byLevels(row, column))
  const availability = columns.byKey.get(questions.availabilityKey)
  if (availability?.kind !== 'matrix') return []
  const others = new Map(rowsOf(availability).map(({ row, column }) => [row.key, column]))
  const hasPoints = (column: CodeColumn) => pointsOf(column).filter((point) => point !== null).length >= 2
  return rowsOf(need).flatMap(({ row, column }) => {
    const other = others.get(row.key)
    return other && hasPoints(column) && hasPoints(other) ? [byScales(row, column, other)] : []
  })
}
