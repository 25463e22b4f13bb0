import { pluralForm } from '../text.ts'

/** Codes of the common question about sex, `dem_sex`. */
export const SEXES = ['WOMAN', 'MAN'] as const
export type Sex = (typeof SEXES)[number]

/** Lower bounds of the answers to the common question about age, `dem_age`: bands of a structure begin at one of them. */
export const AGE_BOUNDS: readonly number[] = [18, 25, 35, 45, 55, 60, 65, 70, 75, 80, 85]

/** Bands that most structures are made of: 18–34, 35–59, 60–74, 75 and over. */
export const USUAL_AGES: readonly number[] = [18, 35, 60, 75]

/** The lower bound that an answer to `dem_age` begins with (`65_69`, `85_PLUS`); `null` for every other answer. */
export function ageOfCode(code: string | null): number | null {
  const match = /^(\d{2})_/.exec(code ?? '')
  return match ? Number(match[1]) : null
}

/** The band that an age falls into, by its lower bound; `null` below the first. */
export function bandOf(age: number, ages: readonly number[]): number | null {
  return ages.findLast((from) => from <= age) ?? null
}

/** The last year of a band; `null` when it has no end. */
export function lastYearOf(from: number, ages: readonly number[]): number | null {
  const next = ages[ages.indexOf(from) + 1]
  return next === undefined ? null : next - 1
}

/** „18–34 lata”, „75 lat i więcej”: as the heading of a column. */
export function bandLabel(from: number, ages: readonly number[]): string {
  const last = lastYearOf(from, ages)
  if (last === null) return `${from} lat i więcej`
  return `${from}–${last} ${pluralForm(last, 'rok', 'lata', 'lat')}`
}

/** „w wieku 18–34 lat”, „w wieku 75 lat lub więcej”: after people. */
export function agedWords(from: number, ages: readonly number[]): string {
  const last = lastYearOf(from, ages)
  return last === null ? `w wieku ${from} lat lub więcej` : `w wieku ${from}–${last} lat`
}

const GENITIVE: Readonly<Record<Sex, readonly [one: string, more: string]>> = {
  WOMAN: ['kobiety', 'kobiet'],
  MAN: ['mężczyzny', 'mężczyzn'],
}

/** „1 kobiety”, „12 mężczyzn”: what is missing stands in the genitive. */
export function missingPeople(count: number, sex: Sex): string {
  return `${count} ${GENITIVE[sex][count === 1 ? 0 : 1]}`
}

/** „głównie kobiet w wieku 75 lat lub więcej”, without a number. */
export function groupInGenitive(sex: Sex, from: number, ages: readonly number[]): string {
  return `${GENITIVE[sex][1]} ${agedWords(from, ages)}`
}
