import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { isStorableText } from '../text.ts'
import { AGE_BOUNDS, type Sex, SEXES } from './sexes-and-ages.ts'

export const MOST_PLACES = 40
const MOST_PEOPLE = 5_000_000
const LONGEST_NAME = 80

/** A part of the municipality that quotas are set for; no localities at all mean the whole of it. */
export interface StructurePlace {
  readonly name: string
  readonly localityIds: readonly string[]
}

/** How many people live in a place, by sex and band of age. */
export interface StructureCell {
  /** Index in `places`. */
  readonly place: number
  readonly sex: Sex
  /** Lower bound of the band. */
  readonly age: number
  readonly people: number
}

/** The population that answers are compared with: every place, sex and band of age has one cell. */
export interface PopulationStructure {
  /** Lower bounds of the bands, rising; the last has no end. */
  readonly ages: readonly number[]
  readonly places: readonly StructurePlace[]
  readonly cells: readonly StructureCell[]
}

export const cellKey = ({ place, sex, age }: Omit<StructureCell, 'people'>): string =>
  `${place} ${sex} ${age}`

/** Everybody in the structure. */
export function structureTotal({ cells }: Pick<PopulationStructure, 'cells'>): number {
  return cells.reduce((sum, { people }) => sum + people, 0)
}

/** An empty table: all cells of the places and bands, with nobody in them. */
export function emptyStructure(
  places: readonly StructurePlace[],
  ages: readonly number[],
): PopulationStructure {
  const cells = places.flatMap((_place, place) =>
    SEXES.flatMap((sex) => ages.map((age) => ({ place, sex, age, people: 0 }))),
  )
  return { ages, places, cells }
}

function* agesProblems(ages: readonly unknown[]): Iterable<FieldProblem> {
  const isRising = ages.every((age, index) => index === 0 || Number(age) > Number(ages[index - 1]))
  if (ages.length === 0 || !isRising || !ages.every((age) => AGE_BOUNDS.includes(Number(age)))) {
    const message = `Grupy wieku muszą zaczynać się od: ${AGE_BOUNDS.join(', ')} lat, bo tak pyta o wiek ankieta.`
    yield { path: 'ages', message }
  }
}

function* placesProblems(
  places: readonly StructurePlace[],
  localityIds: readonly string[],
): Iterable<FieldProblem> {
  if (places.length === 0 || places.length > MOST_PLACES) {
    yield { path: 'places', message: `Proszę podać od 1 do ${MOST_PLACES} części gminy.` }
  }
  const seen = new Set<string>()
  for (const [index, { name, localityIds: ids }] of places.entries()) {
    const path = `places.${index}`
    if (name.trim() === '' || name.length > LONGEST_NAME || !isStorableText(name)) {
      yield { path, message: 'Proszę nazwać każdą część gminy, najwyżej 80 znakami.' }
    }
    if (places.length > 1 && ids.length === 0) {
      yield {
        path,
        message: `Część „${name}” nie ma żadnej miejscowości. Proszę wskazać, które do niej należą.`,
      }
    }
    if (ids.some((id) => !localityIds.includes(id))) {
      yield { path, message: `Część „${name}” ma miejscowość spoza listy tej gminy.` }
    }
    if (ids.some((id) => seen.has(id))) {
      yield { path, message: `Miejscowość części „${name}” należy już do innej części.` }
    }
    for (const id of ids) seen.add(id)
  }
}

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_PEOPLE

interface ReadShape {
  readonly ages: readonly number[]
  readonly places: readonly StructurePlace[]
  readonly counts: ReadonlyMap<string, unknown>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function readShape(document: unknown): ReadShape {
  const { ages, places, cells } = isRecord(document) ? document : {}
  return {
    ages: listOf(ages).map(Number),
    places: listOf(places).map((place) => ({
      name: isRecord(place) && typeof place.name === 'string' ? place.name.trim() : '',
      localityIds: listOf(isRecord(place) ? place.localityIds : []).map(String),
    })),
    counts: new Map(
      listOf(cells)
        .filter(isRecord)
        .map(({ place, sex, age, people }) => [`${Number(place)} ${String(sex)} ${Number(age)}`, people]),
    ),
  }
}

/**
 * Reads the structure of a population.
 *
 * @param localityIds - of the municipality, retired ones too
 * @throws InvalidInputError with a sentence for everything that does not fit
 */
export function parseStructure(document: unknown, localityIds: readonly string[]): PopulationStructure {
  const { ages, places, counts } = readShape(document)
  const problems = [...agesProblems(ages), ...placesProblems(places, localityIds)]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const cells = emptyStructure(places, ages).cells.map((cell) => {
    const people = counts.get(cellKey(cell)) ?? 0
    if (!isCount(people)) {
      const where = places[cell.place]?.name ?? ''
      problems.push({ path: 'cells', message: `W części „${where}” liczba osób musi być całkowita, od 0.` })
    }
    return { ...cell, people: isCount(people) ? people : 0 }
  })
  if (problems.length === 0 && structureTotal({ cells }) === 0) {
    problems.push({ path: 'cells', message: 'Tabela jest pusta. Proszę wpisać liczby mieszkańców.' })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { ages, places, cells }
}
