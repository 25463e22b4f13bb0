import type { FieldProblem } from '../../errors.ts'
import { questionBank } from '../library/question-bank.ts'
import type { QuestionBank } from '../library/bank-model.ts'
import type { MatrixRow, Option, Question, Questionnaire } from '../model.ts'
import { optionsOf, rowsOf } from '../options.ts'
import { isSameJson } from './same-json.ts'

/** A question and the document its shared lists are in. */
interface Placed {
  readonly question: Question
  readonly document: Questionnaire
}

type Fields = Readonly<Record<string, unknown>>
type Labelled = { readonly label: string; readonly translations?: Option['translations'] }

/** Words and limits that belong to the wording, and what sentences call them. */
const WORDING = {
  text: 'ma inną treść',
  help: 'ma inne objaśnienie',
  easyText: 'ma inny tekst łatwy do czytania',
  minLabel: 'ma inny opis początku skali',
  maxLabel: 'ma inny opis końca skali',
  unit: 'ma inną jednostkę',
  itemName: 'ma inną nazwę jednej pozycji',
  minChoices: 'ma inną najmniejszą liczbę odpowiedzi',
  maxChoices: 'ma inną największą liczbę odpowiedzi',
  top: 'ma inną liczbę miejsc w rankingu',
  min: 'ma inną najmniejszą wartość',
  max: 'ma inną największą wartość',
  decimals: 'ma inną liczbę miejsc po przecinku',
} as const

const fieldOf = (question: Question, name: string): unknown => (question as unknown as Fields)[name]

/** Do the translations say the same, in languages that both have? */
function areTranslationsKept(own: object | undefined, bank: object | undefined): boolean {
  const [given, known] = [
    (own ?? {}) as Readonly<Record<string, Fields>>,
    (bank ?? {}) as Readonly<Record<string, Fields>>,
  ]
  return Object.entries(given).every(([language, texts]) =>
    Object.entries(texts).every(([name, text]) => {
      const shared = known[language]?.[name]
      return text === undefined || shared === undefined || shared === text
    }),
  )
}

const isSameItem = (own: Labelled, bank: Labelled): boolean =>
  isSameJson(own, bank, ['translations']) && areTranslationsKept(own.translations, bank.translations)

/** What is wrong with items chosen out of those of the bank: nothing, when some are left out and no more. */
function itemDefect<Item extends Labelled>(
  own: readonly Item[],
  bank: readonly Item[],
  keyOf: (item: Item) => string,
): 'strange' | 'reworded' | 'reordered' | null {
  const known = new Map(bank.map((item) => [keyOf(item), item]))
  if (own.some((item) => !known.has(keyOf(item)))) return 'strange'
  const isReworded = own.some((item) => {
    const shared = known.get(keyOf(item))
    return shared === undefined || !isSameItem(item, shared)
  })
  if (isReworded) return 'reworded'
  const order = bank.map(keyOf)
  const places = own.map((item) => order.indexOf(keyOf(item)))
  return places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)) ? 'reordered' : null
}

const OPTIONS = {
  strange: 'ma odpowiedź, której nie ma w banku',
  reworded: 'ma zmienioną odpowiedź',
  reordered: 'ma inną kolejność odpowiedzi',
} as const
const ROWS = {
  strange: 'ma wiersz, którego nie ma w banku',
  reworded: 'ma zmieniony wiersz',
  reordered: 'ma inną kolejność wierszy',
} as const

type Found = readonly (readonly [part: string, what: string])[]

function choiceDefects(own: Placed, bank: Placed): Found {
  const options = itemDefect(
    optionsOf(own.document, own.question),
    optionsOf(bank.document, bank.question),
    ({ code }) => code,
  )
  const rows = itemDefect<MatrixRow>(
    rowsOf(own.document, own.question),
    rowsOf(bank.document, bank.question),
    ({ key }) => key,
  )
  return [
    ...(options === null ? [] : [['options', OPTIONS[options]] as const]),
    ...(rows === null ? [] : [['rows', ROWS[rows]] as const]),
  ]
}

const heldBy = (question: Question): readonly Question[] =>
  question.type === 'ROSTER' ? question.questions : []

function differences(own: Placed, bank: Placed): Found {
  if (own.question.type !== bank.question.type) return [['type', 'ma inny rodzaj']]
  const wording = Object.entries(WORDING).filter(
    ([name]) => fieldOf(own.question, name) !== fieldOf(bank.question, name),
  )
  const areWorded = areTranslationsKept(own.question.translations, bank.question.translations)
  const keys = (one: Placed) => heldBy(one.question).map(({ key }) => key)
  return [
    ...wording,
    ...(areWorded ? [] : [['translations', 'ma inne tłumaczenie'] as const]),
    ...choiceDefects(own, bank),
    ...(isSameJson(keys(own), keys(bank)) ? [] : [['questions', 'ma w grupie inne pytania'] as const]),
  ]
}

function questionDefects(own: Placed, bank: Placed, path: string): readonly FieldProblem[] {
  const { key, text } = bank.question
  const found = differences(own, bank).map(([part, what]) => ({
    path: `${path}.${part}`,
    message: `Pytanie „${text}” (${key}) jest wspólne i zablokowane w banku, a tutaj ${what}. Prosimy przywrócić brzmienie z banku albo nadać temu pytaniu nowy klucz.`,
  }))
  const inner = heldBy(own.question).flatMap((question, index) => {
    const shared = heldBy(bank.question).find((one) => one.key === question.key)
    return shared === undefined
      ? []
      : questionDefects({ ...own, question }, { ...bank, question: shared }, `${path}.questions.${index}`)
  })
  return [...found, ...inner]
}

function walk(
  questions: readonly Question[],
  path: string,
  visit: (question: Question, path: string) => readonly FieldProblem[],
): readonly FieldProblem[] {
  return questions.flatMap((question, index) => {
    const own = `${path}.questions.${index}`
    return [...visit(question, own), ...walk(heldBy(question), own, visit)]
  })
}

/**
 * Questions under a key of the bank that its owner keeps locked, and that differ from it in type, wording, limits,
 * options or their order: their answers could not be compared. Options and rows may be left out, and whether a question
 * is required and when it is shown is for the questionnaire to say.
 */
export function lockedDefects(
  questionnaire: Questionnaire,
  bank: QuestionBank = questionBank,
): readonly FieldProblem[] {
  const locked = new Map(
    bank.questions.filter(({ isLocked }) => isLocked).map(({ question }) => [question.key, question]),
  )
  const shelf = { ...questionnaire, lists: bank.lists }
  const visit = (question: Question, path: string): readonly FieldProblem[] => {
    const shared = locked.get(question.key)
    return shared === undefined
      ? []
      : questionDefects({ question, document: questionnaire }, { question: shared, document: shelf }, path)
  }
  return questionnaire.sections.flatMap(({ questions }, at) => walk(questions, `sections.${at}`, visit))
}
