import { describe, expect, it } from 'vitest'
import type { Question } from '../questionnaire/index.ts'
import {
  aQuestionnaire,
  aSection,
  counted,
  matrix,
  multi,
  number,
  numbered,
  options,
  single,
  yesNo,
  type VersionedAnswers,
} from '../testing/index.ts'
import { crosstab } from './crosstab.ts'
import type { Columns } from './columns.ts'
import { poolVersions, type SurveyVersions } from './pool.ts'
import { buildPooledColumns } from './pooled-columns.ts'
import { pooledKeyOf, storedKeysOf } from './stored-keys.ts'
import { summarise, surveyResults } from './summarise.ts'

const pooledOf = (versions: SurveyVersions) => buildPooledColumns(poolVersions(versions))
const summaryIn = (columns: Columns, key: string) =>
  summarise(columns).find(({ questionKey }) => questionKey === key)

describe('what is said of versions', () => {
  const first = aQuestionnaire([
    aSection('a', [single('road', ['1', '2']), yesNo('bus'), number('age')]),
    aSection('gone', [yesNo('old')]),
  ])
  const second = aQuestionnaire([
    aSection('a', [
      single('road', ['1', '2', '3']),
      { ...yesNo('bus'), help: 'Także prywatny.' },
      number('age'),
      yesNo('fresh'),
    ]),
  ])
  const versions = numbered(first, second)
  const people: readonly VersionedAnswers[] = [
    { versionId: 'id-1', answers: { road: '1', bus: 'yes', age: 30, old: 'no' } },
    { versionId: 'id-1', answers: { road: '2', bus: 'no', age: 40, old: 'no' } },
    { versionId: 'id-2', answers: { road: '3', bus: 'no', age: 50, fresh: 'yes' } },
  ]
  const columns = counted(buildPooledColumns(poolVersions(versions)), people)

  it('joins what may be joined and says what was changed', () => {
    expect(summaryIn(columns, 'road')).toMatchObject({
      versions: [1, 2],
      isEarlierWording: false,
      base: { validCount: 3 },
      notes: ['W wersji 2 dodano odpowiedź „3”; wyniki policzono razem.'],
    })
    expect(summaryIn(columns, 'age')).toMatchObject({ versions: [1, 2], notes: [], mean: { mean: 40 } })
  })

  it('keeps apart what may not, beside each other, and says why', () => {
    const order = summarise(columns).map(({ questionKey, sectionKey }) => `${sectionKey} ${questionKey}`)

    expect(order).toEqual(['a road', 'a bus', 'a bus__v1', 'a age', 'a fresh', 'gone old__v1'])
    expect(summaryIn(columns, 'bus')).toMatchObject({
      versions: [2],
      base: { validCount: 1 },
      notes: [
        'Bez odpowiedzi z wersji 1, które pokazujemy osobno: w wersji 2 zmieniono objaśnienie pytania.',
      ],
    })
    expect(summaryIn(columns, 'bus__v1')).toMatchObject({
      text: 'bus? (wersja 1)',
      versions: [1],
      isEarlierWording: true,
      base: { validCount: 2 },
      notes: ['Wersja 1 osobno: w wersji 2 zmieniono objaśnienie pytania.'],
    })
    expect(summaryIn(columns, 'old__v1')?.notes).toEqual([
      'Wersja 1 osobno: w wersji 2 nie ma już tego pytania.',
    ])
    expect(summaryIn(columns, 'fresh')?.notes).toEqual(['Pytanie jest w kwestionariuszu od wersji 2.'])
  })

  it('reads old answers by a crosswalk, in their own version', () => {
    const heir: Question = {
      ...multi('means', ['car', 'none']),
      crosswalk: { from: 'ways', codes: { car: 'car', bike: 'none', none: 'none' } },
    }
    const joined = counted(
      pooledOf(numbered(aQuestionnaire([multi('ways', ['car', 'bike', 'none'])]), aQuestionnaire([heir]))),
      [
        { versionId: 'id-1', answers: { ways: ['bike', 'none'] } },
        { versionId: 'id-1', answers: { ways: ['car', 'bike'] } },
        { versionId: 'id-2', answers: { means: ['car'] } },
      ],
    )

    const summary = summaryIn(joined, 'means')

    expect(summary).toMatchObject({ versions: [1, 2], base: { askedCount: 3, validCount: 3 } })
    expect(summary?.kind === 'CHOICE' && summary.frequencies.map(({ count }) => count)).toEqual([2, 2])
    expect(summary?.notes).toEqual([
      'Odpowiedzi z wersji 1 policzono razem według przejścia, które podał autor kwestionariusza: „bike” jako „none”.',
    ])
  })

  it('joins rankings and asks nobody about a row that his version did not have', () => {
    const top: Question = {
      key: 'top',
      type: 'RANK',
      text: 'Co najpierw?',
      top: 2,
      options: options('p', 'q', 'r'),
    }
    const joined = counted(
      pooledOf(
        numbered(
          aQuestionnaire([top, matrix('need', ['x'], ['1', '2'])]),
          aQuestionnaire([top, matrix('need', ['x', 'y'], ['1', '2'])]),
        ),
      ),
      [
        { versionId: 'id-1', answers: { top: ['p', 'q'], need: { x: '1' } } },
        { versionId: 'id-2', answers: { top: ['q'], need: { x: '2', y: '1' } } },
      ],
    )

    const [rank, need] = summarise(joined)

    expect(rank?.kind === 'RANK' && rank.rows.map(({ placeCounts }) => placeCounts)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ])
    expect(need?.kind === 'MATRIX' && need.rows.map(({ base }) => base.askedCount)).toEqual([2, 1])
  })

  it('crosses only people who were asked both, and says so', () => {
    const table = crosstab(columns, 'road', 'bus')

    expect(table).toMatchObject({ validCount: 1, versions: [2] })
    expect(table?.notes[0]).toContain('tylko odpowiedzi z wersji 2')
    expect(crosstab(columns, 'bus__v1', 'fresh')?.notes[0]).toContain('nie ma kogo zestawić')
    expect(crosstab(columns, 'road', 'road')?.notes).toEqual([])
  })

  it('tells of a filter that reaches one version only', () => {
    const sex = (help?: string): Question => ({ ...single('dem_sex', ['f', 'm']), ...(help && { help }) })
    const filtered = counted(
      pooledOf(numbered(aQuestionnaire([sex()]), aQuestionnaire([sex('Jak w dokumentach.')]))),
      [
        { versionId: 'id-1', answers: { dem_sex: 'f' } },
        { versionId: 'id-2', answers: { dem_sex: 'f' } },
      ],
    )

    const results = surveyResults(filtered, [{ dimension: 'dem_sex', codes: ['f'] }])

    expect(results).toMatchObject({
      responseCount: 2,
      filteredCount: 1,
      versionCounts: [
        { number: 1, count: 0 },
        { number: 2, count: 1 },
      ],
    })
    expect(results.notes[0]).toContain('tylko odpowiedzi z wersji 2')
    expect(surveyResults(filtered, []).notes).toEqual([])
  })

  it('knows where the answers behind a question are stored, and whose a stored answer is', () => {
    const pool = poolVersions(versions)

    expect(storedKeysOf(pool, 'road.inne')).toEqual([
      { versionId: 'id-1', key: 'road.inne' },
      { versionId: 'id-2', key: 'road.inne' },
    ])
    expect(storedKeysOf(pool, 'bus__v1')).toEqual([{ versionId: 'id-1', key: 'bus' }])
    expect(storedKeysOf(pool, 'nothing')).toEqual([])
    expect(pooledKeyOf(pool, { versionId: 'id-1', key: 'bus' })).toBe('bus__v1')
    expect(pooledKeyOf(pool, { versionId: 'id-2', key: 'bus' })).toBe('bus')
    expect(pooledKeyOf(pool, { versionId: 'id-2', key: 'old' })).toBeNull()
  })

  it('refuses a response to a version that the survey never had', () => {
    const stranger = { versionId: 'id-9', answers: {} }

    expect(() => counted(buildPooledColumns(poolVersions(versions)), [stranger])).toThrow(RangeError)
  })
})
