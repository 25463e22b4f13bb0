import {
  categoriesOf,
  isAge,
  joinCategories,
  marginName,
  type MarginUnit,
  type ProposedMerge,
  readFigure,
  readPasted,
  type RecipeMargin,
  SEX_TRAIT,
  AGE_TRAIT,
  type Trait,
  type WeightingMethod,
  type WeightRecipe,
} from '@rozeznanie/core/weighting'

import { capital } from './comparison-data.ts'

/** A group while it is typed: its people are a text. */
interface DraftCategory {
  readonly label: string
  readonly members: readonly (readonly string[])[]
  readonly people: string
}

/** One distribution of the population while it is typed. */
export interface DraftMargin {
  readonly name: string
  readonly traits: readonly string[]
  readonly unit: MarginUnit
  readonly categories: readonly DraftCategory[]
  readonly source: string
  readonly table: string
  readonly day: string
  /** The numbers came from the population of the survey's targets. */
  readonly isKnown: boolean
}

/** Weights while they are made. */
export interface WeightsDraft {
  readonly name: string
  readonly method: WeightingMethod
  readonly low: string
  readonly high: string
  readonly populationSize: string
  readonly margins: readonly DraftMargin[]
}

/** Bands of age that are offered where the population of the targets has none. */
export const AGE_BANDS: readonly (readonly number[])[] = [
  [18, 35, 60],
  [18, 35, 60, 75],
  [18, 35, 65],
  [18, 25, 35, 45, 55, 65],
]
const USUAL_BAND = [18, 35, 60]

const MARGINS_WITHOUT = { low: '0,3', high: '3' } as const
const decimal = (value: number) => String(value).replace('.', ',')

/** Which margin a choice of traits stands for. */
export const keyOf = (traits: readonly string[]): string => traits.join('+')

const typed = (margin: RecipeMargin, isKnown: boolean): DraftMargin => ({
  ...margin,
  table: margin.table ?? '',
  isKnown,
  categories: margin.categories.map((category) => ({ ...category, people: decimal(category.people) })),
})

/** Weights before anything is chosen: with what is already known of the population. */
export function emptyDraft(known: readonly RecipeMargin[]): WeightsDraft {
  const margins = known.map((margin) => typed(margin, true))
  return { name: '', method: 'RAKING', ...MARGINS_WITHOUT, populationSize: '', margins }
}

/** Weights like an earlier version, to be changed. */
export function draftOf(recipe: WeightRecipe): WeightsDraft {
  const { method, bounds, populationSize, margins } = recipe
  return {
    name: '',
    method,
    ...(bounds ? { low: decimal(bounds.low), high: decimal(bounds.high) } : MARGINS_WITHOUT),
    populationSize: populationSize === null ? '' : decimal(populationSize),
    margins: margins.map((margin) => typed(margin, false)),
  }
}

/** An empty margin by one trait or two crossed. */
export function marginOf(traits: readonly Trait[], ages: readonly number[] = USUAL_BAND): DraftMargin {
  return {
    name: marginName(traits),
    traits: traits.map(({ key }) => key),
    unit: 'PEOPLE',
    categories: categoriesOf(traits, ages).map((category) => ({ ...category, people: '' })),
    ...{ source: '', table: '', day: '', isKnown: false },
  }
}

/** A margin that can be chosen with one press. */
export interface OfferedMargin {
  readonly key: string
  readonly name: string
  readonly make: () => DraftMargin
}

/** What is offered at first: what is known, sex by age, place, education. Other traits are chosen from a list. */
export function offeredMargins(
  traits: readonly Trait[],
  known: readonly RecipeMargin[],
): readonly OfferedMargin[] {
  const trait = (key: string) => traits.filter((one) => one.key === key)
  const pair = [...trait(SEX_TRAIT), ...trait(AGE_TRAIT)]
  const usual = [pair, trait('@LOCALITY'), trait('dem_edu')].filter((chosen) => chosen.length > 0)
  const offered = [
    ...known.map((margin) => ({ name: margin.name, traits: margin.traits, make: () => typed(margin, true) })),
    ...usual.map((chosen) => ({
      name: marginName(chosen),
      traits: chosen.map(({ key }) => key),
      make: () => marginOf(chosen),
    })),
  ].map(({ traits: own, ...rest }) => ({ ...rest, key: keyOf(own) }))
  return offered.filter(({ key }, at) => offered.findIndex((one) => one.key === key) === at)
}

/** The draft with one margin more, or without it when it has it. */
export function toggled(draft: WeightsDraft, margin: DraftMargin): WeightsDraft {
  const key = keyOf(margin.traits)
  const others = draft.margins.filter(({ traits }) => keyOf(traits) !== key)
  return { ...draft, margins: others.length < draft.margins.length ? others : [...draft.margins, margin] }
}

export function withMargin(draft: WeightsDraft, at: number, margin: DraftMargin): WeightsDraft {
  return { ...draft, margins: draft.margins.map((one, place) => (place === at ? margin : one)) }
}

/** The bands of age of a margin whose groups may be cut anew; `null` where none of its traits is age. */
export function agesOf(margin: DraftMargin, traits: readonly Trait[]): readonly number[] | null {
  const own = margin.traits.map((key) => traits.find((trait) => trait.key === key))
  if (!own.every((trait) => trait !== undefined) || !own.some(isAge) || margin.isKnown) return null
  const labels = margin.categories.map(({ label }) => label).join('\n')
  const same = (ages: readonly number[]) =>
    categoriesOf(own, ages)
      .map(({ label }) => label)
      .join('\n') === labels
  return AGE_BANDS.find(same) ?? []
}

/** The margin with other bands of age; numbers typed so far are of other groups and go. */
export function withAges(
  margin: DraftMargin,
  traits: readonly Trait[],
  ages: readonly number[],
): DraftMargin {
  const own = traits.filter(({ key }) => margin.traits.includes(key))
  const ordered = margin.traits.flatMap((key) => own.filter((trait) => trait.key === key))
  return { ...margin, categories: marginOf(ordered, ages).categories }
}

export function withPeople(margin: DraftMargin, at: number, people: string): DraftMargin {
  const categories = margin.categories.map((one, place) => (place === at ? { ...one, people } : one))
  return { ...margin, categories }
}

export function withoutCategory(margin: DraftMargin, at: number): DraftMargin {
  return { ...margin, categories: margin.categories.filter((_, place) => place !== at) }
}

/** Fills the numbers of a margin from a pasted table. @returns the labels that name none of its groups too */
export function pasted(
  margin: DraftMargin,
  text: string,
): { readonly margin: DraftMargin; readonly foundCount: number; readonly unknown: readonly string[] } {
  const { figures, unknown } = readPasted(
    text,
    margin.categories.map(({ label }) => label),
  )
  const categories = margin.categories.map((category, at) => {
    const figure = figures.get(at)
    return figure === undefined ? category : { ...category, people: decimal(figure) }
  })
  return { margin: { ...margin, categories }, foundCount: figures.size, unknown }
}

/** The sum of what is typed so far; texts that are no numbers count as nothing. */
export function sumOf({ categories }: DraftMargin): number {
  return categories.reduce((sum, { people }) => sum + (readFigure(people) ?? 0), 0)
}

const addTexts = (one: string, other: string) => decimal((readFigure(one) ?? 0) + (readFigure(other) ?? 0))

/** The draft with two groups of a margin joined. */
export function merged(draft: WeightsDraft, at: number, merge: ProposedMerge): WeightsDraft {
  const margin = draft.margins[at]
  return margin ? withMargin(draft, at, joinCategories(margin, merge, addTexts)) : draft
}

/** The name that weights get until somebody calls them otherwise: „Płeć i wiek, wykształcenie (dane z 2025)”. */
export function proposedName({ margins }: WeightsDraft): string {
  const names = margins.map(({ name }) => name).join(', ')
  const years = [...new Set(margins.map(({ day }) => day.slice(0, 4)))].sort()
  const name = capital(names)
  return `${name.length > 90 ? `${name.slice(0, 87)}…` : name} (dane z ${years.join(', ')})`
}

/** The recipe as it is sent: what is no number is refused by the server in words. */
export function recipeOf(draft: WeightsDraft): object {
  const { name, method, low, high, populationSize, margins } = draft
  return {
    name: name.trim() === '' ? proposedName(draft) : name,
    method,
    bounds: { low, high },
    populationSize: populationSize.trim() === '' ? null : populationSize,
    margins: margins.map(({ isKnown: _, ...margin }) => margin),
  }
}
