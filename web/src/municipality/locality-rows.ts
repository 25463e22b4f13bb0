import { LOCALITY_KINDS, type LocalityDraft, type LocalityKind } from '@rozeznanie/core/municipality'

/** One line of the editor; `key` only tells lines apart while they are edited. */
export interface LocalityRow extends LocalityDraft {
  readonly key: string
}

let lastKey = 0

/** Lines for localities that are stored or pasted. */
export function localityRows(localities: readonly LocalityDraft[]): readonly LocalityRow[] {
  return localities.map(({ name, kind }) => ({ key: `row-${(lastKey += 1)}`, name, kind }))
}

/** An empty line of the kind that the last line has, as lists are usually of one kind. */
export function emptyRow(rows: readonly LocalityRow[]): LocalityRow {
  return { key: `row-${(lastKey += 1)}`, name: '', kind: rows.at(-1)?.kind ?? 'SOLECTWO' }
}

/** The pasted localities that are not on the list yet, each once; case and outer spaces do not matter. */
export function unseen(
  rows: readonly LocalityDraft[],
  pasted: readonly LocalityDraft[],
): readonly LocalityDraft[] {
  const known = new Set(rows.map(({ name }) => name.trim().toLocaleLowerCase('pl')))
  return pasted.filter(({ name }) => {
    const key = name.trim().toLocaleLowerCase('pl')
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}

/** The kind of that name; the first one for anything else. */
export function localityKind(value: string): LocalityKind {
  return LOCALITY_KINDS.find((kind) => kind === value) ?? LOCALITY_KINDS[0]
}
