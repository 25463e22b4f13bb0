import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import { wilsonInterval } from '../statistics/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import {
  countedMeasures,
  INDICATOR_KEYS,
  surveyIndicators,
  type Indicator,
  type IndicatorKey,
} from './indicators.ts'
import { estimateShareOf, estimateValues } from './indicators-figure.ts'
import type { AppliedWeights } from './weights.ts'

type Answers = Record<string, unknown>

function columnsOf(questionnaireKey: string, responses: readonly Answers[]): Columns {
  const columns = buildColumns(questionnaireLibrary.find(({ key }) => key === questionnaireKey)!)
  for (const answers of responses)
    appendResponse(columns, { mode: 'CAWI', localityId: null, answers: answers as never })
  return columns
}

const peopleOf = (columns: Columns, weights: AppliedWeights | null = null) => ({
  columns,
  mask: null,
  weights,
  drawnFrom: null,
})

const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers)

/** Numerator and denominator of a share, or the mean and its people, before anything is held back. */
function counted(columns: Columns, key: IndicatorKey, rowKey: string | null = null) {
  for (const [measure, people] of countedMeasures(peopleOf(columns))) {
    if (measure.key !== key || measure.rowKey !== rowKey) continue
    if (measure.unit === 'PERCENT') {
      const share = estimateShareOf(people, measure.values)
      return [share?.count ?? 0, share?.n ?? 0]
    }
    const mean = estimateValues(people, measure.values)
    return [mean?.estimate ?? null, mean?.n ?? 0]
  }
  return null
}

const find = (indicators: readonly Indicator[], key: IndicatorKey, rowKey: string | null = null) =>
  indicators.find((one) => one.key === key && one.rowKey === rowKey)

describe('indicators of residents', () => {
  it('read needs of a service from the five levels, „nie wiem” being in the base but not among those in need', () => {
    const levels = ['1', '2', '3', '4', '5', '5', '-98']
    const columns = columnsOf(
      'RES',
      levels.map((level) => ({ serv_need: { CARE_HOME: level } })),
    )

    const of = (key: IndicatorKey) => counted(columns, key, 'CARE_HOME')
    expect(of('NEED_NOW')).toEqual([4, 7])
    expect(of('UNMET')).toEqual([3, 7])
    expect(of('GAP')).toEqual([3, 4])
    expect(of('USE')).toEqual([3, 7])
    expect(of('FUTURE')).toEqual([1, 7])
  })

  it('leave „nie wiem” out of where people want to be helped', () => {
    const places = ['HOME_FAMILY', 'HOME_SERVICES', 'WITH_FAMILY', 'ASSISTED_FLAT', 'DPS', '-98', '-98']
    const columns = columnsOf(
      'RES',
      places.map((place) => ({ serv_future_place: place })),
    )

    expect(counted(columns, 'HOME_PREF')).toEqual([3, 5])
    expect(counted(columns, 'INST_PREF')).toEqual([1, 5])
  })

  it('count everybody but those who cannot help, and everybody but those who care for nobody', () => {
    const columns = columnsOf('RES', [
      { vol_ready: ['LIFTS', 'REPAIRS'], dem_carer: 'NO' },
      { vol_ready: ['CANNOT'], dem_carer: 'LIVES_APART' },
    ])

    expect(counted(columns, 'VOL_POT')).toEqual([1, 2])
    expect(counted(columns, 'CARER_RATE')).toEqual([1, 2])
  })

  it('count shares of one answer among all valid ones', () => {
    const columns = columnsOf('RES', [
      {
        soc_trust: 'MOST_HELP',
        cus_known: 'FOR_EVERYONE',
        serv_pay: '2',
        digital: 'NEVER',
        foster_ready: 'MAYBE',
      },
      {
        soc_trust: '-98',
        cus_known: 'UNKNOWN',
        serv_pay: '-98',
        digital: 'SOMEONE_ELSE',
        foster_ready: 'NO',
      },
      { soc_trust: 'FEW_HELP', cus_known: 'ONLY_POOR', serv_pay: '1', digital: 'DAILY', foster_ready: 'YES' },
      { serv_aware: { MEALS: '1' } },
      { serv_aware: { MEALS: '-98' } },
    ])

    expect(counted(columns, 'TRUST')).toEqual([1, 3])
    expect(counted(columns, 'CUS_AWARE')).toEqual([1, 3])
    expect(counted(columns, 'PAY_READY')).toEqual([1, 3])
    expect(counted(columns, 'OFFLINE')).toEqual([2, 3])
    expect(counted(columns, 'FOSTER_POT')).toEqual([2, 3])
    expect(counted(columns, 'AWARE', 'MEALS')).toEqual([1, 2])
  })

  it('count each person once who named at least one of several, whatever the sum of percentages is', () => {
    const columns = columnsOf('RES', [
      { serv_barrier: ['UNAWARE', 'PAPERWORK', 'FAR'], serv_need: { MEALS: '3', RESPITE: '5' } },
      { serv_barrier: ['NONE'], serv_need: { MEALS: '4' } },
      { serv_barrier: ['FAR'], serv_need: { MEALS: '1', RESPITE: '-98' } },
    ])
    const nets = [...countedMeasures(peopleOf(columns))]
      .filter(([{ key }]) => key === 'NETANY')
      .map(([{ name, values }, people]) => [name, estimateShareOf(people, values)?.count])

    expect(counted(columns, 'BARRIER', 'FAR')).toEqual([2, 3])
    expect(nets).toContainEqual(['Wskazuje co najmniej jedną barierę', 2])
    expect(nets).toContainEqual(['Wskazuje brak informacji lub trudne formalności', 1])
    expect(nets).toContainEqual(['Wskazuje dojazd, godziny lub bariery architektoniczne', 2])
    expect(nets).toContainEqual(['Potrzebuje co najmniej jednej usługi', 2])
    expect(nets).toContainEqual(['Nie ma wystarczającej pomocy w co najmniej jednej usłudze', 1])
  })

  it('give three points for the first place of the priorities, two and one for the others', () => {
    const columns = columnsOf('RES', [
      { serv_priority: ['MEALS', 'RESPITE', 'LEGAL'] },
      { serv_priority: ['RESPITE', 'MEALS'] },
      { serv_priority: ['LEGAL'] },
      {},
    ])

    // (3 + 2 + 0) / (3 · 3) · 100
    expect(counted(columns, 'PRIORITY', 'MEALS')?.[0]).toBeCloseTo(500 / 9, 12)
    expect(counted(columns, 'PRIORITY', 'MEALS')?.[1]).toBe(3)
    expect(counted(columns, 'PRIORITY', 'NURSERY')).toEqual([0, 3])
    expect(counted(columns, 'PRIORITY_NAMED', 'MEALS')).toEqual([2, 3])
  })

  it('assess without those who have no opinion: mean, two best and their balance', () => {
    const columns = columnsOf(
      'RES',
      ['5', '4', '4', '3', '1', '-98'].map((code) => ({ live_sat: code, live_matrix: { seniors: code } })),
    )

    expect(counted(columns, 'SAT')).toEqual([17 / 5, 5])
    expect(counted(columns, 'TOP2')).toEqual([3, 5])
    expect(counted(columns, 'NET')).toEqual([(100 * (3 - 1)) / 5, 5])
    expect(counted(columns, 'SAT', 'seniors')).toEqual([17 / 5, 5])
  })
})

describe('indicators of seniors', () => {
  const able = { bath: '1', dress: '2', cook: '1', clean: '2' }

  it('call dependent whoever has great difficulty with a basic activity, and ask only them whether help is enough', () => {
    const columns = columnsOf('SEN', [
      { sen_adl: able, sen_help_enough: 'NO' },
      { sen_adl: { ...able, bath: '3' }, sen_help_enough: 'PARTLY' },
      { sen_adl: { ...able, clean: '4' }, sen_help_enough: 'YES' },
      { sen_adl: { ...able, dress: '4' }, sen_help_enough: 'NOT_NEEDED' },
      { sen_adl: { ...able, shop: '4' } },
    ])

    expect(counted(columns, 'ADL_DEP')).toEqual([3, 5])
    expect(counted(columns, 'HELP_GAP')).toEqual([1, 3])
  })

  it('judge dependence only of people who told of at least 60 % of the activities', () => {
    const columns = columnsOf('SEN', [
      { sen_adl: { bath: '4' } },
      { sen_adl: { bath: '4', dress: '1', cook: '1' } },
      { sen_adl: { bath: '1', dress: '1', cook: '-99', clean: '1' } },
      { sen_adl: { shop: '3', medicine: '1', office: '1', move_home: '1' } },
    ])

    expect(counted(columns, 'ADL_DEP')).toEqual([1, 2])
    expect(counted(columns, 'IADL_DEP')).toEqual([1, 1])
  })

  it('take the middle of each band of hours, without those who do not know', () => {
    const codes = ['0', '1_5', '6_10', '11_20', '21_PLUS', 'ROUND_CLOCK', '-98']
    const columns = columnsOf(
      'SEN',
      codes.map((code) => ({ sen_hours: code, sen_lonely: '4' })),
    )

    expect(counted(columns, 'HOURS_NEED')).toEqual([(3 + 8 + 15.5 + 30 + 168) / 6, 6])
    expect(counted(columns, 'LONELY')).toEqual([7, 7])
  })
})

it('indicators of staff count readiness, vacancies, exhaustion and wanted training', () => {
  const columns = columnsOf('STF', [
    { stf_ready: { DISABILITY: '3' }, stf_vacancy: '1', stf_burn: '4', stf_train: ['LAW', 'TALK'] },
    { stf_ready: { DISABILITY: '2' }, stf_vacancy: '-98', stf_burn: '-99', stf_train: ['LAW'] },
    { stf_ready: { DISABILITY: '-98' }, stf_vacancy: '2', stf_burn: '3' },
  ])

  expect(counted(columns, 'STAFF_READY', 'DISABILITY')).toEqual([1, 3])
  expect(counted(columns, 'VACANCY')).toEqual([1, 3])
  expect(counted(columns, 'BURN')).toEqual([1, 2])
  expect(counted(columns, 'TRAIN', 'LAW')).toEqual([2, 2])
})

it('every indicator finds its question and codes in a questionnaire of the library', () => {
  const found = questionnaireLibrary.flatMap(({ key, sections }) => {
    const questions = sections.flatMap((section) => section.questions)
    expect(questions.length, key).toBeGreaterThan(0)
    const indicators = surveyIndicators(peopleOf(columnsOf(key, [])), { groupSize: 5000 })
    return indicators.map((indicator) => indicator.key)
  })

  expect(INDICATOR_KEYS.filter((key) => !found.includes(key) && key !== 'EST_PERSONS')).toEqual([])
})

describe('an indicator', () => {
  const enough = [...times(60, { dem_carer: 'NO' }), ...times(40, { dem_carer: 'LIVES_APART' })]

  it('tells numerator, denominator, Wilson’s interval and a class', () => {
    const carers = find(
      surveyIndicators(peopleOf(columnsOf('RES', enough)), { groupSize: null }),
      'CARER_RATE',
    )
    const { low, high } = wilsonInterval(40, 100)!

    expect(carers).toMatchObject({
      numerator: 40,
      denominator: 100,
      n: 100,
      effective: 100,
      reliability: 'B',
    })
    expect(carers?.estimate).toBeCloseTo(40, 12)
    expect([carers?.low, carers?.high]).toEqual([100 * low, 100 * high])
  })

  it('has no number where too few people stand behind it', () => {
    const few = enough.slice(0, 29)
    const carers = find(surveyIndicators(peopleOf(columnsOf('RES', few)), { groupSize: null }), 'CARER_RATE')

    expect(carers).toMatchObject({ numerator: null, estimate: null, low: null, n: 29, reliability: 'D' })
    expect(carers?.note).toBe('Za mało odpowiedzi, żeby podać liczbę.')
  })

  it('names people of the municipality in tens, only of 100 answers with 10 in need', () => {
    const needs = (inNeed: number, all: number) =>
      columnsOf('RES', [
        ...times(inNeed, { serv_need: { MEALS: '3' } }),
        ...times(all - inNeed, { serv_need: { MEALS: '1' } }),
      ])
    const estimated = (inNeed: number, all: number) =>
      find(surveyIndicators(peopleOf(needs(inNeed, all)), { groupSize: 8000 }), 'EST_PERSONS', 'MEALS')
    const { low, high } = wilsonInterval(40, 200)!

    expect(estimated(40, 200)).toMatchObject({
      estimate: 1600,
      low: Math.round((8000 * low) / 10) * 10,
      high: Math.round((8000 * high) / 10) * 10,
    })
    expect(estimated(20, 99)?.estimate).toBeNull()
    expect(estimated(9, 120)?.estimate).toBeNull()
  })
})

describe('weighted indicators', () => {
  function weightsOf(weights: Float64Array): AppliedWeights {
    const populationSize = weights.reduce((sum, weight) => sum + weight, 0)
    return {
      number: 1,
      name: 'próbne',
      weights,
      basis: null,
      responseCount: weights.length,
      populationSize,
      method: 'RAKING',
      bounds: null,
      sources: [],
      createdOn: '2026-11-22',
      diagnostics: {} as never,
      notes: [],
    }
  }
  const responses = Array.from({ length: 240 }, (_, at) => ({
    serv_need: { MEALS: String(1 + (at % 5)), LEGAL: String(1 + ((at * 7) % 5)) },
    live_sat: String(1 + ((at * 3) % 5)),
    vol_ready: at % 3 === 0 ? ['CANNOT'] : ['LIFTS'],
    serv_priority: at % 2 === 0 ? ['MEALS', 'LEGAL'] : ['LEGAL'],
  }))

  it('equal the unweighted ones when all weights are equal', () => {
    const columns = columnsOf('RES', responses)
    const plain = surveyIndicators(peopleOf(columns), { groupSize: null })
    const equal = weightsOf(new Float64Array(240).fill(12.5))
    const weighted = surveyIndicators(peopleOf(columns, equal), { groupSize: null })

    expect(weighted.map(({ key, rowKey, n }) => [key, rowKey, n])).toEqual(
      plain.map(({ key, rowKey, n }) => [key, rowKey, n]),
    )
    weighted.forEach((one, at) => {
      if (one.estimate === null) return
      expect(one.estimate, `${one.key} ${one.rowKey}`).toBeCloseTo(plain[at]!.estimate!, 10)
      expect(one.effective).toBeCloseTo(one.n, 8)
      expect(one.denominator).toBeCloseTo(12.5 * one.n, 8)
    })
  })

  it('let each response stand for its people', () => {
    const columns = columnsOf('RES', [
      ...times(50, { dem_carer: 'NO' }),
      ...times(50, { dem_carer: 'LIVES_APART' }),
    ])
    const weights = weightsOf(Float64Array.from({ length: 100 }, (_, at) => (at < 50 ? 30 : 10)))
    const carers = find(surveyIndicators(peopleOf(columns, weights), { groupSize: 2000 }), 'CARER_RATE')

    expect(carers).toMatchObject({ numerator: 500, denominator: 2000, n: 100, effective: 80 })
    expect(carers?.estimate).toBeCloseTo(25, 12)
  })

  it('add up: use and lack make need, and the gap is their ratio', () => {
    const columns = columnsOf('RES', responses)
    const weights = weightsOf(Float64Array.from({ length: 240 }, (_, at) => 1 + ((at * 37) % 11)))
    const indicators = surveyIndicators(peopleOf(columns, weights), { groupSize: null })
    const sum = (key: IndicatorKey) => find(indicators, key, 'MEALS')!.numerator!

    expect(sum('UNMET') / sum('NEED_NOW')).toBeCloseTo(find(indicators, 'GAP', 'MEALS')!.estimate! / 100, 12)
    expect(find(indicators, 'GAP', 'MEALS')!.denominator).toBeCloseTo(sum('NEED_NOW'), 8)
  })
})
