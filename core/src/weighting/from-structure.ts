import { ageOfCode, bandOf, type Sex, SEXES } from '../fieldwork/sexes-and-ages.ts'
import { structureTotal, type PopulationStructure } from '../fieldwork/structure.ts'
import { BY_LOCALITY } from '../analysis/filter.ts'
import { AGE_TRAIT, categoriesOf, SEX_TRAIT } from './build-margin.ts'
import type { MarginCategory, RecipeMargin, Trait } from './model.ts'

/** The population of a survey's targets, with where its numbers are from. */
export interface SourcedPopulation {
  readonly structure: PopulationStructure
  readonly source: string
  /** Local day. */
  readonly day: string
}

function peopleOf({ cells, ages }: PopulationStructure, { members }: Omit<MarginCategory, 'people'>): number {
  const [sex, code] = members[0] ?? []
  const age = ageOfCode(code ?? null)
  const band = age === null ? null : bandOf(age, ages)
  return cells
    .filter((cell) => cell.sex === (sex as Sex) && cell.age === band)
    .reduce((sum, { people }) => sum + people, 0)
}

function bySexAndAge(
  { structure, source, day }: SourcedPopulation,
  traits: readonly Trait[],
): RecipeMargin | null {
  const pair = [SEX_TRAIT, AGE_TRAIT].map((key) => traits.find((trait) => trait.key === key))
  const [sex, age] = pair
  if (!sex || !age || !SEXES.every((one) => sex.codes.some(({ code }) => code === one))) return null
  const categories = categoriesOf([sex, age], structure.ages).map((category) => ({
    ...category,
    people: peopleOf(structure, category),
  }))
  return {
    name: 'płeć i wiek',
    traits: [SEX_TRAIT, AGE_TRAIT],
    unit: 'PEOPLE',
    categories,
    ...{ source, table: null, day },
  }
}

function byPlace({ structure, source, day }: SourcedPopulation): RecipeMargin | null {
  const { places, cells } = structure
  if (places.length < 2) return null
  const categories = places.map(({ name, localityIds }, place) => ({
    label: name,
    members: localityIds.map((id) => [id]),
    people: structureTotal({ cells: cells.filter((cell) => cell.place === place) }),
  }))
  return {
    name: 'miejsce zamieszkania',
    traits: [BY_LOCALITY],
    unit: 'PEOPLE',
    categories,
    ...{ source, table: null, day },
  }
}

/** Margins that the population of the survey's targets already gives: sex by age, and place where it has several. */
export function marginsOfPopulation(
  population: SourcedPopulation,
  traits: readonly Trait[],
): readonly RecipeMargin[] {
  return [bySexAndAge(population, traits), byPlace(population)].filter((margin) => margin !== null)
}
