import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../questionnaire/index.ts'
import { newcombeInterval } from '../statistics/design/index.ts'
import { aQuestionnaire, options, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns } from './columns.ts'
import { questionTrend, type Wave } from './trend.ts'

interface WaveOf {
  readonly year: number
  readonly questionnaire: Questionnaire
  readonly answers: readonly (readonly [count: number, answers: Record<string, unknown>])[]
}

function waveOf({ year, questionnaire, answers }: WaveOf): Wave {
  const columns = buildColumns(questionnaire)
  for (const [count, one] of answers)
    for (let at = 0; at < count; at++)
      appendResponse(columns, { mode: 'PAPI', localityId: null, answers: one as never })
  return {
    surveyId: `wave-${year}`,
    title: `Badanie ${year}`,
    opensOn: `${year}-03-01`,
    closesOn: `${year}-04-01`,
    sampleType: 'QUOTA',
    versions: [{ id: String(year), number: 1, questionnaire }],
    people: { columns, mask: null, weights: null, drawnFrom: null },
  }
}

const scored = (...codes: string[]) => codes.map((code) => ({ code, label: code, value: Number(code) }))
const asked = aQuestionnaire([
  single('help', ['yes', 'no']),
  { key: 'rate', type: 'SINGLE', text: 'Ocena', options: scored('1', '2', '3') },
])

const before = waveOf({
  year: 2022,
  questionnaire: asked,
  answers: [
    [20, { help: 'yes', rate: '1' }],
    [80, { help: 'no', rate: '2' }],
  ],
})
const now = waveOf({
  year: 2026,
  questionnaire: asked,
  answers: [
    [60, { help: 'yes', rate: '2' }],
    [40, { help: 'no', rate: '2' }],
  ],
})

describe('a trend', () => {
  it('sets an earlier survey beside this one, option by option, with the interval of the change', () => {
    const trend = questionTrend(now, [before], 'help')!
    const expected = newcombeInterval(
      { successCount: 60, trialCount: 100 },
      { successCount: 20, trialCount: 100 },
    )!

    expect(trend.waves.map(({ surveyId, n }) => [surveyId, n])).toEqual([
      ['wave-2022', 100],
      ['wave-2026', 100],
    ])
    expect(trend.waves.map(({ figures }) => figures[0]?.estimate)).toEqual([20, 60])
    expect(trend.changes[0]).toMatchObject({ itemKey: 'yes', isDifferent: true })
    expect(trend.changes[0]?.difference).toBeCloseTo(40, 12)
    expect(trend.changes[0]?.high).toBeCloseTo(100 * expected.high, 12)
    expect(trend.changes[0]?.sentence).toMatch(/wzrost o 40 punktów procentowych\.$/)
  })

  it('of a scale has a mean as well', () => {
    const trend = questionTrend(now, [before], 'rate')!

    expect(trend.items[0]).toEqual({ key: '@MEAN', label: 'Średnia', unit: 'POINTS' })
    expect(trend.waves.map(({ figures }) => figures[0]?.estimate)).toEqual([1.8, 2])
    expect(trend.changes[0]?.sentence).toMatch(/wzrost o 0,2 punktu\.$/)
  })

  it('says so where nothing can be told', () => {
    const same = waveOf({ year: 2024, questionnaire: asked, answers: [[100, { help: 'no' }]] })
    const trend = questionTrend(same, [before], 'help')!
    const alike = questionTrend(
      now,
      [waveOf({ year: 2025, questionnaire: asked, answers: [[100, { help: 'yes' }]] })],
      'rate',
    )

    expect(trend.changes.every(({ isDifferent }) => isDifferent)).toBe(true)
    expect(alike?.changes).toEqual([])
    expect(alike?.notComparable).toEqual([
      { surveyId: 'wave-2025', title: 'Badanie 2025', reason: 'nikt nie odpowiedział na to pytanie' },
    ])
  })

  it('reads an older question through its crosswalk', () => {
    const old = aQuestionnaire([single('helped', ['often', 'seldom', 'never'])])
    const renamed = aQuestionnaire([
      {
        ...single('help', ['yes', 'no']),
        crosswalk: { from: 'helped', codes: { often: 'yes', seldom: 'yes', never: 'no' } },
      },
    ])
    const earlier = waveOf({
      year: 2022,
      questionnaire: old,
      answers: [
        [30, { helped: 'often' }],
        [20, { helped: 'seldom' }],
        [50, { helped: 'never' }],
      ],
    })
    const later = waveOf({ year: 2026, questionnaire: renamed, answers: [[100, { help: 'no' }]] })
    const trend = questionTrend(later, [earlier], 'help')!

    expect(trend.waves[0]?.figures.map((figure) => figure?.estimate)).toEqual([50, 50])
  })

  it('names what cannot be set beside, with the reason', () => {
    const other = aQuestionnaire([
      { key: 'help', type: 'MULTI', text: 'Inne?', options: options('yes', 'no') },
    ])
    const wave = (year: number, questionnaire: Questionnaire) =>
      waveOf({ year, questionnaire, answers: [[50, { help: 'yes' }]] })
    const seniors: Questionnaire = { ...asked, audience: 'SENIOR' }
    const others = [
      wave(2020, other),
      wave(2021, seniors),
      wave(2023, aQuestionnaire([single('else', ['a', 'b'])])),
      wave(2027, asked),
    ]
    const trend = questionTrend(now, others, 'help')!

    expect(trend.waves).toHaveLength(1)
    expect(trend.notComparable.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^pytanie się zmieniło: .*zmieniono rodzaj pytania/),
      'ankieta była dla innej grupy osób',
      'nie było w niej tego pytania',
      'ta ankieta nie jest wcześniejsza; zmianę proszę oglądać w późniejszej z dwóch ankiet',
    ])
    expect(trend.notes).toEqual(['Nie ma wcześniejszej ankiety, z którą można porównać to pytanie.'])
  })

  it('warns where surveys chose people differently', () => {
    const trend = questionTrend(now, [{ ...before, sampleType: 'OPEN_LINK' }], 'help')!
    expect(trend.notes[0]).toContain('różnią się doborem osób')
  })

  it('is none of a question that the survey does not ask, or of texts', () => {
    expect(questionTrend(now, [before], 'nothing')).toBeNull()
  })
})
