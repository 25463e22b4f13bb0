/** A column that names groups: municipalities, villages, cells of a table. */
export type Labels = ArrayLike<Label>

/** The name of a group. 1 and '1' are different groups, as are true and 'true'. */
export type Label = string | number | boolean

/** Groups numbered densely from 0 in the order in which they are first met. */
export interface Coding {
  /** The group of each row. */
  readonly codes: Int32Array
  /** The name of each group, as it stands in the column. */
  readonly labels: readonly Label[]
}

/** Numbers the different values of a column. */
export function codeLabels(column: Labels): Coding {
  const codes = new Int32Array(column.length)
  const known = new Map<Label, number>()
  for (let row = 0; row < column.length; row++) {
    const label = column[row]!
    let code = known.get(label)
    if (code === undefined) known.set(label, (code = known.size))
    codes[row] = code
  }
  return { codes, labels: [...known.keys()] }
}

/**
 * Numbers units inside their group, so that village 3 of one municipality is not village 3 of another.
 *
 * @returns the dense number of each row's unit, and the group of each unit
 */
export function codeNested(
  groups: Int32Array,
  units: Labels,
): { readonly codes: Int32Array; readonly groupOfUnit: Int32Array } {
  const inner = codeLabels(units)
  const known = new Map<number, number>()
  const codes = new Int32Array(groups.length)
  const groupOfUnit: number[] = []
  for (let row = 0; row < groups.length; row++) {
    const key = groups[row]! * inner.labels.length + inner.codes[row]!
    let code = known.get(key)
    if (code === undefined) {
      known.set(key, (code = known.size))
      groupOfUnit.push(groups[row]!)
    }
    codes[row] = code
  }
  return { codes, groupOfUnit: Int32Array.from(groupOfUnit) }
}
