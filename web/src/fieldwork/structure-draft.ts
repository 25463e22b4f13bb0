import {
  cellKey,
  emptyStructure,
  type PopulationStructure,
  type Sex,
  type StructurePlace,
  USUAL_AGES,
} from '@rozeznanie/core/fieldwork'
import { numberOf } from './targets.ts'

/** A structure while it is typed: the figures are texts, by the keys of their cells. */
export interface StructureDraft {
  readonly ages: readonly number[]
  readonly places: readonly StructurePlace[]
  readonly figures: Readonly<Record<string, string>>
}

/** What stands in the table at first: what was saved, or an empty table of the whole municipality. */
export function draftOf(structure: PopulationStructure | null, wholeName: string): StructureDraft {
  const { ages, places, cells } =
    structure ?? emptyStructure([{ name: wholeName, localityIds: [] }], USUAL_AGES)
  const shown = (people: number) => (structure === null ? '' : String(people))
  return {
    ages,
    places,
    figures: Object.fromEntries(cells.map((cell) => [cellKey(cell), shown(cell.people)])),
  }
}

/** The document as it is sent; what is no number is refused by the server in words. */
export function documentOf({ ages, places, figures }: StructureDraft): PopulationStructure {
  const { cells } = emptyStructure(places, ages)
  return {
    ages,
    places,
    cells: cells.map((cell) => ({ ...cell, people: numberOf(figures[cellKey(cell)] ?? '') ?? 0 })),
  }
}

/** People of a place and sex, or of the whole table. */
export function sumOf(
  { ages, places, figures }: StructureDraft,
  wanted: { readonly place?: number; readonly sex?: Sex } = {},
): number {
  return emptyStructure(places, ages)
    .cells.filter(
      ({ place, sex }) =>
        (wanted.place === undefined || wanted.place === place) &&
        (wanted.sex === undefined || wanted.sex === sex),
    )
    .reduce((sum, cell) => sum + Math.max(0, numberOf(figures[cellKey(cell)] ?? '') ?? 0), 0)
}
