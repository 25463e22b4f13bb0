import type { Municipality } from './model.ts'

/** The same municipality before and after. */
export interface MunicipalityChange {
  readonly before: Municipality
  readonly after: Municipality
}

/** What taking over a register would change; a municipality that is renamed and re-kinded stands in both lists. */
export interface RegisterChanges {
  readonly added: readonly Municipality[]
  readonly renamed: readonly MunicipalityChange[]
  readonly rekinded: readonly MunicipalityChange[]
  readonly vanished: readonly Municipality[]
}

/** Compares by the six digits, never by the kind or the name. */
export function planRegisterChanges(
  current: readonly Municipality[],
  incoming: readonly Municipality[],
): RegisterChanges {
  const known = new Map(current.map((municipality) => [municipality.code, municipality]))
  const coming = new Set(incoming.map(({ code }) => code))
  const kept = incoming.flatMap((after): readonly MunicipalityChange[] => {
    const before = known.get(after.code)
    return before ? [{ before, after }] : []
  })
  return {
    added: incoming.filter(({ code }) => !known.has(code)),
    renamed: kept.filter(({ before, after }) => before.name !== after.name),
    rekinded: kept.filter(({ before, after }) => before.kind !== after.kind),
    vanished: current.filter(({ code }) => !coming.has(code)),
  }
}
