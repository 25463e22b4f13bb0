import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import { newcombeInterval } from '../statistics/design/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns } from './columns.ts'
import { modeEffects } from './mode-effects.ts'

const RESIDENTS = questionnaireLibrary.find(({ key }) => key === 'RES')!

type Part = readonly [mode: 'CAWI' | 'PAPI' | 'CAPI', count: number, answers: Record<string, unknown>]

function effectsOf(parts: readonly Part[]) {
  const columns = buildColumns(RESIDENTS)
  for (const [mode, count, answers] of parts)
    for (let at = 0; at < count; at++)
      appendResponse(columns, { mode, localityId: null, answers: answers as never })
  return modeEffects({ columns, mask: null, weights: null, drawnFrom: null })
}

const offline = { digital: 'NEVER', dem_carer: 'NO' }
const online = { digital: 'DAILY', dem_carer: 'NO' }
const carer = { digital: 'DAILY', dem_carer: 'LIVES_APART' }

describe('effects of the way of collecting', () => {
  const effects = effectsOf([
    ['CAWI', 5, offline],
    ['CAWI', 85, online],
    ['CAWI', 10, carer],
    ['PAPI', 40, offline],
    ['PAPI', 52, online],
    ['PAPI', 8, carer],
    ['CAPI', 29, offline],
  ])

  it('compare ways with at least 30 answers each', () => {
    expect(effects.modes).toEqual(['CAWI', 'PAPI'])
    expect(effects.comparisons.map(({ key }) => key)).toEqual(['OFFLINE', 'CARER_RATE'])
  })

  it('tell the difference with Newcombe’s interval, what differs first', () => {
    const [first] = effects.comparisons
    const expected = newcombeInterval(
      { successCount: 5, trialCount: 100 },
      { successCount: 40, trialCount: 100 },
    )!

    expect(first).toMatchObject({
      isDifferent: true,
      first: { mode: 'CAWI', n: 100 },
      second: { mode: 'PAPI' },
    })
    expect(first?.difference).toBeCloseTo(-35, 12)
    expect(first?.low).toBeCloseTo(100 * expected.low, 12)
    expect(first?.sentence).toMatch(/^Przez internet ok\. 5% \(2–11%\), na papierze ok\. 40%/u)
    expect(first?.sentence).toMatch(/przez internet mniej o 35 punktów procentowych\.$/)
  })

  it('claim no difference that the adjusted test does not show', () => {
    const [, second] = effects.comparisons

    expect(second?.isDifferent).toBe(false)
    expect(second?.adjustedP).toBeGreaterThan(0.5)
    expect(second?.sentence).toMatch(/dane nie pozwalają stwierdzić różnicy\.$/)
  })

  it('see that everybody is not nobody', () => {
    const [first] = effectsOf([
      ['CAWI', 40, online],
      ['PAPI', 40, offline],
    ]).comparisons

    expect(first).toMatchObject({ key: 'OFFLINE', difference: -100, isDifferent: true })
  })

  it('always say that people choose how to answer', () => {
    expect(effects.notes[0]).toContain('Ludzie sami wybierają, jak odpowiadają')
    expect(effectsOf([['CAWI', 100, online]]).notes).toEqual([
      'Nie ma czego porównać: co najmniej 30 odpowiedzi trzeba mieć w dwóch sposobach zbierania.',
    ])
  })
})
