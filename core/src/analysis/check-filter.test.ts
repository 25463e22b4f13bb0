import { describe, expect, it } from 'vitest'
import { aQuestionnaire, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { checkFilter } from './check-filter.ts'
import { buildColumns } from './columns.ts'
import { dimensionsOf } from './dimensions.ts'
import { BY_LOCALITY, BY_MODE, BY_VERSION, canonicalFilter } from './filter.ts'

const columns = buildColumns(
  aQuestionnaire([
    single('dem_sex', ['f', 'm']),
    { ...single('dem_dis', ['yes', 'no']), sensitivity: 'SPECIAL_CATEGORY' },
    single('opinion', ['good', 'bad']),
  ]),
  [{ id: 'here', name: 'Bieliny' }],
)
appendResponse(columns, { mode: 'PAPI', localityId: 'here', answers: { dem_sex: 'f' } })

describe('a filter', () => {
  it('of known places, answers and modes can be used', () => {
    expect(
      checkFilter(columns, [
        { dimension: BY_LOCALITY, codes: ['here'] },
        { dimension: 'dem_sex', codes: ['f'] },
        { dimension: BY_VERSION, codes: [] },
        { dimension: BY_MODE, codes: ['PAPI'] },
      ]),
    ).toEqual([])
  })

  it.each([
    ['@LOCALITY', 'there', 'Tej miejscowości nie ma w gminie'],
    ['dem_sex', 'x', 'nie ma odpowiedzi „x”'],
    ['dem_age', '18_24', 'Według „dem_age” nie można filtrować'],
    ['@MODE', 'FAX', '„FAX”'],
    ['@DAY', '2026-11-22', 'Według „@DAY” nie można filtrować'],
  ])('says in Polish that the survey does not know %s = %s', (dimension, code, message) => {
    const problems = checkFilter(columns, [{ dimension, codes: [code] }])

    expect(problems).toEqual([{ path: 'filter.0', message: expect.stringContaining(message) }])
  })

  it('has at most three conditions', () => {
    const four = ['dem_sex', 'dem_dis', 'opinion', BY_MODE].map((dimension) => ({ dimension, codes: ['x'] }))

    expect(checkFilter(columns, four)[0]?.message).toContain('najwyżej 3 warunki naraz, a jest ich 4')
  })

  it('asks about one thing once', () => {
    const twice = ['f', 'm'].map((code) => ({ dimension: 'dem_sex', codes: [code] }))

    expect(checkFilter(columns, twice)[0]).toMatchObject({ path: 'filter.1' })
  })

  it('is the same filter however it is written', () => {
    const written = canonicalFilter([
      { dimension: 'b', codes: ['2', '1', '2'] },
      { dimension: BY_MODE, codes: [] },
      { dimension: 'a', codes: ['1'] },
    ])

    expect(written).toEqual([
      { dimension: 'a', codes: ['1'] },
      { dimension: 'b', codes: ['1', '2'] },
    ])
  })
})

it('outsiders may filter by place and by what people are, never by what they think or by sensitive traits', () => {
  const published = dimensionsOf(columns).map(({ key, isPublished }) => [key, isPublished])

  expect(published).toEqual([
    [BY_LOCALITY, true],
    ['dem_sex', true],
    ['dem_dis', false],
    ['opinion', false],
    [BY_MODE, false],
  ])
})
