/**
 * One number of a published table as an edge of a network in which every node takes in what it gives out. A table
 * with totals is such a network: a cell leads from its row to its column, a row's total into the row, a column's
 * total out of the column, the grand total from the columns' side back to the rows'.
 */
export interface Edge {
  readonly from: number
  readonly to: number
  /** Whole and not negative. */
  readonly value: number
  isHidden: boolean
}

interface Step {
  readonly edge: number
  readonly isForward: boolean
}

/** A way from node to node along which hidden numbers could still move; `moves` are what was moved so far. */
function findWay(
  edges: readonly Edge[],
  moves: readonly number[],
  from: number,
  to: number,
  without: number,
): Step[] | null {
  const cameBy = new Map<number, Step & { readonly previous: number }>()
  const queue = [from]
  for (let node = queue.shift(); node !== undefined && !cameBy.has(to); node = queue.shift()) {
    for (const [index, edge] of edges.entries()) {
      if (!edge.isHidden || index === without) continue
      const isForward = edge.from === node
      const next = isForward ? edge.to : edge.to === node ? edge.from : null
      if (next === null || next === from || cameBy.has(next)) continue
      if (!isForward && edge.value + moves[index]! <= 0) continue
      cameBy.set(next, { edge: index, isForward, previous: node })
      queue.push(next)
    }
  }
  const way: Step[] = []
  for (let node = to; node !== from;) {
    const step = cameBy.get(node)
    if (step === undefined) return null
    way.push(step)
    node = step.previous
  }
  return way
}

/** By how much the hidden numbers can move between two nodes, at most `limit`. */
function slack(edges: readonly Edge[], from: number, to: number, without: number, limit: number): number {
  const moves = edges.map(() => 0)
  for (let moved = 0; moved < limit; moved++) {
    const way = findWay(edges, moves, from, to, without)
    if (way === null) return moved
    for (const { edge, isForward } of way) moves[edge]! += isForward ? 1 : -1
  }
  return limit
}

/**
 * How wide the interval is that a reader can compute for a hidden number from everything that is shown, if he knows
 * only that numbers are whole and not negative. Exact, by maximum flow.
 *
 * @returns width in units of the numbers, cut at `limit`
 */
export function intervalWidth(edges: readonly Edge[], index: number, limit: number): number {
  const edge = edges[index]!
  const up = slack(edges, edge.to, edge.from, index, limit)
  if (up >= limit) return limit
  const down = slack(edges, edge.from, edge.to, index, Math.min(edge.value, limit))
  return Math.min(up + down, limit)
}

/**
 * The cheapest way to let a hidden number move: a cycle through it. Going over a number already hidden is free, over
 * a shown one costs its value; zeros and `locked` numbers are never gone over.
 *
 * @returns indexes of the shown numbers on the way; `null` when there is no way
 */
export function cheapestCycle(
  edges: readonly Edge[],
  index: number,
  isLocked: (index: number) => boolean,
): number[] | null {
  const { from: start, to: end } = edges[index]!
  const cost = new Map<number, number>([[start, 0]])
  const cameBy = new Map<number, { readonly edge: number; readonly previous: number }>()
  for (let round = 0, hasChanged = true; hasChanged && round <= edges.length; round++) {
    hasChanged = false
    for (const [at, edge] of edges.entries()) {
      if (at === index || (!edge.isHidden && (edge.value === 0 || isLocked(at)))) continue
      for (const [node, next] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        const through = (cost.get(node) ?? Infinity) + (edge.isHidden ? 0 : edge.value)
        if (through >= (cost.get(next) ?? Infinity)) continue
        cost.set(next, through)
        cameBy.set(next, { edge: at, previous: node })
        hasChanged = true
      }
    }
  }
  const way: number[] = []
  for (let node = end; node !== start;) {
    const step = cameBy.get(node)
    if (step === undefined) return null
    if (!edges[step.edge]!.isHidden) way.push(step.edge)
    node = step.previous
  }
  return way
}
