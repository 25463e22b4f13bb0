import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns } from './columns.ts'
import { indicator, INDICATOR_KEYS } from './indicators.ts'

const RESIDENTS = questionnaireLibrary.find(({ key }) => key === 'RES')!

function columnsOf(responses: readonly Record<string, unknown>[]) {
  const columns = buildColumns(RESIDENTS)
  for (const answers of responses)
    appendResponse(columns, { mode: 'CAWI', localityId: null, answers: answers as never })
  return columns
}

const share = (columns: ReturnType<typeof columnsOf>, key: (typeof INDICATOR_KEYS)[number]) => {
  const [first] = indicator(columns, key)
  return [first?.numerator, first?.denominator]
}

describe('indicators', () => {
  it('read needs of a service from the five levels, „nie wiem” being in the base but not among those in need', () => {
    const levels = ['1', '2', '3', '4', '5', '5', '-98']
    const columns = columnsOf(levels.map((level) => ({ serv_need: { CARE_HOME: level } })))

    const of = (key: (typeof INDICATOR_KEYS)[number]) => {
      const care = indicator(columns, key).find(({ rowKey }) => rowKey === 'CARE_HOME')
      return [care?.numerator, care?.denominator]
    }

    expect(of('NEED_NOW')).toEqual([4, 7])
    expect(of('UNMET')).toEqual([3, 7])
    expect(of('GAP')).toEqual([3, 4])
    expect(of('USE')).toEqual([3, 7])
    expect(of('FUTURE')).toEqual([1, 7])
  })

  it('leave „nie wiem” out of where people want to be helped', () => {
    const places = ['HOME_FAMILY', 'HOME_SERVICES', 'WITH_FAMILY', 'ASSISTED_FLAT', 'DPS', '-98', '-98']
    const columns = columnsOf(places.map((place) => ({ serv_future_place: place })))

    expect(share(columns, 'HOME_PREF')).toEqual([3, 5])
    expect(share(columns, 'INST_PREF')).toEqual([1, 5])
  })

  it('count everybody but those who cannot help, and everybody but those who care for nobody', () => {
    const columns = columnsOf([
      { vol_ready: ['LIFTS', 'REPAIRS'], dem_carer: 'NO' },
      { vol_ready: ['CANNOT'], dem_carer: 'LIVES_APART' },
    ])

    expect(share(columns, 'VOL_POT')).toEqual([1, 2])
    expect(share(columns, 'CARER_RATE')).toEqual([1, 2])
  })

  it('all find their questions and codes in the resident questionnaire', () => {
    const columns = columnsOf([])
    const everything = columnsOf([
      {
        serv_need: { CARE_HOME: '5' },
        serv_aware: { CARE_HOME: '1' },
        serv_future_place: 'HOME_FAMILY',
        digital: 'NEVER',
        dem_carer: 'LIVES_WITH_ME',
        vol_ready: ['LIFTS'],
        soc_trust: 'MOST_HELP',
        cus_known: 'FOR_EVERYONE',
        serv_pay: '3',
      },
    ])

    for (const key of INDICATOR_KEYS) {
      expect(indicator(columns, key)[0], key).toMatchObject({
        numerator: 0,
        denominator: 0,
        proportion: null,
      })
      const expected = ['FUTURE', 'INST_PREF'].includes(key) ? 0 : 1
      expect(indicator(everything, key)[0], key).toMatchObject({ numerator: expected, denominator: 1 })
    }
  })
})
