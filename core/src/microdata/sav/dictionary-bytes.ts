import { cutToBytes, labelWithin, oneLine } from '../cut-text.ts'
import type { Dictionary, Measure, Variable, VariableValue } from '../model.ts'
import { UNANSWERED, LOWEST_MISSING } from '../special-values.ts'
import { byteLength, utf8 } from '../utf8.ts'
import { ByteWriter } from './byte-writer.ts'
import { eightsOf, storedVariables, type Segment, type StoredVariable } from './segments.ts'

/** What a file tells of itself. */
export interface SavFacts {
  readonly title: string
  /** `2026-11-22` */
  readonly day: string
  readonly caseCount: number
}

const LONGEST_LABEL = 256
const LONGEST_VALUE_LABEL = 120
const LONGEST_TITLE = 64
/** Small whole numbers are stored in one byte, moved by this. */
export const BIAS = 100
const UTF_8 = 65_001
const MOST_IN_COUNT = 2 ** 31 - 1
const NUMBER_FORMAT = 5
const TEXT_FORMAT = 1
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const MEASURES: Readonly<Record<Measure, number>> = { NOMINAL: 1, ORDINAL: 2, SCALE: 3 }

/** Absent, largest and smallest number, as the format has them. */
const ABSENT = -Number.MAX_VALUE
const LOWEST = -1.7976931348623155e308

function header(writer: ByteWriter, facts: SavFacts, eights: number, weightIndex: number): void {
  const [year = '', month = '', day = ''] = facts.day.split('-')
  const count = facts.caseCount > MOST_IN_COUNT ? -1 : facts.caseCount
  writer.text('$FL2', 4).text('@(#) SPSS DATA FILE Rozeznanie', 60)
  writer.int32(2, eights, 1, weightIndex, count).float64(BIAS)
  writer.text(`${day} ${MONTHS[Number(month) - 1]} ${year.slice(2)}`, 9).text('00:00:00', 8)
  writer.text(cutToBytes(oneLine(facts.title), LONGEST_TITLE), LONGEST_TITLE).text('', 3)
}

/** The range of a variable's special values; `null` where it has none. */
function missingRange(values: readonly VariableValue[]): readonly [number, number] | null {
  const missing = values.filter(({ isMissing }) => isMissing).map(({ number }) => number)
  if (missing.length === 0) return null
  const shift = Math.min(...missing) - LOWEST_MISSING
  return [LOWEST_MISSING + shift, UNANSWERED + shift]
}

const formatOf = (type: number, width: number, decimals: number) => (type << 16) | (width << 8) | decimals

function numberFormat({ values, decimals }: Variable): number {
  const longest = Math.max(8, ...values.map(({ number }) => String(number).length))
  return formatOf(NUMBER_FORMAT, Math.min(40, longest + (decimals > 0 ? decimals + 1 : 0)), decimals)
}

const label = ({ text, part }: Variable) => utf8(labelWithin(text, part, LONGEST_LABEL))

function variableRecord(writer: ByteWriter, variable: Variable, segment: Segment, isFirst: boolean): void {
  const { width, shortName } = segment
  const range = width === 0 ? missingRange(variable.values) : null
  const format = width === 0 ? numberFormat(variable) : formatOf(TEXT_FORMAT, width, 0)
  const words = isFirst ? label(variable) : new Uint8Array(0)
  writer.int32(2, width, words.length > 0 ? 1 : 0, range ? -2 : 0, format, format).text(shortName, 8)
  if (words.length > 0) {
    writer.int32(words.length).raw(words)
    while (writer.length % 4 !== 0) writer.byte(0)
  }
  if (range) writer.float64(...range)
  for (let more = 1; more < eightsOf(segment); more += 1) writer.int32(2, -1, 0, 0, 0, 0).text('', 8)
}

/** Variables with the same values share one record of labels. */
function valueLabels(writer: ByteWriter, stored: readonly StoredVariable[]): void {
  const groups = new Map<string, { values: readonly VariableValue[]; indexes: number[] }>()
  for (const { variable, segments } of stored) {
    if (variable.kind === 'text' || variable.values.length === 0) continue
    const key = JSON.stringify(variable.values.map(({ number, label: words }) => [number, words]))
    const group = groups.get(key) ?? { values: variable.values, indexes: [] }
    group.indexes.push(segments[0].index)
    groups.set(key, group)
  }
  for (const { values, indexes } of groups.values()) {
    writer.int32(3, values.length)
    for (const { number, label: words } of values) {
      const cut = cutToBytes(oneLine(words), LONGEST_VALUE_LABEL)
      const length = byteLength(cut)
      writer
        .float64(number)
        .byte(length)
        .text(cut, Math.ceil((length + 1) / 8) * 8 - 1)
    }
    writer.int32(4, indexes.length, ...indexes)
  }
}

function extension(writer: ByteWriter, subtype: number, size: number, bytes: Uint8Array): void {
  writer.int32(7, subtype, size, bytes.length / size).raw(bytes)
}

/** `$set=D1 1 12 Etykieta pyta var_a var_b`: the counted value and the label each after its length. */
function responseSets({ sets }: Dictionary, stored: readonly StoredVariable[]): string {
  return sets
    .map(({ name, label: words, kind, places }) => {
      const names = places.map((place) => stored[place]?.segments[0].shortName.toLowerCase() ?? '')
      const how = kind === 'flags' ? 'D1 1' : 'C'
      return `${name}=${how} ${byteLength(words)} ${words} ${names.join(' ')}\n`
    })
    .join('')
}

function longTexts(stored: readonly StoredVariable[]): string {
  return stored
    .filter(({ segments }) => segments.length > 1)
    .map(({ variable, segments }) => {
      return `${segments[0].shortName}=${String(variable.widthBytes).padStart(5, '0')}\0\t`
    })
    .join('')
}

function display(stored: readonly StoredVariable[]): Uint8Array {
  const writer = new ByteWriter()
  for (const { variable, segments } of stored)
    for (const { width } of segments) {
      const isText = width > 0
      writer.int32(MEASURES[variable.measure], isText ? Math.min(width, 40) : 8, isText ? 0 : 1)
    }
  return writer.take()
}

function extensions(
  writer: ByteWriter,
  dictionary: Dictionary,
  stored: readonly StoredVariable[],
  { caseCount }: SavFacts,
): void {
  extension(writer, 3, 4, new ByteWriter().int32(1, 0, 0, -1, 1, 1, 2, UTF_8).take())
  extension(writer, 4, 8, new ByteWriter().float64(ABSENT, Number.MAX_VALUE, LOWEST).take())
  const sets = responseSets(dictionary, stored)
  if (sets !== '') extension(writer, 7, 1, utf8(sets))
  extension(writer, 11, 4, display(stored))
  const names = stored.map(({ variable, segments }) => `${segments[0].shortName}=${variable.name}`)
  extension(writer, 13, 1, utf8(names.join('\t')))
  const long = longTexts(stored)
  if (long !== '') extension(writer, 14, 1, utf8(long))
  extension(writer, 16, 8, new ByteWriter().int64(1).int64(caseCount).take())
  extension(writer, 20, 1, utf8('UTF-8'))
}

/** Everything of a file that stands before its cases. */
export function dictionaryBytes(dictionary: Dictionary, facts: SavFacts): Uint8Array {
  const { variables, weightPlace } = dictionary
  const stored = storedVariables(variables)
  const eights = stored.flatMap(({ segments }) => segments).reduce((sum, one) => sum + eightsOf(one), 0)
  const writer = new ByteWriter()
  const weight = weightPlace === null ? undefined : stored[weightPlace]
  header(writer, facts, eights, weight?.segments[0].index ?? 0)
  for (const { variable, segments } of stored)
    segments.forEach((segment, index) => variableRecord(writer, variable, segment, index === 0))
  valueLabels(writer, stored)
  extensions(writer, dictionary, stored, facts)
  return writer.int32(999, 0).take()
}
