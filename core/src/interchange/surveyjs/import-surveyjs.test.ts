import { describe, expect, it } from 'vitest'
import { everyQuestion, findQuestion, type Question } from '../../questionnaire/index.ts'
import { questionnaireLibrary } from '../../questionnaire/library/index.ts'
import { aQuestionnaire, yesNo } from '../../testing/index.ts'
import { exportSurveyJs, FormBrokenError, importSurveyJs, type ImportedForm } from '../index.ts'

const survey = (...elements: readonly object[]): ImportedForm =>
  importSurveyJs({ title: 'Potrzeby', elements })
const question = (form: ImportedForm, key: string): Question | undefined =>
  findQuestion(form.questionnaire, key)
const losses = ({ report }: ImportedForm) =>
  report.filter(({ kind, sheet }) => kind !== 'kept' && sheet !== 'formularz')

const alone = {
  type: 'radiogroup',
  name: 'alone',
  title: 'Mieszka samotnie?',
  choices: ['yes', { value: 'no', text: { pl: 'Nie', en: 'No' } }],
  isRequired: true,
}
const help = {
  type: 'checkbox',
  name: 'help',
  title: 'Jaka pomoc?',
  choices: ['care', 'food'],
  showOtherItem: true,
  showNoneItem: true,
  maxSelectedChoices: 2,
}
const rooms = { type: 'text', name: 'rooms', inputType: 'number', min: 0, max: 20 }
const people = {
  type: 'paneldynamic',
  name: 'people',
  maxPanelCount: 5,
  templateElements: [
    { type: 'text', name: 'age', inputType: 'number' },
    { type: 'text', name: 'job', visibleIf: '{panel.age} > 17' },
  ],
}

describe('reading a survey of SurveyJS', () => {
  it('keeps choices, texts in languages, limits and rosters', () => {
    const form = survey(alone, help, rooms, people)

    expect(question(form, 'alone')).toMatchObject({
      type: 'SINGLE',
      required: true,
      options: [{ code: 'yes' }, { code: 'no', label: 'Nie', translations: { en: { label: 'No' } } }],
    })
    expect(question(form, 'help')).toMatchObject({
      type: 'MULTI',
      maxChoices: 2,
      options: [{}, {}, { code: 'other', allowsText: true }, { code: 'none', exclusive: true }],
    })
    expect(question(form, 'rooms')).toMatchObject({ type: 'NUMBER', min: 0, max: 20 })
    expect(question(form, 'people')).toMatchObject({
      type: 'ROSTER',
      maxItems: 5,
      questions: [{ key: 'age' }, { visibleIf: 'age > 17' }],
    })
    expect(losses(form)).toEqual([])
  })

  it.each([
    ["{alone} = 'yes' and {rooms} > 2", "alone = 'yes' and rooms > 2"],
    ["{help} contains 'care'", "help contains 'care'"],
    ["{help} anyof ['care', 'food']", "help contains 'care' or help contains 'food'"],
    ['{rooms} notempty || !({rooms} >= 3)', 'answered(rooms) or not rooms >= 3'],
    ["{alone} <> 'yes'", "not alone = 'yes'"],
    ["iif({alone} = 'yes', 1, 2) == 1", "if(alone = 'yes', 1, 2) = 1"],
    ["{grid.bus} = 'bad'", "grid.bus = 'bad'"],
  ])('says %s in our language', (theirs, ours) => {
    const grid = { type: 'matrix', name: 'grid', columns: ['good', 'bad'], rows: ['bus', 'shop'] }

    const form = survey(alone, help, rooms, grid, { type: 'comment', name: 'last', visibleIf: theirs })

    expect(question(form, 'last')?.visibleIf).toBe(ours)
  })

  it('turns ratings into scales and panels into conditions', () => {
    const form = survey(
      rooms,
      { type: 'rating', name: 'five' },
      { type: 'rating', name: 'ten', rateMin: 0, rateMax: 10, minRateDescription: 'źle' },
      {
        type: 'panel',
        name: 'box',
        visibleIf: '{rooms} > 1',
        elements: [{ type: 'boolean', name: 'heated' }],
      },
    )

    expect(question(form, 'five')?.type).toBe('SCALE_1_5')
    expect(question(form, 'ten')).toMatchObject({ type: 'SCALE_0_10', minLabel: 'źle' })
    expect(question(form, 'heated')).toMatchObject({
      visibleIf: 'rooms > 1',
      options: [{ label: 'Tak' }, { label: 'Nie' }],
    })
  })

  it('tells of types, properties and functions it leaves out', () => {
    const form = survey(
      { type: 'signaturepad', name: 'sign' },
      { ...rooms, defaultValue: 3, visibleIf: 'random() > 1' },
    )

    expect(losses(form).map(({ row, kind, column }) => [row, kind, column])).toEqual([
      [1, 'dropped', undefined],
      [2, 'dropped', 'defaultValue'],
      [2, 'dropped', 'visibleIf'],
    ])
  })

  it.each([[null], [[]], [{}], [{ elements: [{ type: 'text' }] }], [{ elements: [rooms, rooms] }]])(
    'refuses %j',
    (json) => {
      expect(() => importSurveyJs(json)).toThrow(FormBrokenError)
    },
  )
})

describe('writing a survey of SurveyJS', () => {
  it('keeps keys, choices and conditions of what both can say', () => {
    const before = survey(
      alone,
      { ...help, showOtherItem: false, showNoneItem: false },
      { ...rooms, visibleIf: "{help} contains 'care'" },
      people,
    )

    const { json } = exportSurveyJs(before.questionnaire)

    expect(importSurveyJs(json).questionnaire.sections[0]?.questions).toEqual(
      before.questionnaire.sections[0]?.questions,
    )
  })

  it.each(questionnaireLibrary.map((questionnaire) => [questionnaire.key, questionnaire] as const))(
    'writes %s of the library so that every question is read back',
    (_key, questionnaire) => {
      const { json, report } = exportSurveyJs(questionnaire)
      const read = new Set(everyQuestion(importSurveyJs(json).questionnaire).map(({ key }) => key))
      const told = report
        .filter(({ kind }) => kind !== 'kept')
        .map(({ message }) => message)
        .join(' ')

      const missing = everyQuestion(questionnaire).filter(({ key }) => !read.has(key))

      expect(missing.filter(({ key }) => !told.includes(key)).map(({ key }) => key)).toEqual([])
    },
  )
})

it('says what around the questions has no place in SurveyJS', () => {
  const report = exportSurveyJs({
    ...aQuestionnaire([yesNo('a')]),
    translations: { en: { title: 'Survey' } },
  })
    .report.filter(({ kind }) => kind === 'dropped')
    .map(({ message }) => message)

  expect(report).toEqual([
    'Wstęp, dla kogo jest ankieta i ile trwa: SurveyJS nie ma na to miejsca.',
    'Tłumaczenia tytułu, opisu, wstępu i podziękowania nie zostały zapisane.',
  ])
})
