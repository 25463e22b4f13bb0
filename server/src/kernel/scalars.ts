import { Kind, type ValueNode } from 'graphql'
import { badInput } from './refusals.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2200

/** `2026-11-22` and nothing else: no 30 February, no year 275760. */
export function parseDay(value: unknown): string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null
  if (parts) {
    const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
    const date = new Date(Date.UTC(year, month - 1, day))
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    if (exists && year >= EARLIEST_YEAR && year <= LATEST_YEAR) return parts[0]
  }
  throw badInput('Takiej daty nie ma w kalendarzu. Datę zapisuje się tak: 2026-11-22.')
}

/** A local day of a `date` column, which Prisma gives as midnight in UTC. */
export function dayOf(value: string | Date): string {
  return typeof value === 'string' ? value : value.toISOString().slice(0, 10)
}

/** A local day as Prisma takes it for a `date` column: midnight in UTC. */
export const midnightOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

function parseInstant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value)) {
    parseDay(value.slice(0, 10))
    const instant = new Date(value)
    if (!Number.isNaN(instant.getTime())) return instant
  }
  throw badInput('Takiej chwili nie ma w kalendarzu. Zapisuje się ją tak: 2026-11-22T12:00:00Z.')
}

const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : null)

export const DateTimeScalar = {
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value: unknown) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node: ValueNode) => parseInstant(textOf(node)),
}

export const DateScalar = {
  description: 'A local day, `2026-11-22`.',
  serialize: (value: unknown) => dayOf(value as string | Date),
  parseValue: parseDay,
  parseLiteral: (node: ValueNode) => parseDay(textOf(node)),
}

export const JsonScalar = {
  description:
    "A JSON document whose shape is named in the field's description. As input only through a variable.",
  serialize: (value: unknown) => value,
  parseValue: (value: unknown) => value,
  parseLiteral: (): never => {
    throw badInput('Dokument JSON można przesłać tylko w zmiennej.')
  },
}
