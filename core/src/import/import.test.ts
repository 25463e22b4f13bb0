import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../questionnaire/index.ts'
import {
  matchOption,
  parseMapping,
  planImport,
  splitChoices,
  suggestMapping,
  type AnswerTable,
} from './index.ts'

const CARE = { code: 'CARE_HOME', label: 'Usługi opiekuńcze, w domu (opiekunka)' }
const MEALS = { code: 'MEALS', label: 'Posiłki z dowozem' }
const OPTIONS = [CARE, MEALS, { code: 'NONE', label: 'Żadne', exclusive: true }]

const questionnaire: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'TEST',
  title: 'Próba',
  description: 'Próba',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 1,
  intro: [],
  thanks: [],
  lists: {},
  sections: [
    {
      key: 's',
      title: 'Pytania',
      questions: [
        {
          key: 'dem_sex',
          type: 'SINGLE',
          text: 'Płeć',
          options: [
            { code: '1', label: 'Kobieta' },
            { code: '2', label: 'Mężczyzna' },
          ],
        },
        { key: 'age', type: 'NUMBER', text: 'Wiek w latach', min: 0, max: 120 },
        {
          key: 'serv',
          type: 'MULTI',
          text: 'Jakich usług Pan/Pani potrzebuje?',
          options: OPTIONS,
          maxChoices: 2,
        },
        {
          key: 'live',
          type: 'MATRIX_SINGLE',
          text: 'Jak ocenia Pan/Pani w gminie?',
          options: [
            { code: '1', label: 'Źle' },
            { code: '2', label: 'Dobrze' },
          ],
          rows: [
            { key: 'school', label: 'Szkoły' },
            { key: 'bus', label: 'Dojazd' },
          ],
        },
        { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie Pan/Pani mieszka?' },
        {
          key: 'why',
          type: 'TEXT_SHORT',
          text: 'Dlaczego?',
          visibleIf: "dem_sex = '1'",
        },
      ],
    },
  ],
}
const localities = [{ id: '0198c0de-0000-7000-8000-000000000001', name: 'Łączna' }]
const context = { questionnaire, localities }

const table: AnswerTable = {
  header: [
    'Sygnatura czasowa',
    'Nr arkusza',
    'Płeć',
    'Wiek w latach',
    'Jakich usług Pan/Pani potrzebuje?',
    'Jak ocenia Pan/Pani w gminie? [Szkoły]',
    'Gdzie Pan/Pani mieszka?',
    'why',
  ],
  rows: [
    [
      '2024-10-01',
      'A1',
      'Kobieta',
      '61',
      'Usługi opiekuńcze, w domu (opiekunka), Posiłki z dowozem',
      'Dobrze',
      'łączna',
      'bo tak',
    ],
    ['2024-10-02', 'A2', 'kobieta ', '47 lat', 'Posiłki z dowozem, spacer', 'nie wiem', 'Warszawa', ''],
    ['2024-10-03', 'A2', 'Mężczyzna', '30', '', '', '', ''],
    ['2024-10-04', 'A4', '', '', '', '', '', ''],
    ['2024-10-05', 'A5', 'Mężczyzna', '340', '', '', '', 'to pytanie nie dla mnie'],
  ],
}

describe('matching a cell with an option', () => {
  it.each([
    ['2', 'MEALS_CODE', null],
    ['MEALS', 'MEALS', 'exact'],
    ['Posiłki z dowozem', 'MEALS', 'exact'],
    ['  POSIŁKI  z dowozem.', 'MEALS', 'approximate'],
    ['uslugi opiekuncze w domu', 'CARE_HOME', 'approximate'],
    ['Posiłki', 'MEALS', 'approximate'],
    ['zupa', '', null],
  ])('takes „%s” as %s (%s)', (cell, code, quality) => {
    const meaning = matchOption(OPTIONS, cell)

    expect(meaning).toEqual(quality === null ? null : { code, quality })
  })

  it('takes a code that a spreadsheet turned into a decimal number', () => {
    expect(matchOption([{ code: '4', label: 'Dobrze' }], '4,0')).toEqual({ code: '4', quality: 'exact' })
  })
})

describe('splitting several choices', () => {
  it('keeps a label whole that holds the separator itself', () => {
    expect(splitChoices(`${CARE.label}, Posiłki z dowozem`, ',', OPTIONS)).toEqual([
      CARE.label,
      'Posiłki z dowozem',
    ])
  })

  it('splits what it does not know at the separator and drops empty parts', () => {
    expect(splitChoices(' a ;; b; ', ';', OPTIONS)).toEqual(['a', 'b'])
  })
})

describe('suggesting a mapping', () => {
  it('recognises wordings, keys, matrix rows and the sheet number, and finds the separator', () => {
    const mapping = suggestMapping(questionnaire, table)

    expect(mapping).toEqual([
      { kind: 'ignore' },
      { kind: 'sheetNumber' },
      { kind: 'question', questionKey: 'dem_sex' },
      { kind: 'question', questionKey: 'age' },
      { kind: 'question', questionKey: 'serv', separator: ',' },
      { kind: 'question', questionKey: 'live', rowKey: 'school' },
      { kind: 'question', questionKey: 'dem_locality' },
      { kind: 'question', questionKey: 'why' },
    ])
  })
})

describe('the dry run', () => {
  const plan = planImport(context, table, suggestMapping(questionnaire, table))

  it('stores what it understood and what it approximated', () => {
    expect(plan.importedRows[0]).toEqual({
      row: 2,
      sheetNumber: 'A1',
      answers: {
        dem_sex: '1',
        age: 61,
        serv: ['CARE_HOME', 'MEALS'],
        live: { school: '2' },
        dem_locality: localities[0]?.id,
        why: 'bo tak',
      },
    })
    expect(plan.importedRows[1]?.answers).toEqual({ dem_sex: '1', age: 47 })
  })

  it('lists approximations and refusals by column and line', () => {
    const age = plan.columns[3]
    const live = plan.columns[5]

    expect(age?.approximated).toEqual([
      { cell: '47 lat', count: 1, rows: [3], message: 'przyjęto liczbę 47' },
    ])
    expect(age?.refused.map(({ cell, rows }) => ({ cell, rows }))).toEqual([{ cell: '340', rows: [6] }])
    expect(live?.refused.map(({ cell, rows }) => ({ cell, rows }))).toEqual([{ cell: 'nie wiem', rows: [3] }])
  })

  it('leaves out an answer to a question that would not have been asked, and says so', () => {
    expect(plan.importedRows.find(({ row }) => row === 6)?.answers).toEqual({ dem_sex: '2' })
    expect(plan.columns[7]?.refused[0]?.message).toContain('nie byłoby zadane')
  })

  it('refuses empty rows and a sheet number met before', () => {
    expect(plan.refusedRows.map(({ row }) => row)).toEqual([4, 5])
    expect(plan.refusedRows[0]?.message).toBe('Numer arkusza „A2” jest już w wierszu 3.')
  })
})

describe('reading a mapping from outside', () => {
  it('refuses unknown questions and two columns with one place', () => {
    const json = [{ kind: 'question', questionKey: 'nope' }, { kind: 'sheetNumber' }, { kind: 'sheetNumber' }]

    expect(() => parseMapping(json, questionnaire, 3)).toThrow(/Kolumna 1: .*Kolumna 3 /)
  })
})

describe('an unknown text', () => {
  const needs = { kind: 'question', questionKey: 'serv', separator: ',' } as const
  const file: AnswerTable = { header: ['Potrzeby'], rows: [['Posiłki z dowozem, spacer']] }

  it('is named apart from what was understood in its cell, so that it can be given a meaning', () => {
    expect(planImport(context, file, [needs]).columns[0]?.refused).toMatchObject([{ undecided: 'spacer' }])
  })

  it('is understood once it has a meaning', () => {
    const plan = planImport(context, file, [{ ...needs, values: { spacer: 'CARE_HOME' } }])

    expect(plan.columns[0]?.refused).toEqual([])
    expect(plan.importedRows[0]?.answers).toEqual({ serv: ['MEALS', 'CARE_HOME'] })
  })
})
