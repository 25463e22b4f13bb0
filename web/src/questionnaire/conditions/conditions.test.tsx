import type { Constraint, Crosswalk, Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import type { RulePlace } from '@rozeznanie/core/questionnaire/editing'
import {
  aQuestionnaire,
  aSection,
  matrix,
  multi,
  number,
  roster,
  single,
  yesNo,
} from '@rozeznanie/core/testing'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'
import { ConstraintsEditor } from './ConstraintsEditor.tsx'
import { CrosswalkEditor } from './CrosswalkEditor.tsx'
import { InsertAnswer } from './InsertAnswer.tsx'
import { RuleEditor } from './RuleEditor.tsx'

const age: Question = {
  key: 'age',
  type: 'SINGLE',
  text: 'Wiek',
  options: [
    { code: 'A', label: '65–74' },
    { code: 'B', label: '75–79' },
    { code: 'C', label: '80 i więcej' },
  ],
}
const questionnaire = aQuestionnaire([
  aSection('a', [
    age,
    { ...multi('barrier', ['far', 'dear']), text: 'Bariery' },
    { ...matrix('need', ['rano', 'noc'], ['1', '2', '3']), text: 'Potrzeby' },
    { key: 'agreed', type: 'CONSENT', text: 'Zgoda na udział' },
    { key: 'born', type: 'DATE_YEAR', text: 'Rok urodzenia' },
    { ...roster('people', [{ ...number('years'), text: 'Ile lat?' }, yesNo('cares')]), text: 'Domownicy' },
    { ...number('rooms'), text: 'Liczba pokoi' },
    { key: 'name', type: 'TEXT_SHORT', text: 'Imię' },
  ]),
  aSection('b', [
    { ...number('cost'), text: 'Koszt' },
    { ...matrix('again', ['rano', 'noc'], ['1', '2']), text: 'Jeszcze raz' },
    { key: 'score', type: 'CALCULATED', text: 'Wynik', expression: 'rooms' },
    number('later'),
  ]),
])

interface EditedProps {
  readonly place: RulePlace
  readonly start?: string
  readonly onText: (text: string | undefined) => void
}

function Edited({ place, start, onText }: EditedProps) {
  const [value, setValue] = useState<string | undefined>(start)
  return (
    <I18nextProvider i18n={i18n}>
      <RuleEditor
        {...{ questionnaire, place, value }}
        onChange={(text) => {
          setValue(text)
          onText(text)
        }}
      />
    </I18nextProvider>
  )
}

const SHOWN: RulePlace = { kind: 'visibleIf', questionKey: 'later' }

function edit(place: RulePlace, start?: string) {
  const said: { text: string | undefined } = { text: start }
  render(<Edited {...{ place, start }} onText={(text) => (said.text = text)} />)
  return said
}

const clause = (number: string) => within(screen.getByRole('group', { name: `Warunek ${number}` }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

/** Finds a question by typing and takes it with Enter. */
function pick(field: HTMLElement, typed: string) {
  fireEvent.change(field, { target: { value: typed } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

function say(of: ReturnType<typeof clause>, words: string) {
  const select = of.getByRole('combobox', { name: 'Co ma się zgadzać' })
  const option = within(select)
    .getAllByRole('option')
    .find(({ textContent }) => textContent === words)
  if (!(option instanceof HTMLOptionElement)) throw new Error(`no predicate „${words}”`)
  fireEvent.change(select, { target: { value: option.value } })
}

const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

afterEach(cleanup)

describe('a rule built by choosing', () => {
  it('asks for one of several options, and says so in a sentence', () => {
    const said = edit(SHOWN)
    expect(screen.getByText('Pytanie pokazujemy zawsze.')).toBeTruthy()

    press('Dodaj warunek')
    const field = clause('1').getByRole('combobox', { name: 'Pytanie' })
    expect(document.activeElement).toBe(field)
    pick(field, 'wiek')
    fireEvent.click(clause('1').getByRole('checkbox', { name: '75–79' }))
    expect(said.text).toBe("age = 'B'")
    fireEvent.click(clause('1').getByRole('checkbox', { name: '80 i więcej' }))

    expect(said.text).toBe("age in ['B', 'C']")
    expect(document.querySelector('.condition')?.textContent).toBe(
      'Pokaż, jeśli odpowiedź na pytanie „Wiek” jest jedną z: „75–79”, „80 i więcej”.',
    )
    say(clause('1'), 'nie jest żadną z')
    expect(said.text).toBe("not age in ['B', 'C']")
  })

  it('joins clauses by „i” and „lub”, with groups that turn with the word', () => {
    const said = edit(SHOWN, 'agreed')

    press('Dodaj kolejny warunek')
    pick(clause('2').getByRole('combobox', { name: 'Pytanie' }), 'barie')
    say(clause('2'), 'zawiera')
    write(clause('2').getByRole('combobox', { name: 'Odpowiedź' }), 'dear')
    expect(said.text).toBe("agreed and barrier contains 'dear'")

    press('Dodaj grupę warunków')
    expect(said.text).toBe("agreed and barrier contains 'dear'")
    pick(clause('3.1').getByRole('combobox', { name: 'Pytanie' }), 'rok')
    say(clause('3.1'), 'od … do …')
    write(clause('3.1').getByRole('textbox', { name: 'Od' }), '1940')
    write(clause('3.1').getByRole('textbox', { name: 'Do' }), '1950')
    pick(clause('3.2').getByRole('combobox', { name: 'Pytanie' }), 'imie')
    expect(said.text).toBe(
      "agreed and barrier contains 'dear' and (born >= 1940 and born <= 1950 or answered(name))",
    )

    fireEvent.click(screen.getByRole('radio', { name: 'Wystarczy jeden (lub)' }))
    expect(said.text).toBe(
      "agreed or barrier contains 'dear' or born >= 1940 and born <= 1950 and answered(name)",
    )
    press('Usuń warunek 2')
    press('Usuń grupę warunków 2')
    expect(said.text).toBe('agreed')
  })

  it('looks at a row of a table, at a count, at how long ago a year was', () => {
    const said = edit(SHOWN)

    press('Dodaj warunek')
    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'potrz')
    write(clause('1').getByRole('combobox', { name: 'Wiersz tabeli' }), 'noc')
    say(clause('1'), 'co najmniej')
    write(clause('1').getByRole('combobox', { name: 'Odpowiedź' }), '2')
    expect(said.text).toBe('need.noc >= 2')

    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'barie')
    say(clause('1'), 'liczba zaznaczonych: najwyżej')
    write(clause('1').getByRole('textbox', { name: 'Liczba' }), '1')
    expect(said.text).toBe('count(barrier) <= 1')

    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'rok')
    say(clause('1'), 'liczba lat od tego roku: więcej niż')
    write(clause('1').getByRole('textbox', { name: 'Liczba' }), '64,5')
    fireEvent.click(clause('1').getByRole('checkbox', { name: /Odwróć/ }))
    expect(said.text).toBe('not age(born) > 64.5')
  })

  it('asks about the items of a roster', () => {
    const said = edit(SHOWN)

    press('Dodaj warunek')
    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'domow')
    say(clause('1'), 'liczba pozycji, które spełniają warunki: co najmniej')
    const roster = screen.getByRole('group', { name: 'Warunki dla pozycji' })
    write(clause('1').getByRole('textbox', { name: 'Liczba' }), '2')
    fireEvent.click(within(roster).getByRole('button', { name: 'Dodaj warunek' }))
    const inner = within(within(roster).getByRole('group', { name: 'Warunek 1' }))
    pick(inner.getByRole('combobox', { name: 'Pytanie' }), 'ile lat')
    say(inner, 'mniej niż')
    write(inner.getByRole('textbox', { name: 'Liczba' }), '18')
    expect(said.text).toBe('count(people, years < 18) >= 2')

    const outer = screen.getAllByRole('combobox', { name: 'Co ma się zgadzać' })[0]
    if (outer) write(outer, 'any')
    expect(said.text).toBe('any(people, years < 18)')
  })

  it('offers only what may be spoken of there', () => {
    edit({ kind: 'visibleIf', questionKey: 'need' })
    press('Dodaj warunek')
    const field = clause('1').getByRole('combobox', { name: 'Pytanie' })
    fireEvent.keyDown(field, { key: 'ArrowDown' })

    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Wiekjedna odpowiedź',
      'Barierykilka odpowiedzi',
    ])
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id)
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })

  it('asks about the row in question', () => {
    const said = edit({ kind: 'rowVisibleIf', questionKey: 'again' })
    press('Dodaj warunek')
    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'potrz')
    write(clause('1').getByRole('combobox', { name: 'Wiersz tabeli' }), '$row')
    fireEvent.click(clause('1').getByRole('checkbox', { name: '3' }))

    expect(said.text).toBe("need.$row = '3'")
  })

  it('compares the own answer with another one', () => {
    const said = edit({ kind: 'constraint', questionKey: 'cost' }, 'this > 0')

    say(clause('1'), 'najwyżej')
    write(clause('1').getByRole('combobox', { name: 'Z czym porównać' }), 'answer')
    expect(said.text).toBeUndefined()
    expect(screen.getByText(/Proszę uzupełnić ten warunek/)).toBeTruthy()
    pick(clause('1').getByRole('combobox', { name: 'Odpowiedź na pytanie' }), 'pokoi')

    expect(said.text).toBe('this <= rooms')
  })

  it('is taken away as a whole, and follows what happens outside', () => {
    const { rerender } = render(<Edited key="1" place={SHOWN} start="agreed" onText={() => undefined} />)
    press('Usuń regułę')
    expect(screen.getByText('Pytanie pokazujemy zawsze.')).toBeTruthy()
    expect(screen.queryByRole('group', { name: 'Warunek 1' })).toBeNull()

    rerender(
      <I18nextProvider i18n={i18n}>
        <RuleEditor questionnaire={questionnaire} place={SHOWN} value="agreed" onChange={() => undefined} />
      </I18nextProvider>,
    )
    rerender(
      <I18nextProvider i18n={i18n}>
        <RuleEditor
          questionnaire={questionnaire}
          place={SHOWN}
          value="agreed and rooms > 2"
          onChange={() => undefined}
        />
      </I18nextProvider>,
    )
    expect(screen.getByRole('group', { name: 'Warunek 2' })).toBeTruthy()
  })

  it('tells what is wrong in words without keys', () => {
    edit({ kind: 'visibleIf', questionKey: 'need' }, 'rooms > 2')

    expect(screen.getAllByText('Pytania „Liczba pokoi” nie ma wśród wcześniejszych pytań.')).toHaveLength(1)
  })
})

describe('a rule as it is written', () => {
  it('is shown where pickers cannot show it, with what is wrong and where', () => {
    const said = edit(SHOWN, 'rooms + cost > 3')
    const field = screen.getByRole('textbox', { name: 'Reguła jako wyrażenie' })
    expect(screen.queryByRole('button', { name: 'Wróć do wyboru z list' })).toBeNull()

    write(field, 'roomz + cost > 3')
    expect(said.text).toBe('roomz + cost > 3')
    expect(document.querySelector('mark')?.textContent).toBe('roomz')
    press(/^Znak 1: /)
    expect(document.activeElement).toBe(field)
    expect(field instanceof HTMLTextAreaElement && [field.selectionStart, field.selectionEnd]).toEqual([0, 5])

    write(field, 'rooms > 3')
    press('Wróć do wyboru z list')
    expect(clause('1').getByRole('textbox', { name: 'Liczba' })).toHaveProperty('value', '3')
    press('Zapisz jako wyrażenie')
    expect(screen.getByRole('textbox', { name: 'Reguła jako wyrażenie' })).toHaveProperty(
      'value',
      'rooms > 3',
    )
  })
})

describe('a calculation', () => {
  it('adds answers up, counts, or says whether conditions hold', () => {
    const said = edit({ kind: 'expression', questionKey: 'score' }, 'rooms')
    const what = screen.getByRole('combobox', { name: 'Co wyliczyć' })

    write(what, 'sum')
    pick(screen.getByRole('combobox', { name: 'Dodaj odpowiedź na pytanie' }), 'pokoi')
    pick(screen.getByRole('combobox', { name: 'Dodaj odpowiedź na pytanie' }), 'koszt')
    expect(said.text).toBe('sum(rooms, cost)')

    write(what, 'total')
    pick(screen.getByRole('combobox', { name: 'Pytanie' }), 'domow')
    write(screen.getByRole('combobox', { name: 'Która odpowiedź w grupie' }), 'years')
    expect(said.text).toBe('sum(people, years)')

    write(what, 'condition')
    press('Dodaj warunek')
    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'zgoda')
    expect(said.text).toBe('agreed')
  })
})

describe('a calculation that is to be chosen', () => {
  it('starts from nothing, and a half of one is nothing again', () => {
    const said = edit({ kind: 'expression', questionKey: 'score' }, '0')
    expect(screen.getByText('Nie powiedziano jeszcze, co wyliczyć.')).toBeTruthy()

    write(screen.getByRole('combobox', { name: 'Co wyliczyć' }), 'chosen')
    expect(said.text).toBe('0')
    pick(screen.getByRole('combobox', { name: 'Pytanie' }), 'barie')
    expect(said.text).toBe('count(barrier)')
    press('Wyczyść obliczenie')

    expect(said.text).toBeUndefined()
  })
})

describe('constraints of a question', () => {
  function Constrained({ onChange }: { readonly onChange: (constraints: readonly Constraint[]) => void }) {
    const [constraints, setConstraints] = useState<readonly Constraint[]>([])
    return (
      <I18nextProvider i18n={i18n}>
        <ConstraintsEditor
          {...{ questionnaire, constraints }}
          questionKey="cost"
          onChange={(next) => {
            setConstraints(next)
            onChange(next)
          }}
        />
      </I18nextProvider>
    )
  }

  it('come with what a respondent reads', () => {
    let made: readonly Constraint[] = []
    render(<Constrained onChange={(constraints) => (made = constraints)} />)

    press('Dodaj warunek')
    pick(clause('1').getByRole('combobox', { name: 'Pytanie' }), 'to pytanie')
    say(clause('1'), 'więcej niż')
    write(clause('1').getByRole('textbox', { name: 'Liczba' }), '0')
    write(screen.getByRole('textbox', { name: /Co przeczyta osoba/ }), 'Proszę podać więcej niż zero.')

    expect(made).toEqual([{ expression: 'this > 0', message: 'Proszę podać więcej niż zero.' }])
    press('Usuń tę zasadę')
    expect(made).toEqual([])
  })
})

describe('an answer put into a text', () => {
  function Texted() {
    const [value, setValue] = useState('Czy ? Tak.')
    return (
      <I18nextProvider i18n={i18n}>
        <TextField name="text" label="Treść" value={value} onChange={setValue} />
        <InsertAnswer
          {...{ questionnaire, value }}
          place={{ kind: 'text', questionKey: 'later' }}
          fieldName="text"
          onChange={setValue}
        />
      </I18nextProvider>
    )
  }

  it('stands where the caret was, and is told by the name of its question', async () => {
    render(<Texted />)
    const field = screen.getByRole('textbox', { name: 'Treść' })
    if (!(field instanceof HTMLInputElement)) throw new Error('no field')
    field.setSelectionRange(4, 4)

    press('Wstaw odpowiedź')
    pick(screen.getByRole('combobox', { name: /Odpowiedź na które/ }), 'wiek')
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)))

    expect(field.value).toBe('Czy {age}? Tak.')
    expect(document.activeElement).toBe(field)
    expect(field.selectionStart).toBe('Czy {age}'.length)
    expect(screen.getByRole('list', { name: 'Odpowiedzi wstawione w treść' }).textContent).toBe(
      '{age} – odpowiedź na pytanie „Wiek”',
    )
  })
})

describe('a crosswalk', () => {
  const before = aQuestionnaire([{ ...single('old', ['A', 'B', 'X']), text: 'Stare' }, yesNo('other')])
  const after = aQuestionnaire([{ ...single('new', ['A', 'B', 'C']), text: 'Nowe' }, yesNo('other')])

  function Crossed({
    of,
    onChange,
  }: {
    readonly of: Questionnaire
    readonly onChange: (crosswalk?: Crosswalk) => void
  }) {
    const [crosswalk, setCrosswalk] = useState<Crosswalk | undefined>()
    return (
      <I18nextProvider i18n={i18n}>
        <CrosswalkEditor
          {...{ before, crosswalk }}
          after={of}
          questionKey="new"
          onChange={(next) => {
            setCrosswalk(next)
            onChange(next)
          }}
        />
      </I18nextProvider>
    )
  }

  it('starts with what has the same code and asks for the rest', () => {
    let made: Crosswalk | undefined
    render(<Crossed of={after} onChange={(crosswalk) => (made = crosswalk)} />)

    write(screen.getByRole('combobox', { name: /Pytanie, które to pytanie zastępuje/ }), 'old')
    expect(made).toEqual({ from: 'old', codes: { A: 'A', B: 'B' } })
    expect(screen.getByText('Proszę wybrać nową odpowiedź.')).toBeTruthy()
    expect(screen.queryByText(/Wyniki będzie można połączyć/)).toBeNull()
    write(screen.getByRole('combobox', { name: /^X/ }), 'C')

    expect(made).toEqual({ from: 'old', codes: { A: 'A', B: 'B', X: 'C' } })
    expect(screen.getByText(/Wyniki będzie można połączyć/)).toBeTruthy()
    write(screen.getByRole('combobox', { name: /Pytanie, które to pytanie zastępuje/ }), '')
    expect(made).toBeUndefined()
  })

  it('tells what else is wrong by the words of questions and options', () => {
    const crosswalk: Crosswalk = { from: 'other', codes: { yes: 'A', no: 'gone' } }
    render(
      <I18nextProvider i18n={i18n}>
        <CrosswalkEditor {...{ before, after, crosswalk }} questionKey="new" onChange={() => undefined} />
      </I18nextProvider>,
    )

    expect(screen.getByText('Pytanie „other?” zostało w tej wersji, więc nie ma co zastępować.')).toBeTruthy()
  })

  it('is not offered where nothing was replaced', () => {
    render(<Crossed of={aQuestionnaire([number('new')])} onChange={() => undefined} />)

    expect(screen.getByText(/nie ma z czym łączyć wyników/)).toBeTruthy()
  })
})
