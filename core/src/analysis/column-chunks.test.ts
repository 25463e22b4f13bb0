import { describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, multi, options, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { CHUNK_SIZE, layoutOf, readChunk, writeChunk } from './column-chunks.ts'
import { buildColumns, type Columns } from './columns.ts'
import { removeResponse } from './correct-columns.ts'
import { columnBytes } from './grow-columns.ts'
import { surveyResults } from './summarise.ts'

const manyOptions = Array.from({ length: 40 }, (_, index) => String(index + 1))
const questionnaire = aQuestionnaire([
  { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie?' },
  single('dem_sex', ['f', 'm']),
  multi('few', ['a', 'b', '-97']),
  multi('some', manyOptions.slice(0, 12)),
  multi('many', manyOptions),
  matrix('need', ['x', 'y'], ['1', '2']),
  { key: 'top', type: 'RANK', text: 'Trzy', top: 2, options: options('p', 'q', 'r') },
  { key: 'year', type: 'DATE_YEAR', text: 'Rok?' },
  { key: 'sum', type: 'NUMBER', text: 'Ile?', decimals: 2 },
  { key: 'idea', type: 'TEXT_SHORT', text: 'Pomysł?' },
])

const LOCALITIES = ['place-1', 'place-2'].map((id) => ({ id, name: id }))
const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length]!

const responseAt = (index: number) => ({
  mode: 'CAWI' as const,
  localityId: pick(['place-1', 'place-2', null], index),
  sequence: index * 3 + 70_000,
  answers: {
    dem_sex: pick(['f', 'm'], index),
    few: pick([['a'], ['a', 'b'], ['-97'], []], index),
    some: [pick(manyOptions.slice(0, 12), index)],
    many: [pick(manyOptions, index), pick(manyOptions, index * 7)],
    need: { x: pick(['1', '2'], index) },
    top: [pick(['p', 'q'], index), 'r'],
    year: 1930 + (index % 80),
    ...(index > CHUNK_SIZE && { sum: index / 100 }),
  },
})

function columnsOf(count: number): Columns {
  const columns = buildColumns(questionnaire, LOCALITIES)
  for (let index = 0; index < count; index++) appendResponse(columns, responseAt(index))
  return columns
}

describe('chunks of columns', () => {
  const columns = columnsOf(2 * CHUNK_SIZE + 5)

  it('read again say what the columns said, numbers that became wide on the way included', () => {
    const chunks = [writeChunk(columns, 0), writeChunk(columns, 1)]
    const again = buildColumns(questionnaire, LOCALITIES)
    for (const chunk of chunks) readChunk(again, chunk)
    for (let index = 2 * CHUNK_SIZE; index < columns.responseCount; index++) {
      appendResponse(again, responseAt(index))
    }
    expect(surveyResults(again, [])).toEqual(surveyResults(columns, []))
    expect(again.sequences.subarray(0, again.responseCount)).toEqual(
      columns.sequences.subarray(0, columns.responseCount),
    )
  })

  it('are written only when they are whole', () => {
    expect(() => writeChunk(columns, 2)).toThrow(RangeError)
  })

  it('are refused when they are cut, too long or of other columns', () => {
    const chunk = writeChunk(columns, 0)
    const fresh = () => buildColumns(questionnaire, LOCALITIES)
    expect(() => readChunk(fresh(), chunk.subarray(0, -1))).toThrow(RangeError)
    expect(() => readChunk(fresh(), new Uint8Array([...chunk, 0]))).toThrow(RangeError)
    expect(() => readChunk(buildColumns(aQuestionnaire([single('other', ['a'])])), chunk)).toThrow(RangeError)
  })

  it('have another layout as soon as an option moves, and the same one when only a text changes', () => {
    const layout = (codes: readonly string[], text: string) =>
      layoutOf(buildColumns(aQuestionnaire([{ ...single('one', codes), text }])))
    expect(layout(['a', 'b'], 'Raz?')).toBe(layout(['a', 'b'], 'Dwa?'))
    expect(layout(['b', 'a'], 'Raz?')).not.toBe(layout(['a', 'b'], 'Raz?'))
  })

  it('take a few bytes per answer, and little room stands empty', () => {
    const used = writeChunk(columns, 1).length / CHUNK_SIZE
    expect(columnBytes(columns) / columns.responseCount).toBeLessThan(used * 1.2)
    expect(used).toBeLessThan(55)
  })

  it('give up the place of a response that is taken out', () => {
    const some = columnsOf(10)
    removeResponse(some, 3)
    expect([...some.sequences.subarray(0, 10)]).toEqual(
      [0, 1, 2, 9, 4, 5, 6, 7, 8].map((index) => responseAt(index).sequence).concat(0),
    )
  })
})
