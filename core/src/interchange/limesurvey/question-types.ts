import type { FormSymbol } from '../xpath/symbols.ts'

/** Letters of types: one choice, several, tables of one choice a row, tables of typed cells. */
export const SINGLE = ['L', '!', 'O', 'G', 'Y']
export const MULTI = ['M', 'P']
export const TABLES = ['F', 'H', 'A', 'B', 'C', 'E']
export const GRIDS = [':', ';']
/** Types whose every row is a question of its own here. */
export const SEVERAL = ['K', 'Q']
/** Types whose choices are always the same. */
export const FIXED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  G: [['F', 'Kobieta'], ['M', 'Mężczyzna']],
  Y: [['Y', 'Tak'], ['N', 'Nie']],
  A: ['1', '2', '3', '4', '5'].map((point) => [point, point] as const),
  B: Array.from({ length: 10 }, (_, at) => [String(at + 1), String(at + 1)] as const),
  C: [['Y', 'Tak'], ['U', 'Nie wiem'], ['N', 'Nie']],
  E: [['I', 'Wzrosło'], ['S', 'Bez zmian'], ['D', 'Zmalało']],
} // prettier-ignore

const KINDS: Readonly<Record<string, FormSymbol['kind']>> = {
  '5': 'single',
  R: 'multi',
  N: 'number',
  D: 'year',
  '*': 'value',
  '|': 'dropped',
  I: 'dropped',
  X: 'dropped',
}

/** What the answer to a question of a type is. */
export function symbolKind(type: string): FormSymbol['kind'] {
  if (SINGLE.includes(type)) return 'single'
  if ([...TABLES, ...GRIDS, ...SEVERAL, '1'].includes(type)) return 'group'
  return MULTI.includes(type) ? 'multi' : (KINDS[type] ?? 'text')
}
