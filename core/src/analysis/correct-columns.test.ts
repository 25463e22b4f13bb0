import fc from 'fast-check'
import { expect, it } from 'vitest'
import { counted } from '../testing/index.ts'
import { arbitraryPeople, arbitraryVersions } from '../testing/random-versions.ts'
import { removeResponse, replaceResponse } from './correct-columns.ts'
import { poolVersions } from './pool.ts'
import { buildPooledColumns } from './pooled-columns.ts'
import { surveyResults } from './summarise.ts'

const step = fc.record({ isRemoval: fc.boolean(), at: fc.nat(), by: fc.nat() })

it('corrected in place or taken out, a response counts as if it had come that way', () => {
  const drawn = arbitraryVersions.chain((versions) =>
    fc.tuple(
      fc.constant(versions),
      fc.tuple(...versions.map(arbitraryPeople)),
      fc.array(step, { maxLength: 12 }),
    ),
  )
  fc.assert(
    fc.property(drawn, ([versions, groups, steps]) => {
      const people = groups.flat()
      const pool = poolVersions(versions)
      const columns = counted(buildPooledColumns(pool), people)
      const now = [...people]
      for (const { isRemoval, at, by } of steps) {
        if (now.length === 0) break
        const place = at % now.length
        const other = people[by % people.length]!
        if (isRemoval) {
          removeResponse(columns, place)
          const last = now.pop()!
          if (place < now.length) now[place] = last
        } else {
          replaceResponse(columns, place, { mode: 'CAWI', localityId: null, ...other })
          now[place] = other
        }
      }

      expect(surveyResults(columns, [])).toEqual(surveyResults(counted(buildPooledColumns(pool), now), []))
    }),
    { numRuns: 60 },
  )
})
