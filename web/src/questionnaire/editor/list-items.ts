/** A thing with a label in a list that is edited: an option, a row. */
export interface ListItem {
  readonly id: string
  readonly label: string
  /** What is special about it, in a few words. */
  readonly marks: readonly string[]
}

/** The list with one thing moved a step; the same list at its ends. */
export function stepped<Item>(items: readonly Item[], index: number, step: -1 | 1): readonly Item[] {
  const [item, other] = [items[index], items[index + step]]
  if (item === undefined || other === undefined) return items
  return items.with(index, other).with(index + step, item)
}

/** The first number above all those that codes are, with a word before it where codes have one (`r3`). */
export function nextCode(codes: readonly string[], prefix = ''): string {
  const numbers = codes.map((code) => Number(code.slice(prefix.length))).filter(Number.isInteger)
  let next = Math.max(0, ...numbers) + 1
  while (codes.includes(`${prefix}${next}`)) next += 1
  return `${prefix}${next}`
}
