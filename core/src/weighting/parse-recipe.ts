import { InvalidInputError, type FieldProblem } from '../errors.ts'
import type { WeightBounds } from '../statistics/design/index.ts'
import { isLocalDay } from '../survey/index.ts'
import { isStorableText } from '../text.ts'
import {
  MARGIN_UNITS,
  type MarginCategory,
  type MarginUnit,
  type RecipeMargin,
  type WeightRecipe,
} from './model.ts'
import { readFigure } from './read-figure.ts'
import { countWords, decimalWords } from './words.ts'

export const MOST_MARGINS = 6
const MOST_CATEGORIES = 200
const MOST_MEMBERS = 20_000
const MOST_PEOPLE = 5_000_000
const LONGEST_NAME = 120
const LONGEST_SOURCE = 300
/** Percent may be rounded: ten of them, each by half a point. */
const ROUNDING = 2
const LOWEST_BOUND = 0.05
const HIGHEST_BOUND = 20

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const numberOf = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' ? readFigure(value) : null
}
const isText = (text: string, longest: number) =>
  text !== '' && text.length <= longest && isStorableText(text)

interface Reading {
  readonly problems: FieldProblem[]
  /** Local day on which the recipe is read. */
  readonly today: string
}

function readCategory(
  document: unknown,
  path: string,
  margin: string,
  problems: FieldProblem[],
): MarginCategory {
  const { label, members, people } = isRecord(document) ? document : {}
  const name = textOf(label)
  const number = numberOf(people)
  const place = `„${name}” (${margin})`
  if (!isText(name, 2_000)) problems.push({ path, message: `Jedna z grup w „${margin}” nie ma nazwy.` })
  if (number === null)
    problems.push({
      path,
      message:
        textOf(people) === ''
          ? `${place}: proszę wpisać liczbę albo pominąć tę grupę.`
          : `${place}: „${textOf(people).slice(0, 40)}” to nie jest liczba.`,
    })
  else if (number < 0)
    problems.push({
      path,
      message: `${place}: liczba nie może być mniejsza od zera (podano ${decimalWords(number)}).`,
    })
  else if (number > MOST_PEOPLE)
    problems.push({ path, message: `${place}: ${countWords(number)} to za dużo jak na jedną gminę.` })
  return {
    label: name,
    members: listOf(members).map((codes) => listOf(codes).map(String)),
    people: number ?? 0,
  }
}

function* categoriesProblems(
  categories: readonly MarginCategory[],
  {
    name,
    unit,
    traitCount,
  }: { readonly name: string; readonly unit: MarginUnit; readonly traitCount: number },
): Iterable<string> {
  if (categories.length < 2 || categories.length > MOST_CATEGORIES)
    yield `„${name}” musi mieć od 2 do ${MOST_CATEGORIES} grup. Cechę z jedną grupą proszę usunąć.`
  const members = categories.flatMap((category) => category.members)
  if (members.length > MOST_MEMBERS || members.some((codes) => codes.length !== traitCount))
    yield `Grupy w „${name}” nie pasują do pytań ankiety. Proszę wybrać cechę jeszcze raz.`
  if (new Set(members.map((codes) => codes.join('\u0001'))).size !== members.length)
    yield `Ta sama odpowiedź należy w „${name}” do dwóch grup. Proszę wybrać cechę jeszcze raz.`
  const sum = categories.reduce((total, { people }) => total + people, 0)
  if (sum === 0) yield `W „${name}” nie ma ani jednej osoby. Proszę wpisać liczby mieszkańców.`
  else if (unit === 'PERCENT' && Math.abs(sum - 100) > ROUNDING)
    yield `Procenty w „${name}” dają razem ${decimalWords(sum)}%, a powinny 100%. Proszę sprawdzić, czy to na pewno procenty i czy niczego nie brakuje.`
}

function readSource(
  document: Readonly<Record<string, unknown>>,
  path: string,
  name: string,
  reading: Reading,
) {
  const { problems, today } = reading
  const source = textOf(document.source)
  const table = textOf(document.table)
  const day = textOf(document.day)
  if (!isText(source, LONGEST_SOURCE))
    problems.push({
      path: `${path}.source`,
      message: `Proszę podać, skąd są liczby w „${name}”, na przykład „GUS, Bank Danych Lokalnych”.`,
    })
  if (table.length > LONGEST_SOURCE || !isStorableText(table))
    problems.push({ path: `${path}.table`, message: `Nazwa tabeli w „${name}” jest za długa.` })
  if (!isLocalDay(day) || day > today || day < '1950-01-01')
    problems.push({
      path: `${path}.day`,
      message: `Proszę podać, na jaki dzień są liczby w „${name}”; nie może to być dzień w przyszłości.`,
    })
  return { source, table: table === '' ? null : table, day }
}

function readMargin(document: unknown, at: number, reading: Reading): RecipeMargin {
  const path = `margins.${at}`
  const { problems } = reading
  const own = isRecord(document) ? document : {}
  const name = textOf(own.name)
  const unit = MARGIN_UNITS.find((one) => one === own.unit) ?? 'PEOPLE'
  const traits = listOf(own.traits).map(String)
  if (!isText(name, LONGEST_NAME))
    problems.push({ path: `${path}.name`, message: 'Proszę nazwać każdą cechę, najwyżej 120 znakami.' })
  if (traits.length < 1 || traits.length > 2 || new Set(traits).size !== traits.length)
    problems.push({ path, message: `„${name}” musi mieć jedną albo dwie różne cechy.` })
  const before = problems.length
  const categories = listOf(own.categories)
    .slice(0, MOST_CATEGORIES + 1)
    .map((category, place) => readCategory(category, `${path}.categories.${place}`, name, problems))
  if (problems.length === before) {
    const facts = { name, unit, traitCount: traits.length }
    for (const message of categoriesProblems(categories, facts))
      problems.push({ path: `${path}.categories`, message })
  }
  return { name, traits, unit, categories, ...readSource(own, path, name, reading) }
}

function readBounds(document: unknown, problems: FieldProblem[]): WeightBounds {
  const { low, high } = isRecord(document) ? document : {}
  const bounds = { low: numberOf(low) ?? NaN, high: numberOf(high) ?? NaN }
  if (!(bounds.low >= LOWEST_BOUND && bounds.low <= 1 && bounds.high >= 1 && bounds.high <= HIGHEST_BOUND))
    problems.push({
      path: 'bounds',
      message: 'Dolna granica wag musi leżeć między 0,05 a 1, a górna między 1 a 20. Zwykle to 0,3 i 3.',
    })
  return bounds
}

function readPopulation(
  value: unknown,
  margins: readonly RecipeMargin[],
  problems: FieldProblem[],
): number | null {
  const path = 'populationSize'
  if (value === null || value === undefined || textOf(value) === '') {
    if (typeof value === 'number') return checkedPopulation(value, path, problems)
    if (margins.length > 0 && margins.every(({ unit }) => unit === 'PERCENT'))
      problems.push({ path, message: 'Proszę podać, ilu mieszkańców dotyczą procenty.' })
    return null
  }
  return checkedPopulation(numberOf(value), path, problems)
}

function checkedPopulation(number: number | null, path: string, problems: FieldProblem[]): number | null {
  if (number !== null && number >= 1 && number <= MOST_PEOPLE) return number
  problems.push({ path, message: `Liczba mieszkańców musi być od 1 do ${countWords(MOST_PEOPLE)}.` })
  return null
}

/**
 * Reads a recipe as somebody typed it: numbers may be texts.
 *
 * @param today - local day; no numbers are of later
 * @throws InvalidInputError with a sentence for everything that does not fit, and where
 */
export function parseRecipe(document: unknown, today: string): WeightRecipe {
  const own = isRecord(document) ? document : {}
  const problems: FieldProblem[] = []
  const name = textOf(own.name)
  if (!isText(name, LONGEST_NAME))
    problems.push({ path: 'name', message: 'Proszę nazwać wagi, najwyżej 120 znakami.' })
  const method = own.method === 'POST_STRATIFICATION' ? 'POST_STRATIFICATION' : 'RAKING'
  const documents = listOf(own.margins)
  if (documents.length < 1 || documents.length > MOST_MARGINS)
    problems.push({ path: 'margins', message: `Proszę wybrać od 1 do ${MOST_MARGINS} cech.` })
  if (method === 'POST_STRATIFICATION' && documents.length > 1)
    problems.push({
      path: 'method',
      message:
        'Ważenie w komórkach działa tylko z jedną cechą (albo dwiema skrzyżowanymi). Przy kilku cechach proszę wybrać ważenie do rozkładów brzegowych.',
    })
  const margins = documents
    .slice(0, MOST_MARGINS)
    .map((margin, at) => readMargin(margin, at, { problems, today }))
  const keys = margins.map(({ traits }) => [...traits].sort().join())
  if (new Set(keys).size !== keys.length)
    problems.push({ path: 'margins', message: 'Ta sama cecha jest wybrana dwa razy. Jedną proszę usunąć.' })
  const bounds = method === 'RAKING' ? readBounds(own.bounds, problems) : null
  const populationSize = readPopulation(own.populationSize, margins, problems)
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { name, method, bounds, populationSize, margins }
}
