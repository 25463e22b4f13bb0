import type { MarginCategory, ProposedMerge, RecipeMargin } from './model.ts'

/** What stands between the labels of categories that were joined. */
const JOINT = ' / '
/** A margin of one category says nothing. */
const FEWEST = 2

/** The codes of one trait that a category holds, as one text. */
function codesOf({ members }: Pick<MarginCategory, 'members'>, trait: number): string {
  return [...new Set(members.map((codes) => codes[trait] ?? ''))].sort().join('\u0001')
}

/** Categories that may be joined with one: of two traits, those that share the first (the same sex, another age). */
function relatives({ traits, categories }: CategorisedMargin, at: number): readonly number[] {
  const places = categories.map((_, place) => place).filter((place) => place !== at)
  if (traits.length < 2) return places
  const own = codesOf(categories[at]!, 0)
  const alike = places.filter((place) => codesOf(categories[place]!, 0) === own)
  return alike.length > 0 ? alike : places
}

type CategorisedMargin<Category extends Pick<MarginCategory, 'members'> = Pick<MarginCategory, 'members'>> =
  Pick<RecipeMargin, 'traits'> & { readonly categories: readonly Category[] }

/**
 * The category that a thin or an empty one is best joined with: the neighbour in the order of the margin with fewer
 * answers; of localities, which have no order, the one with the fewest answers at all.
 *
 * @param counts - answers of each category
 * @returns `null` where a single category would be left
 */
export function neighbourOf(
  margin: CategorisedMargin,
  at: number,
  counts: readonly number[],
  isOrdered: boolean,
): ProposedMerge | null {
  if (margin.categories.length <= FEWEST) return null
  const others = relatives(margin, at)
  const fewest = (places: readonly number[]) =>
    places.reduce<number | null>(
      (best, place) => (best === null || counts[place]! < counts[best]! ? place : best),
      null,
    )
  const before = others.findLast((place) => place < at)
  const after = others.find((place) => place > at)
  const sides = [before, after].filter((place) => place !== undefined)
  const into = fewest(isOrdered ? sides : others)
  return into === null ? null : { from: at, into }
}

/** What joining needs of a margin; `people` is a number in a recipe and a text while it is typed. */
interface Joinable {
  readonly categories: readonly {
    readonly label: string
    readonly members: readonly (readonly string[])[]
    readonly people: unknown
  }[]
}
type PeopleOf<Margin extends Joinable> = Margin['categories'][number]['people']

/** The margin with one category joined to another; the joined one stands where the first of them stood. */
export function joinCategories<Margin extends Joinable>(
  margin: Margin,
  { from, into }: ProposedMerge,
  add: (one: PeopleOf<Margin>, other: PeopleOf<Margin>) => PeopleOf<Margin>,
): Margin {
  const [first, second] = from < into ? [from, into] : [into, from]
  const one = margin.categories[first]
  const other = margin.categories[second]
  if (!one || !other || one === other) return margin
  const joined = {
    ...one,
    label: `${one.label}${JOINT}${other.label}`,
    members: [...one.members, ...other.members],
    people: add(one.people, other.people),
  }
  const categories = margin.categories
    .map((category, place) => (place === first ? joined : category))
    .filter((_, place) => place !== second)
  return { ...margin, categories }
}
