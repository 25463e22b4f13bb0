import { describe, expect, it } from 'vitest'
import { everyQuestion, findQuestion, type Question } from '../../questionnaire/index.ts'
import {
  FormBrokenError,
  importXlsForm,
  pickFormSheets,
  splitFormTable,
  type ImportedForm,
  type LossEntry,
} from '../index.ts'

/** Sheets written as lines, cells apart by `|`. */
const sheet = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const CHOICES = `
list_name | name | label
goods | car | Samochód
goods | bike | Rower
yn | y | Tak
yn | n | Nie`

const read = (survey: string, choices = CHOICES, settings = 'form_title\nFormularz'): ImportedForm =>
  importXlsForm({ survey: sheet(survey), choices: sheet(choices), settings: sheet(settings) })
const question = (form: ImportedForm, key: string): Question | undefined =>
  everyQuestion(form.questionnaire).find((one) => one.key === key)
const losses = ({ report }: ImportedForm, name = 'survey'): readonly LossEntry[] =>
  report.filter(({ kind, sheet: where }) => kind !== 'kept' && where === name)
const told = (form: ImportedForm, name = 'survey') =>
  losses(form, name).map(({ kind, row, column }) => [kind, row, column])
function faults(make: () => unknown): readonly string[] {
  try {
    make()
  } catch (error) {
    if (error instanceof FormBrokenError) return error.problems.map(({ message }) => message)
    throw error
  }
  return []
}

describe('groups that only KoboToolbox has', () => {
  it('makes a table of a rating, required when the rating is', () => {
    const form = read(`
      type | name | label | required | kobo--score-choices
      begin_score | rate | Oceny | yes | yn
      score__row | shops | Sklepy | |
      score__row | buses | Autobusy | |
      end_score | | | |
      text | why | Dlaczego? | |`)

    expect(question(form, 'rate')).toMatchObject({
      type: 'MATRIX_SINGLE',
      required: true,
      rows: [{ key: 'shops', label: 'Sklepy' }, { key: 'buses' }],
      options: [{ code: 'y' }, { code: 'n' }],
    })
  })

  it('makes one ranking of a ranking by places, and says so', () => {
    const form = read(`
      type | name | label | kobo--rank-items
      begin_rank | best | Co najważniejsze? | goods
      rank__level | first | Pierwsze miejsce |
      end_rank | | |`)

    expect(question(form, 'best')).toMatchObject({ type: 'RANK', top: 1, options: [{ code: 'car' }, {}] })
    expect(told(form)).toEqual([
      ['approximated', 2, undefined],
      ['approximated', 3, undefined],
    ])
  })

  it('takes a matrix apart: a table for a column of choices, a question for each other cell', () => {
    const form = read(`
      type | name | label | required | kobo--matrix_list | relevant
      begin_kobomatrix | m | Dobra | | goods |
      select_one yn | has | Czy jest? | | |
      integer | n | Ile? | true | |
      end_kobomatrix | | | | |
      text | t | Jaki samochód? | | | \${m_car_has} = 'y' and \${m_car_n} > 1`)

    expect(question(form, 'm_has')).toMatchObject({
      type: 'MATRIX_SINGLE',
      text: 'Dobra – Czy jest?',
      rows: [{ label: 'Samochód' }, { label: 'Rower' }],
    })
    expect(question(form, 'm_bike_n')).toMatchObject({ type: 'NUMBER', text: 'Rower – Ile?', required: true })
    expect(question(form, 't')?.visibleIf).toBe("m_has.m_car_has = 'y' and m_car_n > 1")
  })
})

describe('a loop over choices', () => {
  it('is written out for every choice, with its name in the texts and its own references', () => {
    const form = read(`
      type | name | label | constraint | constraint_message
      begin loop over goods | l | Dobra | |
      integer | all | Ile: %(label)s? | |
      integer | old | W tym stare | . <= ../all | Nie więcej niż wszystkich
      end loop | | | |`)

    expect(question(form, 'bike_all')?.text).toBe('Ile: Rower?')
    expect(question(form, 'car_old')?.constraint).toEqual([
      { expression: 'this <= car_all', message: 'Nie więcej niż wszystkich' },
    ])
    expect(losses(form, 'choices').filter(({ message }) => message.includes('nie używa'))).toHaveLength(1)
  })
})

describe('what stands in the cells of a form', () => {
  it('is worked out and never asked where a row has a calculation and no words', () => {
    const form = read(`
      type | name | label | calculation
      integer | a | Ile? |
      integer | twice | | \${a} * 2
      text | shown | Widoczne | \${a} + 1`)

    expect(question(form, 'twice')).toMatchObject({ type: 'CALCULATED', expression: 'a * 2' })
    expect(question(form, 'shown')?.type).toBe('TEXT_SHORT')
    expect(told(form)).toEqual([['dropped', 4, 'calculation']])
  })

  it('is told of wherever it has no place', () => {
    const form = read(`
      type | name | label | constraint | parameters | choice_filter | noAppErrorString
      note | n | Uwaga | . > 1 | rows=4 | a = 1 | Brak programu
      range | r | Suwak | . >= 2 | start=0 end=7 krok=2 | |
      range | s | Skala | . != 3 | end=10 | |`)

    expect(told(form)).toEqual([
      ['dropped', 2, 'required_message'],
      ['dropped', 2, 'choice_filter'],
      ['dropped', 2, 'constraint'],
      ['dropped', 2, 'parameters'],
      ['dropped', 3, 'parameters'],
      ['approximated', 4, 'constraint'],
    ])
    expect(question(form, 'r')).toMatchObject({ type: 'NUMBER', min: 2, max: 7 })
    expect(question(form, 's')?.constraint).toMatchObject([{ expression: 'not this = 3' }])
  })

  it('leaves no reference to what was left out, in texts either', () => {
    const form = read(`
      type | name | label | calculation
      begin repeat | p | Osoby |
      calculate | pos | | position(..)
      text | who | Osoba \${pos} |
      end repeat | | |`)

    expect(question(form, 'who')?.text).toBe('Osoba …')
    expect(told(form)).toContainEqual(['approximated', 4, 'label'])
  })

  it('takes the hint for the text where there is no text', () => {
    const form = read('type | name | label | hint\ntext | a | | Proszę wpisać imię')

    expect(question(form, 'a')).toMatchObject({ text: 'Proszę wpisać imię' })
    expect(question(form, 'a')).not.toHaveProperty('help')
  })

  it('does not pipe answers into options', () => {
    const choices = 'list_name | name | label\nyn | y | Tak, ${q}'

    const form = read('type | name | label\nselect_one yn | q | Czy?', choices)

    expect(question(form, 'q')).toMatchObject({ options: [{ label: 'Tak, …' }] })
    expect(told(form, 'choices')).toEqual([['approximated', 2, 'label']])
  })

  it('is read under older names of columns and types', () => {
    const form = read(`
      type | tag | caption | bind:relevant | bind:jr:constraintMsg | bind:constraint
      q string | a | Imię | | |
      add integer prompt | b | Wiek | \${a} != '' | Za dużo | . mod 2 = 0
      add select one prompt using yn | c | Czy? | | |
      phone number | d | | | |`)

    expect(question(form, 'b')).toMatchObject({
      visibleIf: 'answered(a)',
      constraint: [{ expression: 'this % 2 = 0', message: 'Za dużo' }],
    })
    expect(question(form, 'c')?.type).toBe('SINGLE')
  })

  it('says which of two columns of one meaning it has read', () => {
    const form = read('type | value | name | label\ntext | stara | nowa | Imię')

    expect(findQuestion(form.questionnaire, 'nowa')).toBeDefined()
    expect(told(form)).toEqual([['dropped', 2, 'value']])
  })
})

describe('the sheets of a workbook', () => {
  const rows = [['type', 'name']]

  it('are found by their names in any case, and others are told of', () => {
    const picked = pickFormSheets([
      { name: ' Survey ', rows },
      { name: 'CHOICES', rows: [['list_name']] },
      { name: '_notatki', rows: null },
      { name: 'entities', rows: null },
    ])

    expect(picked).toEqual({ survey: rows, choices: [['list_name']], settings: [], others: ['entities'] })
  })

  it('need no name when there is one sheet with questions in it', () => {
    expect(pickFormSheets([{ name: 'Arkusz1', rows }]).survey).toBe(rows)
    expect(faults(() => pickFormSheets([{ name: 'surveys', rows: [['a']] }]))[0]).toMatch(
      /Czy chodziło o arkusz „surveys”/,
    )
  })

  it('may stand below one another in one table, and rows keep their numbers', () => {
    const table = sheet('survey||\n|type|name\n||\n|text|a\nchoices||\n|list_name|name')

    expect(splitFormTable(table)).toEqual({
      survey: [[], ['type', 'name'], [], ['text', 'a']],
      choices: [[], [], [], [], [], ['list_name', 'name']],
      settings: [],
    })
    expect(faults(() => splitFormTable(sheet('a | b\nc | d')))[0]).toMatch(/„type” i „name”/)
  })

  it('are told apart where a name of a sheet and its columns share a line', () => {
    const table = sheet('survey | type | name\n| text | a\nchoices | list_name | name\n| l | x')

    expect(splitFormTable(table)).toEqual({
      survey: [
        ['type', 'name'],
        ['text', 'a'],
      ],
      choices: [[], [], ['list_name', 'name'], ['l', 'x']],
      settings: [],
    })
  })

  it('are said to lack a column once, not in every row', () => {
    expect(
      faults(() => read('type | name | label\nselect_one l | a | A', 'list_name | label\nl | A\nl | B')),
    ).toEqual(['brakuje kolumny „name”.'])
    expect(faults(() => read('text | a | A'))).toEqual(['brakuje kolumny „type”.', 'brakuje kolumny „name”.'])
  })
})
