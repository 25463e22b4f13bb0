import type { Ledger } from '../ledger.ts'
import type { FormRow, FormTable } from './read-sheet.ts'
import { nearestType, readType, type RowType } from './question-types.ts'

/** A row of the survey sheet with the rows between its `begin` and `end`. */
export interface RowNode {
  readonly row: FormRow
  readonly type: RowType
  readonly name: string
  readonly children: readonly RowNode[]
}

interface OpenNode extends RowNode {
  readonly children: RowNode[]
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
const NAMES: Readonly<Record<string, string>> = {
  group: 'grupa',
  repeat: 'grupa powtarzana',
  loop: 'pętla',
  score: 'tabela ocen',
  rank: 'grupa rankingu',
  matrix: 'tabela pytań',
}
const ENDS: Readonly<Record<string, string>> = { matrix: 'end_kobomatrix' }
/** Where the lists of Kobo's own groups are named. */
const LIST_COLUMNS: Readonly<Record<string, string>> = {
  begin_score: 'kobo--score-choices',
  begin_rank: 'kobo--rank-items',
  begin_matrix: 'kobo--matrix_list',
}
const withList = (row: FormRow, type: RowType): RowType => {
  const column = LIST_COLUMNS[type.kind]
  return column === undefined ? type : { ...type, list: row.cell(column) }
}
const partOf = (kind: string): string => kind.slice(kind.indexOf('_') + 1)
const MOST_ROWS = 5000
const DEEPEST = 20

const TYPED = ['text', 'as_text', 'integer', 'decimal', 'date', 'as_date', 'note']
/** A row of any type that is never shown, only worked out. */
const isWorkedOut = (row: FormRow, { kind }: RowType): boolean =>
  TYPED.includes(kind) &&
  row.cell('calculation') !== '' &&
  row.cell('label') === '' &&
  row.cell('hint') === ''

/** Rows within Kobo's own groups may go without a name. */
const nameOfPart = (row: FormRow, { kind }: RowType): string =>
  kind === 'score_row' || kind === 'rank_level' ? `_${row.row}` : ''

class Builder {
  private readonly roots: RowNode[] = []
  private readonly open: OpenNode[] = []
  private readonly names = new Map<readonly RowNode[], Map<string, number>>()
  constructor(private readonly ledger: Ledger) {}

  private get siblings(): RowNode[] {
    return this.open[this.open.length - 1]?.children ?? this.roots
  }

  private checkName(row: FormRow, name: string, type: RowType): void {
    const place = { ...row, column: 'name' }
    if (name === '') {
      if (type.kind === 'metadata') return
      this.ledger.broken(place, 'wiersz nie ma nazwy. Prosimy wpisać ją w kolumnie „name”.')
      return
    }
    if (!NAME.test(name)) {
      this.ledger.broken(place, `nazwa „${name}” jest niedozwolona: zaczyna się literą i nie ma odstępów.`)
    }
    const before = this.names.get(this.siblings) ?? new Map<string, number>()
    const first = before.get(name)
    if (first !== undefined) {
      this.ledger.broken(place, `nazwa „${name}” występuje dwa razy; pierwszy raz w wierszu ${first}.`)
    }
    before.set(name, first ?? row.row)
    this.names.set(this.siblings, before)
  }

  private close(row: FormRow, kind: string): void {
    const last = this.open[this.open.length - 1]
    const wanted = NAMES[partOf(kind)]
    if (last === undefined) {
      this.ledger.broken(row, `kończy się tu ${wanted}, która nigdzie się nie zaczyna.`)
      return
    }
    if (partOf(last.type.kind) !== partOf(kind)) {
      const begun = NAMES[partOf(last.type.kind)]
      this.ledger.broken(
        row,
        `kończy się tu ${wanted}, a otwarta jest ${begun} „${last.name}” z wiersza ${last.row.row}.`,
      )
    }
    this.open.pop()
  }

  take(row: FormRow): void {
    const written = row.cell('type')
    if (written === '') {
      this.ledger.dropped({ ...row, column: 'type' }, 'Wiersz bez typu pominięto.')
      return
    }
    const read = readType(written)
    if (read === null) {
      const meant = nearestType(written)
      const hint = meant === undefined ? '' : ` Czy chodziło o „${meant}”?`
      this.ledger.broken({ ...row, column: 'type' }, `nie ma typu „${written}”.${hint}`)
      return
    }
    if (read.kind.startsWith('end_')) return this.close(row, read.kind)
    const type = isWorkedOut(row, read) ? { kind: 'calculate' as const } : withList(row, read)
    const name = row.cell('name') || nameOfPart(row, type)
    this.checkName(row, name, type)
    const node: OpenNode = { row, type, name, children: [] }
    this.siblings.push(node)
    if (type.kind.startsWith('begin_')) {
      this.open.push(node)
      if (this.open.length === DEEPEST) this.ledger.broken(row, 'grupy są zagnieżdżone zbyt głęboko.')
    }
  }

  finish(): readonly RowNode[] {
    for (const { row, name, type } of this.open) {
      const part = partOf(type.kind)
      const end = ENDS[part] ?? `end_${part}`
      this.ledger.broken(
        row,
        `${NAMES[partOf(type.kind)]} „${name}” nie jest zamknięta; brakuje wiersza „${end}”.`,
      )
    }
    return this.roots
  }
}

/** Puts the rows of the survey sheet into their groups. What is broken goes to the ledger. */
export function rowTree(table: FormTable, ledger: Ledger): readonly RowNode[] {
  const builder = new Builder(ledger)
  const disabled = (row: FormRow) => readFlagCell(row)
  if (table.rows.length > MOST_ROWS) {
    ledger.broken({ sheet: 'survey', row: MOST_ROWS }, `arkusz ma ponad ${MOST_ROWS} wierszy.`)
    return []
  }
  for (const row of table.rows) {
    if (disabled(row)) ledger.dropped(row, 'Wiersz wyłączony w kolumnie „disabled” pominięto.')
    else builder.take(row)
  }
  return builder.finish()
}

const readFlagCell = (row: FormRow): boolean => /^(?:yes|true)$/i.test(row.cell('disabled'))
