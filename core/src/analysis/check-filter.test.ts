import { describe, expect, it } from 'vitest'
import { aQuestionnaire, single } from '../testing/index.ts'
import { checkFilter } from './check-filter.ts'
import { buildColumns } from './columns.ts'

describe('a filter', () => {
  const columns = buildColumns(aQuestionnaire([single('dem_sex', ['f', 'm'])]), [
    { id: 'here', name: 'Bieliny' },
  ])

  it('of known localities, codes and modes can be used', () => {
    expect(
      checkFilter(columns, { localityIds: ['here'], sexCodes: ['f'], ageCodes: [], modes: ['PAPI'] }),
    ).toEqual([])
  })

  it('says in Polish which part the survey does not know', () => {
    const problems = checkFilter(columns, {
      localityIds: ['there'],
      sexCodes: ['x'],
      ageCodes: ['18_24'],
      modes: ['FAX'],
    })

    expect(problems.map(({ path }) => path)).toEqual(['localityIds', 'sexCodes', 'ageCodes', 'modes'])
    expect(problems[1]?.message).toBe('W pytaniu o płeć nie ma odpowiedzi „x”.')
    expect(problems[2]?.message).toContain('nie pyta o wiek')
  })
})
