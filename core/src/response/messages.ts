import type { Question } from '../questionnaire/index.ts'

/** How many answers, in Polish: „1 odpowiedź”, „3 odpowiedzi”, „5 odpowiedzi”. */
const answerCount = (count: number): string => `${count} ${count === 1 ? 'odpowiedź' : 'odpowiedzi'}`

/** Number as Poles write it: decimal comma. */
const written = (value: number): string => String(value).replace('.', ',')

function howToAnswer(type: Question['type']): string {
  switch (type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return 'Prosimy zaznaczyć jedną odpowiedź.'
    case 'MULTI':
      return 'Prosimy zaznaczyć co najmniej jedną odpowiedź.'
    case 'RANK':
      return 'Prosimy wskazać co najmniej jedną odpowiedź.'
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return 'Prosimy zaznaczyć odpowiedź w tym wierszu.'
    case 'LOCALITY':
      return 'Prosimy wybrać miejscowość z listy.'
    case 'CONSENT':
      return 'Prosimy zaznaczyć zgodę, aby przejść dalej.'
    case 'NUMBER':
      return 'Prosimy wpisać liczbę.'
    case 'DATE_YEAR':
      return 'Prosimy wpisać rok.'
    case 'ROSTER':
      return 'Prosimy dodać co najmniej jedną pozycję.'
    default:
      return 'Prosimy wpisać odpowiedź.'
  }
}

function range(min: number | undefined, max: number | undefined, noun: string): string {
  if (min !== undefined && max !== undefined)
    return `Prosimy wpisać ${noun} od ${written(min)} do ${written(max)}.`
  if (min !== undefined) return `Prosimy wpisać ${noun} nie mniejszą niż ${written(min)}.`
  return `Prosimy wpisać ${noun} nie większą niż ${written(max ?? 0)}.`
}

/** Sentences for the respondent: what is wrong and what to do. */
export const messages = {
  required: (type: Question['type']): string => `To pytanie wymaga odpowiedzi. ${howToAnswer(type)}`,
  unknownQuestion: 'Ta ankieta nie ma takiego pytania. Prosimy odświeżyć stronę i spróbować jeszcze raz.',
  wrongShape: (type: Question['type']): string => `Nie rozumiemy tej odpowiedzi. ${howToAnswer(type)}`,
  wrongAnswers: 'Nie rozumiemy przesłanych odpowiedzi. Prosimy odświeżyć stronę i spróbować jeszcze raz.',
  unknownOption: 'Tej odpowiedzi nie ma na liście. Prosimy wybrać odpowiedź z listy.',
  unknownRow:
    'To pytanie nie ma takiego wiersza. Prosimy odświeżyć stronę i zaznaczyć odpowiedź jeszcze raz.',
  tooFewItems: (min: number): string => `Prosimy dodać więcej pozycji: potrzeba ich co najmniej ${min}.`,
  tooManyItems: (max: number): string => `Pozycji może być najwyżej ${max}. Prosimy usunąć pozostałe.`,
  tooFew: (min: number): string => `Prosimy zaznaczyć co najmniej ${answerCount(min)}.`,
  tooMany: (max: number): string =>
    `Można zaznaczyć najwyżej ${answerCount(max)}. Prosimy odznaczyć te mniej ważne.`,
  duplicate: 'Ta sama odpowiedź jest wskazana więcej niż raz. Prosimy wskazać każdą tylko raz.',
  exclusive: (label: string): string =>
    `Odpowiedzi „${label}” nie można łączyć z innymi. Prosimy zostawić tylko ją albo ją odznaczyć.`,
  numberRange: (min: number | undefined, max: number | undefined): string => range(min, max, 'liczbę'),
  yearRange: (min: number, max: number): string =>
    `Prosimy wpisać rok od ${min} do ${max}, czterema cyframi.`,
  decimals: (places: number): string =>
    places === 0
      ? 'Prosimy wpisać liczbę całkowitą, bez przecinka.'
      : `Po przecinku ${places === 1 ? 'może być najwyżej 1 cyfra' : `mogą być najwyżej ${places} cyfry`}. Prosimy zaokrąglić liczbę.`,
  tooLong: (max: number, length: number): string =>
    `Tekst jest za długi: ma ${length} znaków, a może mieć najwyżej ${max}. Prosimy go skrócić.`,
  unstorable:
    'Tekst zawiera znak, którego nie umiemy zapisać. Prosimy wpisać go jeszcze raz, bez znaków specjalnych.',
  unknownLocality: 'Tej miejscowości nie ma na liście. Prosimy wybrać miejscowość z listy.',
} as const
