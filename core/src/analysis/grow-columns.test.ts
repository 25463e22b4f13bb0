import { describe, expect, it } from 'vitest'
import { aQuestionnaire, multi, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns } from './columns.ts'
import { columnBytes, reserve, reserving, withSlack } from './grow-columns.ts'
import { surveyResults } from './summarise.ts'

const questionnaire = aQuestionnaire([
  single('sex', ['f', 'm']),
  multi('needs', ['a', 'b']),
  { key: 'age', type: 'NUMBER', text: 'Ile lat?' },
])

function filled(count: number) {
  const columns = buildColumns(questionnaire)
  for (let index = 0; index < count; index++) {
    const answers = { sex: index % 2 ? 'f' : 'm', needs: ['a'], age: index % 300 }
    appendResponse(columns, { mode: 'CAWI', localityId: null, answers, sequence: index })
  }
  return columns
}

describe('room for columns', () => {
  it('is made array by array, and whoever counts between two steps finds everything', () => {
    const columns = filled(500)
    const before = surveyResults(columns, [])
    let steps = 0
    for (const _step of reserving(columns, 5_000)) {
      steps++
      expect(surveyResults(columns, [])).toEqual(before)
    }
    expect(steps).toBeGreaterThan(6)
    expect(columns.capacity).toBe(5_000)
    expect(columns.modes).toHaveLength(5_000)
  })

  it('is never given back by asking for less', () => {
    const columns = filled(500)
    const { capacity } = columns
    reserve(columns, 10)
    expect(columns.capacity).toBe(capacity)
  })

  it('of large columns stands empty by an eighth at most', () => {
    const columns = filled(140_000)
    expect(columns.capacity / columns.responseCount).toBeLessThan(1.125)
    expect(columnBytes(columns)).toBe(columns.capacity * 13)
    expect(withSlack(140_000) / 140_000).toBeLessThan(1.04)
  })
})
