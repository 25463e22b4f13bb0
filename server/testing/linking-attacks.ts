import { createHash } from 'node:crypto'
import { base64Url, codeBytes } from '@rozeznanie/core/invitation'
import { aDevice, type CodedSurvey } from './code-devices.ts'
import type { TestApp } from './test-app.ts'

/** Which response each code let in: what nobody may find out. In the order in which people answered. */
export type Pairs = ReadonlyMap<string, string>

/** People answer with codes in an order of chance, half of them by devices that cannot blind by themselves. */
export async function answerAll(test: TestApp, survey: CodedSurvey): Promise<Pairs> {
  const pairs = new Map<string, string>()
  const order = survey.codes.map((code) => ({ code, chance: Math.random() }))
  for (const { code } of order.toSorted((one, other) => one.chance - other.chance)) {
    const device = aDevice(test, survey, `10.0.${pairs.size >> 8}.${pairs.size & 255}`)
    const isPlain = pairs.size % 2 === 1
    const ticket = isPlain
      ? (await device.post('kod', { code, seed: base64Url(device.seed) })).body.ticket
      : (await device.ask(code)).ticket
    const { status } = await device.send(ticket)
    if (status !== 201) throw new Error(`the response came back with ${status}`)
    pairs.set(code, device.id)
  }
  return pairs
}

interface Row {
  readonly name: string
  readonly [column: string]: string
}

const CODES = `SELECT c.code AS name, c.serial::text, c.code AS code, c.ctid::text AS place, c.xmin::text AS writer,
    c.cmin::text AS command FROM one_time_code c WHERE c.survey_id = $1 AND NOT c.is_void`
const RESPONSES = `SELECT r.id::text AS name, r.sequence::text, r.id::text AS id, r.ctid::text AS place,
    r.xmin::text AS writer, encode(r.ticket_hash, 'hex') AS ticket, encode(r.content_hash, 'hex') AS content
    FROM response r WHERE r.survey_id = $1`

/** What a value sorts by: places in the table as pairs of numbers, numbers as numbers, anything else as text. */
function keyOf(value: string): string {
  const numbers = value.match(/^\(?(\d+)(?:,(\d+)\))?$/)
  return numbers
    ? numbers
        .slice(1)
        .map((part = '') => part.padStart(20, '0'))
        .join('.')
    : value
}

const sortedBy = (rows: readonly Row[], column: string): readonly string[] =>
  rows
    .toSorted((one, other) => (keyOf(one[column] ?? '') < keyOf(other[column] ?? '') ? -1 : 1))
    .map(({ name }) => name)

/** The orders in which the stored lists of spent codes name them, and what is hidden of the shown ones last. */
async function spentOrders(test: TestApp, surveyId: string): Promise<Record<string, readonly string[]>> {
  const { spent, shown } = await test.db.prisma.spentCodes.findUniqueOrThrow({ where: { surveyId } })
  const codes = await test.db.prisma.oneTimeCode.findMany({ where: { surveyId, isVoid: false } })
  const nameOf = new Map(codes.map(({ code }) => [Buffer.from(codeBytes(code)).toString('hex'), code]))
  const entries = Array.from({ length: spent.length / 16 }, (_, index) => {
    const entry = Buffer.from(spent.subarray(index * 16, index * 16 + 16)).toString('hex')
    return { code: nameOf.get(entry.slice(0, 10)) ?? '', hash: entry.slice(10) }
  })
  const isShown = new Set(
    Array.from({ length: shown.length / 5 }, (_, index) =>
      nameOf.get(Buffer.from(shown.subarray(index * 5, index * 5 + 5)).toString('hex')),
    ),
  )
  return {
    'place in the list': entries.map(({ code }) => code),
    'hash of what was signed': entries.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ code }) => code),
    'not shown yet comes last': entries
      .toSorted((a, b) => Number(!isShown.has(a.code)) - Number(!isShown.has(b.code)))
      .map(({ code }) => code),
  }
}

/** Codes and responses whose stored values are equal, or one the hash of the other. */
function sharedValues(codes: readonly Row[], responses: readonly Row[]): number {
  const hashed = (text: string) => createHash('sha256').update(text).digest('hex')
  const known = new Set(codes.flatMap(({ code = '' }) => [code, hashed(code), hashed(code.toUpperCase())]))
  const values = responses.flatMap(({ ticket = '', content = '', id = '' }) => [ticket, content, id])
  return values.filter((value) => known.has(value)).length
}

/** How well each attack with only the database links codes with responses: the share of pairs it finds. */
export async function linkingAttacks(
  test: TestApp,
  surveyId: string,
  pairs: Pairs,
): Promise<Record<string, number>> {
  const { rows: codes } = await test.db.pool.query<Row>(CODES, [surveyId])
  const { rows: responses } = await test.db.pool.query<Row>(RESPONSES, [surveyId])
  const columnsOf = (rows: readonly Row[]) => Object.keys(rows[0] ?? {}).filter((column) => column !== 'name')
  const codeOrders = {
    ...Object.fromEntries(columnsOf(codes).map((column) => [column, sortedBy(codes, column)])),
    ...(await spentOrders(test, surveyId)),
  }
  const found: Record<string, number> = { 'shared values': sharedValues(codes, responses) / pairs.size }
  for (const [codeOrder, names] of Object.entries(codeOrders)) {
    for (const column of columnsOf(responses)) {
      const ids = sortedBy(responses, column)
      for (const [way, guesses] of [['', ids] as const, [' backwards', ids.toReversed()] as const]) {
        const right = names.filter((code, index) => pairs.get(code) === guesses[index]).length
        found[`${codeOrder} × ${column}${way}`] = right / pairs.size
      }
    }
  }
  return found
}
