import { describe, expect, it } from 'vitest'
import { aQuestionnaire, options, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns } from './columns.ts'
import { maskOf } from './mask.ts'
import { appendItems, emptyRosters } from './roster.ts'
import { summariseRosters } from './roster-summary.ts'

const HOUSEHOLD = aQuestionnaire([
  single('place', ['town', 'village']),
  {
    key: 'people',
    type: 'ROSTER',
    text: 'Kto mieszka z Panem/Panią?',
    itemName: 'osoba',
    questions: [
      single('age', ['18_64', '65_plus', '-99']),
      { ...single('alone', ['yes', 'no']), visibleIf: "age = '65_plus' and place = 'village'" },
      { key: 'hours', type: 'NUMBER', text: 'Ile godzin?' },
      {
        key: 'visits',
        type: 'ROSTER',
        text: 'Kto odwiedza?',
        itemName: 'wizyta',
        questions: [{ key: 'who', type: 'MULTI', text: 'Kto?', options: options('family', 'nurse') }],
      },
    ],
  },
])

function summariesOf(responses: readonly Record<string, unknown>[], village = false) {
  const columns = buildColumns(HOUSEHOLD)
  const tables = emptyRosters(columns)
  for (const answers of responses) {
    const response = { mode: 'PAPI', localityId: null, answers: answers as never } as const
    appendItems(tables, columns.responseCount, response)
    appendResponse(columns, response)
  }
  const mask = village ? maskOf(columns, [{ dimension: 'place', codes: ['village'] }]) : null
  return summariseRosters(tables, { columns, mask, weights: null, drawnFrom: null })
}

const households = [
  { place: 'village', people: [{ age: '65_plus', hours: 10 }, { age: '18_64', hours: 2 }, { age: '18_64' }] },
  { place: 'village', people: [{ age: '65_plus', hours: 6, alone: 'yes' }] },
  { place: 'town', people: [{ age: '18_64' }, { age: '-99' }] },
  { place: 'town', people: [{ age: '18_64' }] },
  { place: 'town' },
]

describe('a roster', () => {
  const [people] = summariesOf(households)
  const age = people?.questions.find(({ questionKey }) => questionKey === 'age')

  it('counts items, and the responses that they belong to', () => {
    expect(people).toMatchObject({ itemName: 'osoba', itemCount: 7, responseCount: 4 })
    expect(age?.base).toMatchObject({ askedCount: 7, validCount: 6, refusedCount: 1 })
  })

  it('gives shares of persons and of households with at least one such person', () => {
    const old = age?.options.find(({ code }) => code === '65_plus')

    expect(old).toMatchObject({ itemCount: 2, responseCount: 2 })
    expect(old?.ofItems?.estimate).toBeCloseTo(2 / 6, 12)
    expect(old?.ofResponses?.estimate).toBeCloseTo(2 / 4, 12)
  })

  it('knows that persons of a household were not drawn one by one', () => {
    // by hand: scores of the ratio by household (the one without persons has 0), factor n/(n − 1) with n = 5
    const [x, y] = [
      [3, 1, 1, 1],
      [1, 1, 0, 0],
    ]
    const ratio = 2 / 6
    const residuals = y.map((value, at) => (value - ratio * x[at]!) / 6)
    const error = Math.sqrt((5 / 4) * residuals.reduce((sum, one) => sum + one * one, 0))
    const old = age?.options.find(({ code }) => code === '65_plus')?.ofItems
    const width = (share: number) => Math.log(share / (1 - share))

    // half the width of the logit interval is t(3) · SE / (p(1 − p))
    expect((width(old!.high!) - width(old!.low!)) / 2).toBeCloseTo(
      (3.182446305284263 * error) / (ratio * (1 - ratio)),
      8,
    )
  })

  it('asks an item what its own answers and those around it call for', () => {
    const alone = people?.questions.find(({ questionKey }) => questionKey === 'alone')
    expect(alone?.base).toMatchObject({ askedCount: 2, validCount: 1, unansweredCount: 1 })
  })

  it('has means over items', () => {
    const hours = people?.questions.find(({ questionKey }) => questionKey === 'hours')
    expect(hours?.mean?.estimate).toBeCloseTo(18 / 3, 12)
  })

  it('keeps to the items of the responses that a filter lets through', () => {
    const [filtered] = summariesOf(households, true)
    expect(filtered).toMatchObject({ itemCount: 4, responseCount: 2 })
    expect(filtered?.questions[0]?.options.map(({ itemCount }) => itemCount)).toEqual([2, 2])
  })

  it('may hold a roster, counted on the base of responses as well', () => {
    const visited = { age: '65_plus', visits: [{ who: ['nurse'] }, { who: ['nurse', 'family'] }] }
    const [outer] = summariesOf([
      { people: [visited, { age: '18_64' }] },
      { people: [{ visits: [{ who: ['family'] }] }] },
    ])
    const [visits] = outer?.inner ?? []

    expect(visits).toMatchObject({ itemCount: 3, responseCount: 2 })
    expect(
      visits?.questions[0]?.options.map(({ code, itemCount, responseCount }) => [
        code,
        itemCount,
        responseCount,
      ]),
    ).toEqual([
      ['family', 2, 2],
      ['nurse', 2, 1],
    ])
  })
})
