import type { CellGroup, ColumnReport } from './model.ts'

type Outcome =
  | { readonly kind: 'empty' }
  | { readonly kind: 'understood'; readonly message?: string }
  | { readonly kind: 'approximated' | 'refused'; readonly message: string; readonly undecided?: string }

interface Group {
  readonly cell: string
  readonly message: string
  readonly undecided?: string
  count: number
  readonly rows: number[]
}

const MOST_ROWS = 20
const MOST_GROUPS = 200

/** Counts what became of the cells of one column, equal cells together. */
export class ColumnTally {
  private understoodCount = 0
  private emptyCount = 0
  private readonly approximated = new Map<string, Group>()
  private readonly refused = new Map<string, Group>()

  constructor(
    private readonly column: number,
    private readonly header: string,
  ) {}

  count(cell: string, row: number, outcome: Outcome): void {
    if (outcome.kind === 'empty') this.emptyCount += 1
    else if (outcome.kind === 'understood') this.understoodCount += 1
    else addTo(outcome.kind === 'refused' ? this.refused : this.approximated, cell.trim(), row, outcome)
  }

  report(): ColumnReport {
    return {
      column: this.column,
      header: this.header,
      understoodCount: this.understoodCount,
      emptyCount: this.emptyCount,
      approximated: groupsOf(this.approximated),
      refused: groupsOf(this.refused),
    }
  }
}

function addTo(
  groups: Map<string, Group>,
  cell: string,
  row: number,
  { message, undecided }: { readonly message: string; readonly undecided?: string },
): void {
  const key = `${message}\n${cell}`
  const group = groups.get(key) ?? {
    cell,
    message,
    ...(undecided !== undefined && { undecided }),
    count: 0,
    rows: [],
  }
  group.count += 1
  if (group.rows.length < MOST_ROWS) group.rows.push(row)
  groups.set(key, group)
}

const groupsOf = (groups: ReadonlyMap<string, Group>): readonly CellGroup[] =>
  [...groups.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_GROUPS)
