import { describe, expect, it } from 'vitest'
import { weightsFooter, type AppliedWeights } from './weights.ts'

const applied: AppliedWeights = {
  number: 2,
  name: 'Płeć, wiek i miejsce',
  weights: Float64Array.from([10, 20]),
  basis: null,
  responseCount: 2,
  populationSize: 30,
  method: 'RAKING',
  bounds: { low: 0.3, high: 3 },
  sources: [
    {
      margin: 'płeć i wiek',
      source: 'GUS, Bank Danych Lokalnych',
      table: 'P2137',
      day: '2025-12-31',
    },
    { margin: 'pomoc społeczna', source: 'MRiPS-03', table: null, day: '2025-06-30' },
  ],
  createdOn: '2026-11-22',
  diagnostics: {
    n: 412,
    sum: 30,
    sumOfSquares: 500,
    effectiveN: 350.3,
    designEffect: 1.176,
    coefficientOfVariation: 0.42,
    smallest: 10,
    largest: 20,
    largestOverSmallest: 2,
    efficiencyPercent: 85,
    verdict: 'sound',
    extremeCount: 0,
    problems: [],
  },
  notes: [],
}

describe('the footer of weighted numbers', () => {
  it('names the version, the method with its bounds, the sources and the cost', () => {
    expect(weightsFooter(applied)).toEqual([
      'Wyniki ważone: „Płeć, wiek i miejsce” (wagi nr 2 z 22 listopada 2026 r.), ważenie do rozkładów brzegowych, w granicach od 0,3 do 3.',
      'Dane o ludności: płeć i wiek: GUS, Bank Danych Lokalnych, tabela P2137, stan na 31 grudnia 2025 r.; pomoc społeczna: MRiPS-03, stan na 30 czerwca 2025 r.',
      'Efekt ważenia (deff) 1,18: 412 ważonych odpowiedzi mówi tyle, co 350 nieważonych.',
    ])
  })

  it('has no bounds where cells were post-stratified', () => {
    const [first] = weightsFooter({ ...applied, method: 'POST_STRATIFICATION', bounds: null })

    expect(first).toContain('poststratyfikacja).')
  })
})
