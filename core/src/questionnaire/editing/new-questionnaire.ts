import type { Audience, Option, Question, Questionnaire, QuestionType, Section } from '../model.ts'
import { DONT_KNOW } from '../model.ts'
import { freshSectionKey } from './keys.ts'

const YES_NO: readonly Option[] = [
  { code: '1', label: 'Tak' },
  { code: '2', label: 'Nie' },
  { code: DONT_KNOW, label: 'Nie wiem' },
]
const CHOICES: readonly Option[] = [
  { code: '1', label: 'Pierwsza odpowiedź' },
  { code: '2', label: 'Druga odpowiedź' },
  { code: '3', label: 'Trzecia odpowiedź' },
]
const AGREEMENT: readonly Option[] = [
  { code: '1', label: 'Źle', value: 1 },
  { code: '2', label: 'Średnio', value: 2 },
  { code: '3', label: 'Dobrze', value: 3 },
  { code: DONT_KNOW, label: 'Nie wiem' },
]

/** Rows that a new table starts with. */
export const FIRST_ROWS = [
  { key: 'r1', label: 'Pierwszy wiersz' },
  { key: 'r2', label: 'Drugi wiersz' },
] as const

/** Beginning and end of a roster's inner key: within the length of keys. */
const innerKey = (key: string): string => `${key.slice(0, 54)}_nazwa`

/**
 * A question of a type that can be asked as it stands, apart from its words. The question inside a new roster has the
 * roster's key with `_nazwa`.
 */
export function newQuestion(type: QuestionType, key: string): Question {
  const text = 'Nowe pytanie'
  switch (type) {
    case 'SINGLE':
      return { key, type, text, options: YES_NO }
    case 'MULTI':
      return { key, type, text, options: [...CHOICES, { code: DONT_KNOW, label: 'Nie wiem' }] }
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return { key, type, text, rows: FIRST_ROWS, options: AGREEMENT }
    case 'RANK':
      return { key, type, text, options: CHOICES, top: 3 }
    case 'SCALE_1_5':
      return { key, type, text, minLabel: 'bardzo źle', maxLabel: 'bardzo dobrze' }
    case 'SCALE_0_10':
      return { key, type, text, minLabel: 'najgorzej', maxLabel: 'najlepiej' }
    case 'NUMBER':
      return { key, type, text, min: 0 }
    case 'TEXT_SHORT':
      return { key, type, text, maxLength: 200 }
    case 'TEXT_LONG':
      return { key, type, text, maxLength: 2000 }
    case 'DATE_YEAR':
      return { key, type, text, min: 1900, max: 2100 }
    case 'LOCALITY':
      return { key, type, text: 'W jakiej miejscowości Pan/Pani mieszka?' }
    case 'CONSENT':
      return { key, type, text: 'Zgadzam się na udział w badaniu.' }
    case 'INFO':
      return { key, type, text: 'Tu można coś wyjaśnić osobie, która wypełnia ankietę.' }
    case 'ROSTER':
      return {
        key,
        type,
        text: 'Prosimy odpowiedzieć osobno o każdej osobie.',
        itemName: 'osoba',
        questions: [{ key: innerKey(key), type: 'TEXT_SHORT', text: 'Nowe pytanie', maxLength: 200 }],
      }
    case 'CALCULATED':
      return { key, type, text: 'Obliczenie', expression: '0' }
  }
}

/** A section without questions, under a key that no section has. */
export function newSection(questionnaire: Questionnaire, title = 'Nowa część'): Section {
  return { key: freshSectionKey(questionnaire), title, questions: [] }
}

/** A questionnaire with sound words around the questions, and one section that waits for them. */
export function emptyQuestionnaire(facts: {
  readonly key: string
  readonly title: string
  readonly audience: Audience
}): Questionnaire {
  const { key, title, audience } = facts
  return {
    format: 'rozeznanie-questionnaire/1',
    key,
    title,
    description: '',
    audience,
    language: 'pl',
    estimatedMinutes: 5,
    intro: [
      'Szanowni Państwo!',
      '{organizacja} przygotowuje diagnozę potrzeb mieszkańców gminy {gmina} w zakresie usług społecznych.',
      'Ankieta jest anonimowa i dobrowolna. Można pominąć dowolne pytanie. Zajmie to około {minuty} min. Wyniki podamy tylko łącznie, nigdy dla jednej osoby.',
      'Pomoc: tel. {telefon}.',
    ],
    thanks: [
      'Co dalej z wynikami: zestawimy wszystkie odpowiedzi i opiszemy je w diagnozie, a potem wykorzystamy do planowania usług.',
      'Pytania o ankietę: {organizacja}, tel. {telefon}.',
    ],
    lists: {},
    sections: [{ key: 'czesc_1', title: 'Część 1', questions: [] }],
  }
}
