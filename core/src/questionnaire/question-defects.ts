import type { FieldProblem } from '../errors.ts'
import type {
  MatrixQuestion,
  Option,
  Question,
  Questionnaire,
  RosterQuestion,
  ScaleQuestion,
} from './model.ts'
import { REFUSED } from './model.ts'
import { RESERVED_WORDS } from './expression/parse.ts'
import { MOST_ITEMS } from './level-state.ts'
import { hasOptions, isMatrix, isSpecialCode, optionsOf, rowsOf, scaleEnds } from './options.ts'

const LONGEST_TEXT = 10_000
const MOST_DECIMALS = 6

/** First value that stands twice. */
export function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index)
}

/** Faults of the options of a list or a question. */
export function optionDefects(options: readonly Option[]): readonly string[] {
  const twice = repeated(options.map((option) => option.code))
  return [
    ...(twice === undefined ? [] : [`kod odpowiedzi „${twice}” występuje dwa razy.`]),
    ...options
      .filter(({ label }) => label.trim() === '')
      .map(({ code }) => `odpowiedź „${code}” nie ma treści.`),
    ...options
      .filter(({ code, value }) => isSpecialCode(code) && value !== undefined)
      .map(({ code }) => `kod specjalny „${code}” nie może mieć wartości liczbowej.`),
  ]
}

/** Takes from `only` what the list does not have. */
function unknownOf(only: readonly string[] | undefined, known: readonly string[]): readonly string[] {
  return (only ?? [])
    .filter((code) => !known.includes(code))
    .map((code) => `na liście nie ma kodu „${code}”.`)
}

function sourceDefects(questionnaire: Questionnaire, question: Question): readonly string[] {
  if (!hasOptions(question)) return []
  const isScale = question.type === 'SCALE_1_5' || question.type === 'SCALE_0_10'
  const { options, list, only } = question
  if (options !== undefined && list !== undefined)
    return ['odpowiedzi stoją i w pytaniu, i na liście; prosimy zostawić jedno.']
  if (list !== undefined && !Object.hasOwn(questionnaire.lists, list))
    return [`kwestionariusz nie ma listy „${list}”.`]
  if (options === undefined && list === undefined)
    return isScale ? [] : ['pytanie nie ma odpowiedzi do wyboru.']
  const all = options ?? questionnaire.lists[list ?? '']?.options ?? []
  const known = all.map((option) => option.code)
  const isEmpty = !isScale && optionsOf(questionnaire, question).length === 0
  return [
    ...(options ? optionDefects(options) : []),
    ...unknownOf(only, known),
    ...(isEmpty ? ['pytanie nie ma odpowiedzi do wyboru.'] : []),
  ]
}

function rowDefects(questionnaire: Questionnaire, question: MatrixQuestion): readonly string[] {
  const { rows, rowsList, onlyRows } = question
  if ((rows === undefined) === (rowsList === undefined))
    return ['wiersze tabeli podaje się w pytaniu albo z listy – dokładnie jednym z tych sposobów.']
  if (rowsList !== undefined && !Object.hasOwn(questionnaire.lists, rowsList))
    return [`kwestionariusz nie ma listy „${rowsList}”.`]
  const all =
    rows?.map((row) => row.key) ?? questionnaire.lists[rowsList ?? '']?.options.map(({ code }) => code) ?? []
  const twice = repeated(all)
  return [
    ...(twice === undefined ? [] : [`klucz wiersza „${twice}” występuje dwa razy.`]),
    ...unknownOf(onlyRows, all),
    ...(rowsOf(questionnaire, question).length === 0 ? ['tabela nie ma wierszy.'] : []),
    ...(rows ?? [])
      .filter(({ label }) => label.trim() === '')
      .map(({ key }) => `wiersz „${key}” nie ma treści.`),
    ...(optionsOf(questionnaire, question).some(({ allowsText }) => allowsText)
      ? ['odpowiedź z miejscem na tekst („inne, jakie?”) nie może stać w tabeli.']
      : []),
  ]
}

function scaleDefects(questionnaire: Questionnaire, question: ScaleQuestion): readonly string[] {
  const { from, to } = scaleEnds(question.type)
  const given = question.options ?? questionnaire.lists[question.list ?? '']?.options ?? []
  const stray = given.find(
    ({ code }) => !isSpecialCode(code) && !(Number(code) >= from && Number(code) <= to),
  )
  if (stray === undefined) return []
  return [`skala ma punkty od ${from} do ${to}, a odpowiedź ma kod „${stray.code}”.`]
}

function rosterDefects({
  questions,
  itemName,
  minItems = 0,
  maxItems = MOST_ITEMS,
}: RosterQuestion): readonly string[] {
  const isTooDeep = questions.some(
    (inner) => inner.type === 'ROSTER' && inner.questions.some(({ type }) => type === 'ROSTER'),
  )
  return [
    ...(questions.length === 0 ? ['grupa powtarzana nie ma pytań.'] : []),
    ...(itemName.trim() === '' ? ['brakuje nazwy jednej pozycji grupy, na przykład „osoba”.'] : []),
    ...(isTooDeep ? ['grupa powtarzana może zawierać jeszcze jedną grupę, ale nie głębiej.'] : []),
    ...(minItems < 0 || maxItems < 1 || minItems > maxItems
      ? ['najmniejsza liczba pozycji jest większa niż największa.']
      : []),
    ...(maxItems > MOST_ITEMS ? [`grupa powtarzana może mieć najwyżej ${MOST_ITEMS} pozycji.`] : []),
  ]
}

function limitDefects(questionnaire: Questionnaire, question: Question): readonly string[] {
  const count = optionsOf(questionnaire, question).length
  const check = (isWrong: boolean, sentence: string): readonly string[] => (isWrong ? [sentence] : [])
  switch (question.type) {
    case 'MULTI': {
      const { minChoices = 0, maxChoices = count } = question
      return [
        ...check(
          minChoices < 0 || maxChoices < 1 || minChoices > maxChoices,
          'najmniejsza liczba odpowiedzi jest większa niż największa.',
        ),
        ...check(maxChoices > count, `można zaznaczyć do ${maxChoices} odpowiedzi, a jest ich ${count}.`),
      ]
    }
    case 'RANK':
      return check(
        question.top < 1 || question.top > count,
        `ranking ma ${question.top} miejsc, a odpowiedzi jest ${count}.`,
      )
    case 'NUMBER':
      return [
        ...check(
          (question.min ?? -Infinity) > (question.max ?? Infinity),
          'najmniejsza dozwolona liczba jest większa niż największa.',
        ),
        ...check(
          (question.decimals ?? 0) < 0 || (question.decimals ?? 0) > MOST_DECIMALS,
          `miejsc po przecinku może być od 0 do ${MOST_DECIMALS}.`,
        ),
      ]
    case 'DATE_YEAR':
      return check(
        (question.min ?? 1900) > (question.max ?? 2100),
        'najmniejszy dozwolony rok jest większy niż największy.',
      )
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return check(
        (question.maxLength ?? 1) < 1 || (question.maxLength ?? 1) > LONGEST_TEXT,
        `długość tekstu może być od 1 do ${LONGEST_TEXT} znaków.`,
      )
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return scaleDefects(questionnaire, question)
    case 'ROSTER':
      return rosterDefects(question)
    default:
      return []
  }
}

function sensitivityDefects(questionnaire: Questionnaire, question: Question): readonly string[] {
  if (question.sensitivity !== 'SPECIAL_CATEGORY') return []
  const options = optionsOf(questionnaire, question)
  return [
    ...(question.required ? ['pytanie o zdrowie lub niepełnosprawność nie może być obowiązkowe.'] : []),
    ...(hasOptions(question) && !options.some(({ code }) => code === REFUSED)
      ? ['pytanie o zdrowie lub niepełnosprawność musi mieć odpowiedź „wolę nie odpowiadać” (kod -99).']
      : []),
  ]
}

/** What is wrong with a question by itself, its conditions apart. */
export function questionDefects(
  questionnaire: Questionnaire,
  question: Question,
  path: string,
): readonly FieldProblem[] {
  const sentences = [
    ...(question.text.trim() === '' && question.type !== 'CALCULATED' ? ['pytanie nie ma treści.'] : []),
    ...(RESERVED_WORDS.includes(question.key)
      ? [`„${question.key}” jest słowem warunków, więc nie może być kluczem pytania.`]
      : []),
    ...(question.constraint ?? [])
      .filter(({ message }) => message.trim() === '')
      .map(({ expression }) => `reguła „${expression}” nie mówi, co poprawić w odpowiedzi.`),
    ...(question.core && question.key.startsWith('loc_')
      ? ['pytanie lokalne nie może należeć do wspólnego rdzenia.']
      : []),
    ...sourceDefects(questionnaire, question),
    ...(isMatrix(question) ? rowDefects(questionnaire, question) : []),
    ...limitDefects(questionnaire, question),
    ...sensitivityDefects(questionnaire, question),
  ]
  return sentences.map((sentence) => ({ path, message: `Pytanie „${question.key}”: ${sentence}` }))
}
