import { describe, expect, it } from 'vitest'
import { findQuestion, type Question } from '../../questionnaire/index.ts'
import { FormBrokenError, importXlsForm, type ImportedForm, type LossEntry } from '../index.ts'

/** Sheets written as lines, cells apart by `|`. */
const sheet = (text: string): readonly (readonly string[])[] =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))

const SIMPLE = `
list_name | name | label
yn | yes | Tak
yn | no | Nie
help | care | Opieka
help | food | Posiłki
help | none | Żadna`

const read = (survey: string, choices = SIMPLE, settings = ''): ImportedForm =>
  importXlsForm({ survey: sheet(survey), choices: sheet(choices), settings: sheet(settings) })
const question = (form: ImportedForm, key: string): Question | undefined =>
  findQuestion(form.questionnaire, key)
const losses = ({ report }: ImportedForm): readonly LossEntry[] =>
  report.filter(({ kind, sheet: name }) => kind !== 'kept' && name === 'survey')

function faults(survey: string, choices = SIMPLE): FormBrokenError['problems'] {
  try {
    read(survey, choices)
  } catch (error) {
    if (error instanceof FormBrokenError) return error.problems
  }
  return []
}

describe('reading an XLSForm', () => {
  it('makes sections of groups and keeps texts, hints and requirements', () => {
    const form = read(`
      type | name | label | hint | required
      begin group | dom | O domu | |
      select_one yn | alone | Czy mieszka Pan/Pani samotnie? | Prosimy wybrać jedno | yes
      integer | rooms | Ile jest pokoi? | |
      end group | | | |`)

    expect(form.questionnaire.sections).toMatchObject([{ key: 'dom', title: 'O domu' }])
    expect(question(form, 'alone')).toMatchObject({
      type: 'SINGLE',
      help: 'Prosimy wybrać jedno',
      required: true,
      options: [
        { code: 'yes', label: 'Tak' },
        { code: 'no', label: 'Nie' },
      ],
    })
    expect(losses(form)).toEqual([])
  })

  it.each([
    ["selected(${help}, 'care')", "help contains 'care'"],
    ["${alone} != 'yes'", "not alone = 'yes'"],
    ["${alone} = ''", 'not answered(alone)'],
    ['string-length(${name}) > 0', 'answered(name)'],
    ['${rooms} div 2 >= 1 and not(${rooms} mod 2 = 1)', 'rooms / 2 >= 1 and not rooms % 2 = 1'],
    ['count-selected(${help}) > 1 or ${rooms} < 3', 'count(help) > 1 or rooms < 3'],
    ["if(${alone} = 'yes', 1, 2) = 1", "if(alone = 'yes', 1, 2) = 1"],
    ['coalesce(${rooms}, 0) * 2 - 1 > 3', 'coalesce(rooms, 0) * 2 - 1 > 3'],
    ["${born} < '1950-01-01'", 'born < 1950'],
    ['int((today() - ${born}) div 365.25) >= 60', 'age(born) >= 60'],
    ['count(${people}) > 1', 'count(people) > 1'],
    ['sum(${age}) > 100', 'sum(people, age) > 100'],
    ["${agree} = 'OK'", 'agree = true'],
    ["../alone = 'yes'", "alone = 'yes'"],
  ])('says %s in our language', (xpath, ours) => {
    const form = read(`
      type | name | label | relevant
      select_one yn | alone | Samotnie? |
      select_multiple help | help | Jaka pomoc? |
      text | name | Imię |
      integer | rooms | Pokoje |
      date | born | Data urodzenia |
      acknowledge | agree | Zgoda |
      begin repeat | people | Domownicy |
      integer | age | Wiek |
      end repeat | | |
      text | last | Ostatnie | ${xpath}`)

    expect(question(form, 'last')?.visibleIf).toBe(ours)
  })

  it.each([
    "regex(${name}, '^a')",
    'position(..) = 1',
    "indexed-repeat(${name}, ${p}, 1) = 'a'",
    "pulldata('f', 'a', 'b', 'c') = 1",
    '(${name}',
    "instance('x')/root/item[name = 'a']",
  ])('leaves %s out and says so with the row and the column', (xpath) => {
    const form = read(`
        type | name | label | relevant
        begin repeat | p | Osoby |
        text | name | Imię |
        end repeat | | |
        text | last | Ostatnie | ${xpath}`)

    expect(question(form, 'last')?.visibleIf).toBeUndefined()
    expect(losses(form)).toMatchObject([{ kind: 'dropped', sheet: 'survey', row: 5, column: 'relevant' }])
  })

  it('takes limits out of constraints and keeps the rest with its message', () => {
    const form = read(`
      type | name | label | constraint | constraint_message
      integer | age | Wiek | . >= 18 and . <= 110 |
      select_multiple help | need | Pomoc | count-selected(.) <= 2 |
      text | note | Uwagi | string-length(.) <= 200 |
      integer | even | Parzysta | . mod 2 = 0 | Prosimy wpisać liczbę parzystą`)

    expect(question(form, 'age')).toMatchObject({ min: 18, max: 110 })
    expect(question(form, 'need')).toMatchObject({ maxChoices: 2 })
    expect(question(form, 'note')).toMatchObject({ maxLength: 200 })
    expect(question(form, 'even')?.constraint).toEqual([
      { expression: 'this % 2 = 0', message: 'Prosimy wpisać liczbę parzystą' },
    ])
  })

  it('works cascading choices out for each option', () => {
    const form = read(
      `
      type | name | label | choice_filter
      select_one region | region | Gmina |
      select_one place | place | Miejscowość | gmina = \${region}`,
      `
      list_name | name | label | gmina
      region | a | Gmina A |
      region | b | Gmina B |
      place | p1 | Dolna | a
      place | p2 | Górna | a
      place | p3 | Leśna | b`,
    )

    expect(question(form, 'place')).toMatchObject({
      optionFilter: "$option in ['p1', 'p2'] and region = 'a' or $option = 'p3' and region = 'b'",
    })
    expect(losses(form)).toEqual([])
  })

  it('makes a table of a table-list and points conditions at its rows', () => {
    const form = read(`
      type | name | label | appearance | relevant
      begin group | rate | Jak ocenia Pan/Pani: | table-list |
      select_one yn | rate_bus | autobusy | |
      select_one yn | rate_shop | sklepy | |
      end group | | | |
      text | why | Dlaczego? | | \${rate_bus} = 'no'`)

    expect(question(form, 'rate')).toMatchObject({
      type: 'MATRIX_SINGLE',
      rows: [{ key: 'bus', label: 'autobusy' }, { key: 'shop' }],
    })
    expect(question(form, 'why')?.visibleIf).toBe("rate.bus = 'no'")
  })

  it('reads Polish as the own language and others as translations', () => {
    const form = read(
      `
      type | name | label::English (en) | label::Polski (pl)
      select_one yn | q | Alone? | Samotnie?`,
      `
      list_name | name | label::Polski (pl) | label::English (en)
      yn | yes | Tak | Yes`,
    )

    expect(question(form, 'q')).toMatchObject({ text: 'Samotnie?', translations: { en: { text: 'Alone?' } } })
    expect(question(form, 'q')).toMatchObject({
      options: [{ label: 'Tak', translations: { en: { label: 'Yes' } } }],
    })
  })

  it('adds „inne, jakie?” for or_other, pipes answers into texts, and reads ranges and rankings', () => {
    const form = read(`
      type | name | label | parameters
      select_multiple help or_other | need | Jaka pomoc? |
      range | scale | Ocena | start=0 end=10 step=1
      rank help | order | Kolejność |
      note | n | Wybrano: \${need} |`)

    expect(question(form, 'need')).toMatchObject({
      options: [{}, {}, {}, { code: 'other', allowsText: true }],
    })
    expect(question(form, 'scale')?.type).toBe('SCALE_0_10')
    expect(question(form, 'order')).toMatchObject({ type: 'RANK', top: 3 })
    expect(question(form, 'n')?.text).toBe('Wybrano: {need}')
  })

  it('tells of everything it leaves out', () => {
    const form = read(`
      type | name | label | default | appearance | extra
      geopoint | where | Gdzie? | | |
      start | start | | | |
      text | a | A | wpis | minimal | coś`)

    expect(losses(form).map(({ row, column, kind }) => [row, column, kind])).toEqual([
      [1, 'extra', 'dropped'],
      [2, 'type', 'dropped'],
      [3, 'type', 'dropped'],
      [4, 'default', 'dropped'],
      [4, 'appearance', 'dropped'],
    ])
  })
})

describe('a broken XLSForm', () => {
  it.each([
    [
      'a list that is not there',
      'select_one ny | a | A',
      'nie ma listy odpowiedzi „ny”. Czy chodziło o „yn”?',
    ],
    [
      'a mistyped type',
      'selct_one yn | a | A',
      'nie ma typu „selct_one yn”. Czy chodziło o „select_one yn”?',
    ],
    [
      'a group left open',
      'begin group | g | G',
      'grupa „g” nie jest zamknięta; brakuje wiersza „end_group”.',
    ],
    [
      'an end without a beginning',
      'end repeat | | ',
      'kończy się tu grupa powtarzana, która nigdzie się nie zaczyna.',
    ],
    [
      'a reference to nothing',
      'note | n | Witamy, ${frist}',
      '„${frist}” nie wskazuje żadnego wiersza formularza. Czy chodziło o „${first}”?',
    ],
    [
      'a name used twice',
      'text | first | Znowu',
      'nazwa „first” występuje dwa razy; pierwszy raz w wierszu 2.',
    ],
    [
      'a name with a space',
      'text | moje imię | A',
      'nazwa „moje imię” jest niedozwolona: zaczyna się literą i ma bez odstępów.'.replace(
        'ma bez',
        'nie ma',
      ),
    ],
  ])('says where it has %s', (_what, row, message) => {
    expect(faults(`type | name | label\ntext | first | Imię\n${row}`)).toEqual([
      expect.objectContaining({ sheet: 'survey', row: 3, message }),
    ])
  })

  it('says which option stands twice', () => {
    const twice = `list_name | name | label\nyn | yes | Tak\nyn | yes | Tak`

    expect(faults('type | name | label\nselect_one yn | a | A', twice)).toMatchObject([
      { sheet: 'choices', row: 3, column: 'name' },
    ])
  })

  it('says that a sheet is empty or has no types', () => {
    expect(faults('')).toMatchObject([{ sheet: 'survey', row: 1 }])
    expect(faults('name | label\na | A')).toMatchObject([{ message: 'brakuje kolumny „type”.' }])
  })
})
