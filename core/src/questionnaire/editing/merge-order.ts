/** How three versions order what stands in one place. */
interface Orders {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

export interface MergedOrder {
  readonly order: readonly string[]
  /** Both changed the order, each in another way, or put the same in at different places. */
  readonly isTorn: boolean
}

const isSameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index])

/** Do two orders agree about what both have? */
function agree(one: readonly string[], other: readonly string[]): boolean {
  const [ones, others] = [new Set(one), new Set(other)]
  return isSameOrder(
    one.filter((key) => others.has(key)),
    other.filter((key) => ones.has(key)),
  )
}

/** What a side has besides the skeleton, by the key of the skeleton before it (`''` at the beginning). */
function runs(
  side: readonly string[],
  skeleton: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  let before = ''
  for (const key of side) {
    if (skeleton.has(key)) before = key
    else found.set(before, [...(found.get(before) ?? []), key])
  }
  return found
}

/**
 * One order out of two: that of the side which changed it, with what each side has put in after the same neighbour as
 * there. Where both have put something in at one place, the run with the smaller first key comes first, so that it does
 * not matter whose side is whose.
 *
 * @param members - what stands in this place after the merge; what no side orders comes last
 */
export function mergeOrder({ base, mine, theirs }: Orders, members: ReadonlySet<string>): MergedOrder {
  const bases = new Set(base)
  const isMember = (key: string) => members.has(key)
  const [own, other] = [mine.filter(isMember), theirs.filter(isMember)]
  const others = new Set(other)
  const isOld = (key: string) => bases.has(key)
  const mineOld = own.filter(isOld)
  const theirsOld = other.filter(isOld)
  const isMineMoved = !agree(mineOld, base)
  const areBothMoved = isMineMoved && !agree(theirsOld, base) && !agree(mineOld, theirsOld)
  const haveBothPut = own.some((key) => !isOld(key) && others.has(key))
  const isTorn = areBothMoved || (haveBothPut && !agree(own, other))
  const skeleton = isMineMoved && agree(theirsOld, base) ? mineOld : theirsOld
  const known = new Set(skeleton)
  // What both sides have put in stands where they have it.
  const mineRuns = runs(
    own.filter((key) => known.has(key) || !others.has(key)),
    known,
  )
  const theirRuns = runs(other, known)
  const order = ['', ...skeleton].flatMap((key) => {
    const found = [mineRuns.get(key) ?? [], theirRuns.get(key) ?? []].filter((run) => run.length > 0)
    const sorted = found.toSorted(([one = ''], [another = '']) => (one < another ? -1 : 1))
    return key === '' ? sorted.flat() : [key, ...sorted.flat()]
  })
  const placed = new Set(order)
  return { order: [...order, ...[...members].filter((key) => !placed.has(key))], isTorn }
}
