import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { isStorableText } from '../text.ts'
import { LOCALITY_KINDS, type Locality, type LocalityKind } from './model.ts'

/** A locality as typed: it has no id yet, or none that the person knows. */
export type LocalityDraft = Pick<Locality, 'name' | 'kind'>

/** A locality as stored; a retired one keeps its answers but is not offered any more. */
export type StoredLocality = Locality & { readonly isRetired: boolean }

/** What turns the stored list into the wanted one. */
export interface LocalityChanges {
  readonly added: readonly LocalityDraft[]
  /** Existing ones with the name and kind they get; retired ones among them are offered again. */
  readonly kept: readonly Locality[]
  readonly retired: readonly Locality[]
}

export const LONGEST_LOCALITY_NAME = 100
export const MOST_LOCALITIES = 1000

/** One space between words, none at the ends, composed letters. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Names that differ only in case or spaces are one name. */
const sameName = (name: string): string => tidyName(name).toLocaleLowerCase('pl')

function nameProblem(name: string, firstRow: number | undefined, row: number): string | null {
  if (!isStorableText(name))
    return `Wiersz ${row}: nazwa zawiera niedozwolony znak. Prosimy wpisać ją jeszcze raz.`
  const tidy = tidyName(name)
  if (tidy === '') return `Wiersz ${row}: brakuje nazwy. Prosimy ją wpisać albo usunąć wiersz.`
  if (tidy.length > LONGEST_LOCALITY_NAME) {
    return `Wiersz ${row}: nazwa jest za długa, może mieć najwyżej ${LONGEST_LOCALITY_NAME} znaków.`
  }
  if (firstRow === undefined || firstRow === row) return null
  return `Wiersz ${row}: „${tidy}” jest już w wierszu ${firstRow}. Prosimy zostawić jeden z nich.`
}

/** What is wrong with a typed or pasted list, row by row; rows count from 1 as a person counts them. */
export function localityProblems(wanted: readonly LocalityDraft[]): readonly FieldProblem[] {
  if (wanted.length > MOST_LOCALITIES) {
    return [
      {
        path: 'localities',
        message: `Lista może mieć najwyżej ${MOST_LOCALITIES} miejscowości, a ma ${wanted.length}.`,
      },
    ]
  }
  const firstRows = new Map<string, number>()
  return wanted.flatMap(({ name, kind }, index): readonly FieldProblem[] => {
    const row = index + 1
    const key = sameName(name)
    if (!firstRows.has(key)) firstRows.set(key, row)
    const path = `localities.${index}.name`
    const problem = nameProblem(name, firstRows.get(key), row)
    if (problem !== null) return [{ path, message: problem }]
    if (LOCALITY_KINDS.includes(kind)) return []
    return [{ path: `localities.${index}.kind`, message: `Wiersz ${row}: nieznany rodzaj miejscowości.` }]
  })
}

/**
 * How the stored localities become the wanted list: the same name (whatever its case) keeps its id, and comes back
 * if it was retired; names no longer wanted are retired.
 *
 * @throws InvalidInputError with a problem per wrong row
 */
export function planLocalities(
  stored: readonly StoredLocality[],
  wanted: readonly LocalityDraft[],
): LocalityChanges {
  const problems = localityProblems(wanted)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const byName = new Map(stored.map((locality) => [sameName(locality.name), locality]))
  const drafts = wanted.map(({ name, kind }) => ({ name: tidyName(name), kind }))
  const kept = drafts.flatMap((draft): readonly Locality[] => {
    const before = byName.get(sameName(draft.name))
    return before ? [{ id: before.id, ...draft }] : []
  })
  const keptIds = new Set(kept.map(({ id }) => id))
  return {
    added: drafts.filter(({ name }) => !byName.has(sameName(name))),
    kept,
    retired: stored.filter(({ id, isRetired }) => !isRetired && !keptIds.has(id)),
  }
}

const KIND_WORDS: readonly (readonly [RegExp, LocalityKind])[] = [
  [/^(sołectwo|sol\.|soł\.)\s+/iu, 'SOLECTWO'],
  [/^(osiedle|os\.)\s+/iu, 'OSIEDLE'],
  [/^(dzielnica|dz\.)\s+/iu, 'DZIELNICA'],
  [/^(miasto|m\.)\s+/iu, 'MIASTO'],
  [/^(wieś|miejscowość)\s+/iu, 'MIEJSCOWOSC'],
]

/**
 * A pasted list, one locality a line; a kind written before the name („os. Zachód”) wins over the chosen kind.
 * Numbering and bullets at the start of a line are dropped, empty lines too.
 */
export function parsePastedLocalities(text: string, kind: LocalityKind): readonly LocalityDraft[] {
  return text
    .split(/\r?\n/)
    .map((line) => tidyName(line.replace(/^\s*(?:[-–•*]|\d+[.)])\s*/u, '').replace(/[;,]\s*$/u, '')))
    .filter((line) => line !== '')
    .map((line) => {
      const found = KIND_WORDS.find(([word]) => word.test(line))
      return found ? { name: line.replace(found[0], ''), kind: found[1] } : { name: line, kind }
    })
}
