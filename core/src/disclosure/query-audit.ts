import { EMPTY_BASIS, extend, tellsOfMany, type Basis, type Extended, type Row } from './echelon.ts'
import { SMALLEST_BASE, SMALLEST_SHOWN } from './rules.ts'

/** A query set: a 1 for each person in it, by their place in the snapshot. */
export type Members = Uint8Array

/** What the audit says of a set: `repeated` was released before, `released` is now, `refused` is not told. */
export type Verdict = 'released' | 'repeated' | 'refused'

/** More than this many numbers are not kept for one audit: what would need them is refused. */
const MOST_NUMBERS = 8_000_000

interface Classes {
  /** Class of each person: people whom no released set tells apart. */
  readonly of: Uint32Array
  readonly sizes: readonly number[]
  /** The person of each class who comes first: classes are taken in this order, whatever they were divided by. */
  readonly firsts: readonly number[]
}

/**
 * The audit of query sets of one survey in one municipality (after Chin and Ozsoyoglu): it remembers for which sets of
 * people results were released, and refuses a set by which, with all the others, somebody could compute a result of
 * fewer than five people.
 *
 * The sets are kept as a basis in reduced echelon form over GF(2³¹ − 1), over classes of people whom no set tells
 * apart. Whatever sums over sets tell of one person is found. Groups of two to four are found where a row, or the sum
 * or difference of two, tells of them; other combinations of rows are not looked at (not proven complete).
 *
 * It knows no questions: whoever asks says which people are in the set. Sets are told apart by their people alone, so
 * that one filter in other words is a repetition.
 */
export class QueryAudit {
  private classes: Classes
  private released: readonly Members[] = []
  private basis: Basis = EMPTY_BASIS

  /** @param personCount - people in the snapshot */
  constructor(readonly personCount: number) {
    const isEmpty = personCount === 0
    this.classes = {
      of: new Uint32Array(personCount),
      sizes: isEmpty ? [] : [personCount],
      firsts: isEmpty ? [] : [0],
    }
  }

  /** An audit that released these sets before, in this order. */
  static of(personCount: number, released: readonly Members[]): QueryAudit {
    const audit = new QueryAudit(personCount)
    for (const members of released) {
      audit.refine(members)
      const extended = extend(audit.basis, audit.vectorOf(members), audit.classes.firsts)
      audit.keep(members, extended)
    }
    return audit
  }

  /** How many sets were released. */
  get size(): number {
    return this.released.length
  }

  /** The sets that were released after so many others. */
  releasedAfter(count: number): readonly Members[] {
    return this.released.slice(count)
  }

  /** A copy that can be asked without leaving anything behind. */
  copy(): QueryAudit {
    const copy = new QueryAudit(this.personCount)
    copy.classes = { ...this.classes, of: this.classes.of.slice() }
    copy.released = this.released
    copy.basis = this.basis
    return copy
  }

  /**
   * Asks to release results of a set of people, and remembers it when it says yes.
   *
   * @param minimumBase - below this many people nothing is released
   */
  release(members: Members, minimumBase = SMALLEST_BASE): Verdict {
    if (members.length !== this.personCount) throw new RangeError('The set is of another snapshot')
    if (members.reduce((sum, one) => sum + one, 0) < minimumBase) return 'refused'
    if (this.released.some((before) => isSame(before, members))) return 'repeated'
    if (this.released.some((before) => isNearlyNested(before, members))) return 'refused'
    this.refine(members)
    const { sizes, firsts } = this.classes
    if ((this.basis.rows.length + 1) * sizes.length > MOST_NUMBERS) return 'refused'
    const extended = extend(this.basis, this.vectorOf(members), firsts)
    if (extended !== null && !tellsOfMany(extended, sizes, SMALLEST_SHOWN)) return 'refused'
    this.keep(members, extended)
    return 'released'
  }

  private keep(members: Members, extended: Extended | null): void {
    this.released = [...this.released, members]
    if (extended !== null) this.basis = { rows: extended.rows, pivots: extended.pivots }
  }

  /** Divides the classes that are partly in the set; what the basis tells of a class it tells of both its parts. */
  private refine(members: Members): void {
    const { of, sizes } = this.classes
    const inside = new Uint32Array(sizes.length)
    for (let person = 0; person < of.length; person++) inside[of[person]!]! += members[person]!
    const parts = new Map<number, number>()
    const divided = [...sizes]
    for (const [index, size] of sizes.entries()) {
      if (inside[index] === 0 || inside[index] === size) continue
      parts.set(index, divided.length)
      divided[index] = size - inside[index]!
      divided.push(inside[index]!)
    }
    if (parts.size === 0) return
    for (let person = 0; person < of.length; person++) {
      if (members[person] === 1) of[person] = parts.get(of[person]!) ?? of[person]!
    }
    const firsts = firstsOf(of, divided.length)
    this.classes = { of, sizes: divided, firsts }
    this.basis = widened(this.basis, parts, firsts)
  }

  private vectorOf(members: Members): Row {
    const vector = new Int32Array(this.classes.sizes.length)
    for (let person = 0; person < members.length; person++) {
      if (members[person] === 1) vector[this.classes.of[person]!] = 1
    }
    return vector
  }
}

function isSame(one: Members, other: Members): boolean {
  for (let person = 0; person < one.length; person++) if (one[person] !== other[person]) return false
  return true
}

/** Whether one lies in the other and leaves one to four people. */
function isNearlyNested(one: Members, other: Members): boolean {
  let more = 0
  let fewer = 0
  for (let person = 0; person < one.length; person++) {
    if (one[person] === other[person]) continue
    if (one[person] === 1) more++
    else fewer++
    if ((more > 0 && fewer > 0) || more + fewer >= SMALLEST_SHOWN) return false
  }
  return true
}

function firstsOf(of: Uint32Array, classCount: number): readonly number[] {
  const firsts = new Array<number>(classCount).fill(-1)
  for (let person = 0; person < of.length; person++)
    if (firsts[of[person]!] === -1) firsts[of[person]!] = person
  return firsts
}

/** The basis over divided classes: a pivot goes to the part that comes first, where its row is still the only one. */
function widened(
  { rows, pivots }: Basis,
  parts: ReadonlyMap<number, number>,
  firsts: readonly number[],
): Basis {
  return {
    rows: rows.map((row) => {
      const wide = new Int32Array(firsts.length)
      wide.set(row)
      for (const [from, to] of parts) wide[to] = row[from]!
      return wide
    }),
    pivots: pivots.map((pivot) => {
      const part = parts.get(pivot)
      return part !== undefined && firsts[part]! < firsts[pivot]! ? part : pivot
    }),
  }
}
