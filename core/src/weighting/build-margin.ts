import { ageOfCode, bandLabel, bandOf, SEXES, type Sex } from '../fieldwork/sexes-and-ages.ts'
import type { MarginCategory, Trait } from './model.ts'

/** Keys of the common questions about sex and age, whose groups are known by name. */
export const SEX_TRAIT = 'dem_sex'
export const AGE_TRAIT = 'dem_age'

const SEX_NAMES: Readonly<Record<Sex, string>> = { WOMAN: 'Kobiety', MAN: 'Mężczyźni' }

/** Codes of one trait that count together. */
interface TraitGroup {
  readonly label: string
  readonly codes: readonly string[]
}

function ageGroups({ codes }: Trait, ages: readonly number[]): readonly TraitGroup[] {
  return ages.map((from) => ({
    label: bandLabel(from, ages),
    codes: codes
      .map(({ code }) => code)
      .filter((code) => {
        const age = ageOfCode(code)
        return age !== null && bandOf(age, ages) === from
      }),
  }))
}

/** A trait whose groups are bands of age. */
export const isAge = ({ key, codes }: Trait): boolean =>
  key === AGE_TRAIT && codes.some(({ code }) => ageOfCode(code) !== null)

function groupsOf(trait: Trait, ages: readonly number[]): readonly TraitGroup[] {
  if (isAge(trait)) return ageGroups(trait, ages).filter(({ codes }) => codes.length > 0)
  const sexes = SEXES.filter((sex) => trait.codes.some(({ code }) => code === sex))
  if (trait.key === SEX_TRAIT && sexes.length === SEXES.length)
    return sexes.map((sex) => ({ label: SEX_NAMES[sex], codes: [sex] }))
  return trait.codes.map(({ code, label }) => ({ label, codes: [code] }))
}

/**
 * The categories of a margin by one trait or by two crossed, with nobody in them yet.
 *
 * @param ages - lower bounds of the bands, where one of the traits is age
 */
export function categoriesOf(
  traits: readonly Trait[],
  ages: readonly number[],
): readonly Omit<MarginCategory, 'people'>[] {
  const [one, other] = traits
  if (!one) return []
  const groups = groupsOf(one, ages)
  if (!other) return groups.map(({ label, codes }) => ({ label, members: codes.map((code) => [code]) }))
  return groups.flatMap((first) =>
    groupsOf(other, ages).map((second) => ({
      label: `${first.label}, ${second.label}`,
      members: first.codes.flatMap((code) => second.codes.map((pair) => [code, pair])),
    })),
  )
}

/** What a margin is called until somebody calls it otherwise. */
export function marginName(traits: readonly Trait[]): string {
  const short = ({ key, label }: Trait) => {
    if (key === SEX_TRAIT) return 'płeć'
    if (key === AGE_TRAIT) return 'wiek'
    if (key === 'dem_edu') return 'wykształcenie'
    if (key.startsWith('@')) return 'miejscowość'
    const question = label.replace(/[?.:]+$/, '')
    return question.length > 60 ? `${question.slice(0, 57).trimEnd()}…` : question
  }
  return traits.map(short).join(' i ')
}
