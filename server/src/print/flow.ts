import type { ElementOptions, Pen } from './pen.ts'

/** Something of a height that is painted at a place; it is never split. */
export interface Piece {
  readonly height: number
  /** Room before it, but not at the top of a page. */
  readonly gap: number
  /** Stands on the page of what follows. */
  readonly staysWithNext: boolean
  readonly paint: (pen: Pen, x: number, y: number) => void
  /** Said again, for the eye only, where this piece begins a page: the head of a table. */
  readonly again?: Pick<Piece, 'height' | 'paint'>
}

/** What goes down the pages: pieces, and the elements of the structure around them. */
export type FlowItem =
  | { readonly kind: 'begin'; readonly type: string; readonly options?: ElementOptions }
  | { readonly kind: 'end' }
  | { readonly kind: 'piece'; readonly piece: Piece }

interface PlacedPiece {
  readonly kind: 'placed'
  readonly piece: Pick<Piece, 'paint'>
  readonly y: number
  readonly isAgain: boolean
}

export type PageItem = Exclude<FlowItem, { readonly kind: 'piece' }> | PlacedPiece

/** Items between the begin and the end of an element. */
export function element(
  type: string,
  items: readonly FlowItem[],
  options: ElementOptions = {},
): readonly FlowItem[] {
  return [{ kind: 'begin', type, options }, ...items, { kind: 'end' }]
}

export function piece(
  height: number,
  paint: Piece['paint'],
  rest: Partial<Pick<Piece, 'gap' | 'staysWithNext' | 'again'>> = {},
): FlowItem {
  return { kind: 'piece', piece: { height, gap: 0, staysWithNext: false, ...rest, paint } }
}

const piecesOf = (items: readonly FlowItem[]): readonly Piece[] =>
  items.flatMap((item) => (item.kind === 'piece' ? [item.piece] : []))

const heightOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { height, gap }) => sum + height + gap, 0)

/** The same items, none of whose pieces parts from the next, if they are no higher than the limit. */
export function keptTogether(items: readonly FlowItem[], limit: number): readonly FlowItem[] {
  const pieces = piecesOf(items)
  if (heightOf(pieces) > limit) return items
  const last = pieces.at(-1)
  return items.map((item) =>
    item.kind === 'piece' && item.piece !== last
      ? { kind: 'piece', piece: { ...item.piece, staysWithNext: true } }
      : item,
  )
}

/** How many answers or rows are not left alone at the foot or at the top of a page. */
const FEWEST_TOGETHER = 2

/** The same items, whose first and last pieces do not stand alone on a page. */
export function withoutStragglers(items: readonly FlowItem[]): readonly FlowItem[] {
  const pieces = piecesOf(items)
  const allButLast = pieces.slice(0, -1)
  const head = pieces.findIndex(({ staysWithNext }) => !staysWithNext)
  const stays = new Set([
    ...allButLast.slice(head, head + FEWEST_TOGETHER),
    ...allButLast.slice(-FEWEST_TOGETHER),
  ])
  return items.map((item) =>
    item.kind === 'piece' && stays.has(item.piece)
      ? { kind: 'piece', piece: { ...item.piece, staysWithNext: true } }
      : item,
  )
}

/** How high the pieces are that stand on one page with this one. */
function runHeight(pieces: readonly Piece[], from: number): number {
  let height = 0
  for (let index = from; index < pieces.length; index += 1) {
    const next = pieces[index]
    if (!next) break
    height += next.height + (index === from ? 0 : next.gap)
    if (!next.staysWithNext) break
  }
  return height
}

/** Puts items on pages of a height. What stays with the next goes over to the next page with it. */
export function paginate(items: readonly FlowItem[], pageHeight: number): readonly (readonly PageItem[])[] {
  const pieces = piecesOf(items)
  const pages: PageItem[][] = [[]]
  let y = 0
  let index = 0
  let isRunning = false
  for (const item of items) {
    if (item.kind !== 'piece') {
      pages.at(-1)?.push(item)
      continue
    }
    const { height, gap, again, staysWithNext } = item.piece
    const run = runHeight(pieces, index)
    const fits = y + gap + (isRunning ? height : Math.min(run, pageHeight)) <= pageHeight
    if (y > 0 && !fits) {
      pages.push([])
      y = 0
      if (again) {
        pages.at(-1)?.push({ kind: 'placed', piece: again, y, isAgain: true })
        y += again.height
      }
    } else if (y > 0) y += gap
    pages.at(-1)?.push({ kind: 'placed', piece: item.piece, y, isAgain: false })
    y += height
    isRunning = staysWithNext
    index += 1
  }
  return pages
}

/** Paints one page, from its upper left corner. */
export function paintPage(pen: Pen, items: readonly PageItem[], x: number, top: number): void {
  for (const item of items) {
    if (item.kind === 'begin') pen.begin(item.type, item.options)
    else if (item.kind === 'end') pen.end()
    else if (item.isAgain) pen.artifact(() => pen.untagged(() => item.piece.paint(pen, x, top + item.y)))
    else item.piece.paint(pen, x, top + item.y)
  }
}
