import { describe, expect, it } from 'vitest'
import { everyQuestion, type Question } from '../../questionnaire/index.ts'
import { importSurveyJs, type ImportedForm } from '../index.ts'

const survey = (...elements: readonly object[]): ImportedForm =>
  importSurveyJs({ title: 'Potrzeby', elements })
const question = (form: ImportedForm, key: string): Question | undefined =>
  everyQuestion(form.questionnaire).find((one) => one.key === key)
const told = ({ report }: ImportedForm) =>
  report.filter(({ kind, sheet }) => kind !== 'kept' && sheet !== 'formularz').map(({ column }) => column)

describe('a survey of SurveyJS', () => {
  it('has its tables of columns taken apart, and rules follow the cells', () => {
    const form = survey(
      {
        type: 'matrixdropdown',
        name: 'help',
        title: 'Pomoc',
        choices: [1, 2],
        columns: [
          { name: 'rate', title: 'Ocena' },
          { name: 'kind', cellType: 'checkbox', choices: ['a', 'b'] },
          { name: 'hours', cellType: 'text', inputType: 'number', isRequired: true },
        ],
        rows: ['care', { value: 'meals', text: 'Obiady' }],
      },
      { type: 'text', name: 'why', visibleIf: '{help.care.rate} = 2 and {help.meals.hours} > 3' },
    )

    expect(question(form, 'help_rate')).toMatchObject({
      type: 'MATRIX_SINGLE',
      text: 'Pomoc – Ocena',
      options: [{ code: '1' }, { code: '2' }],
      rows: [{ key: 'care' }, { key: 'meals', label: 'Obiady' }],
    })
    expect(question(form, 'help_kind')?.type).toBe('MATRIX_MULTI')
    expect(question(form, 'help_meals_hours')).toMatchObject({ type: 'NUMBER', required: true })
    expect(question(form, 'why')?.visibleIf).toBe("help_rate.care = '2' and help_meals_hours > 3")
  })

  it('asks each field of many by itself, with its limits', () => {
    const form = survey({
      type: 'multipletext',
      name: 'cost',
      title: 'Ile kosztuje',
      isRequired: true,
      items: [
        {
          name: 'least',
          title: 'najmniej',
          inputType: 'number',
          validators: [{ type: 'numeric', minValue: 10 }],
        },
        { name: 'note' },
      ],
    })

    expect(question(form, 'cost_least')).toMatchObject({
      type: 'NUMBER',
      text: 'Ile kosztuje – najmniej',
      required: true,
      min: 10,
    })
    expect(question(form, 'cost_note')?.type).toBe('TEXT_SHORT')
  })

  it('may use a name again within a panel, and rules mean the nearest', () => {
    const panel = (name: string) => ({
      type: 'paneldynamic',
      name,
      templateElements: [
        { type: 'boolean', name: 'works' },
        { type: 'text', name: 'job', visibleIf: '{panel.works} = true' },
      ],
    })

    const form = survey(panel('adults'), panel('children'))

    expect(question(form, 'job')?.visibleIf).toBe("works = 'true'")
    expect(question(form, 'job_2')?.visibleIf).toBe("works_2 = 'true'")
  })

  it('gives columns of a table that grows the choices of the table', () => {
    const form = survey({
      type: 'matrixdynamic',
      name: 'lessons',
      cellType: 'radiogroup',
      choices: ['tak', 'nie'],
      columns: [{ name: 'clear' }, { name: 'note', cellType: 'comment' }],
    })

    expect(question(form, 'clear')).toMatchObject({ type: 'SINGLE', options: [{ code: 'tak' }, {}] })
    expect(question(form, 'note')?.type).toBe('TEXT_LONG')
  })

  it('has refusing and not knowing under the codes they have everywhere', () => {
    const form = survey({
      type: 'checkbox',
      name: 'a',
      choices: ['x|Iks'],
      showDontKnowItem: true,
      showRefuseItem: true,
      refuseText: 'Odmawiam',
    })

    expect(question(form, 'a')).toMatchObject({
      options: [{ code: 'x', label: 'Iks' }, { code: '-99', label: 'Odmawiam' }, { code: '-98' }],
    })
  })

  it('says which words of texts, properties and choices are left out', () => {
    const form = survey(
      {
        type: 'imagepicker',
        name: 'a',
        title: 'Który {nieznany}?',
        choices: [{ value: 'x', imageLink: 'x.png' }],
      },
      { type: 'dropdown', name: 'b', choicesByUrl: { url: 'x' } },
    )

    expect(question(form, 'a')?.text).toBe('Który …?')
    expect(told(form)).toEqual([undefined, 'choices', 'choicesByUrl', 'choices'])
  })

  it('thanks without the answers that only the page of SurveyJS could show', () => {
    const form = importSurveyJs({
      completedHtml: '<p>Dziękujemy, {name}</p>',
      elements: [{ type: 'text', name: 'name' }],
    })

    expect(form.questionnaire.thanks).toEqual(['Dziękujemy, …'])
    expect(form.report).toContainEqual(
      expect.objectContaining({ kind: 'approximated', column: 'completedHtml' }),
    )
  })

  it.each([
    ['a text of millions of signs', { type: 'html', name: 'a', html: '<script '.repeat(300_000) }],
    ['rules of millions of signs', { type: 'text', name: 'a', visibleIf: "{a} = 'b' or ".repeat(200_000) }],
    ['spaces without end', { type: 'text', name: 'a', title: `${' '.repeat(2_000_000)}x` }],
  ])(
    'is not made slow by %s',
    (_what, element) => {
      expect(survey(element).questionnaire.sections).toHaveLength(1)
    },
    10_000,
  )
})
