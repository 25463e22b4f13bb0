import { listNumbers } from '../text.ts'
import type { Dictionary, Measure, Variable } from './model.ts'

/** A table of texts. */
export interface TextTable {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  NOMINAL: 'nominalny',
  ORDINAL: 'porządkowy',
  SCALE: 'ilościowy',
}

const ABSENT = 'puste: nie pytano'

function kindOf({ kind, values, weightNumber }: Variable): string {
  if (weightNumber !== null) return 'waga'
  if (kind === 'text') return 'tekst'
  return values.some(({ isMissing }) => !isMissing) ? 'kod' : 'liczba'
}

const listed = ({ values }: Variable, areMissing: boolean): string =>
  values
    .filter(({ isMissing }) => isMissing === areMissing)
    .map(({ code, label }) => `${code} = ${label}`)
    .join('; ')

function variableRow(variable: Variable, index: number): readonly string[] {
  const { name, text, part, asked, measure, versions, kind } = variable
  const missing = listed(variable, true)
  return [
    String(index + 1),
    name,
    text,
    part,
    asked,
    kindOf(variable),
    listed(variable, false),
    [...(missing === '' ? [] : [missing]), ABSENT].join('; '),
    kind === 'text' ? '' : MEASURE_WORDS[measure],
    listNumbers(versions),
  ]
}

/** What each column of a data file means: one row for each variable. There are no counts in it. */
export function variablesTable({ variables }: Dictionary): TextTable {
  return {
    title: 'Zmienne',
    header: [
      'Lp.',
      'Zmienna',
      'Pytanie',
      'Wiersz, odpowiedź lub pozycja',
      'Kogo pytano',
      'Rodzaj',
      'Kody i etykiety',
      'Braki danych',
      'Poziom pomiaru',
      'Wersje kwestionariusza',
    ],
    rows: variables.map(variableRow),
  }
}

/** Every code of every variable on a row of its own, with the number that stands for it in SPSS files. */
export function codesTable({ variables }: Dictionary): TextTable {
  const rows = variables.flatMap(({ name, values }) =>
    values.map(({ code, number, label, isMissing }) => [
      name,
      code,
      String(number),
      label,
      isMissing ? 'tak' : 'nie',
    ]),
  )
  return {
    title: 'Kody',
    header: ['Zmienna', 'Kod w plikach CSV i Excel', 'Liczba w pliku SPSS', 'Etykieta', 'Brak danych'],
    rows,
  }
}

/** Which variables belong together: several answers to one question. */
export function setsTable({ variables, sets }: Dictionary): TextTable {
  return {
    title: 'Zestawy odpowiedzi',
    header: ['Zestaw', 'Pytanie', 'Budowa', 'Zmienne'],
    rows: sets.map(({ name, label, kind, places }) => [
      name,
      label,
      kind === 'flags' ? 'zmienna 0/1 dla każdej odpowiedzi' : 'zmienna dla każdego miejsca',
      places.map((place) => variables[place]?.name ?? '').join(', '),
    ]),
  }
}
