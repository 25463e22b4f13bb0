import { aText, call, theAnswer } from '../build.ts'
import type { Ledger } from '../ledger.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import { parseXPath } from '../xpath/parse.ts'
import type { FormSymbol, XPathScope } from '../xpath/symbols.ts'
import { toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import type { ChoiceList } from './choices.ts'
import { OWN_ROLE, ROLES } from './own-columns.ts'
import type { RowKind } from './question-types.ts'
import type { RowNode } from './row-tree.ts'

/** What each row of a form will be, before any of it is read in full. */
export interface FormPlan {
  readonly keys: ReadonlyMap<RowNode, string>
  readonly symbols: ReadonlyMap<string, readonly FormSymbol[]>
  readonly tables: ReadonlySet<RowNode>
}

const nothing = aText('')
const has = (node: RowNode, word: string): boolean => node.row.cell('appearance').split(/\s+/).includes(word)
/** The row of a table that only shows the headings. */
export const isHeading = (node: RowNode): boolean => has(node, 'label')

/** Is a group a table: choices from one list, shown as such? */
export function isTable(node: RowNode): boolean {
  if (node.type.kind !== 'begin_group') return false
  const rows = node.children.filter((child) => !isHeading(child))
  const [first] = rows
  if (first === undefined || !['select_one', 'select_multiple'].includes(first.type.kind)) return false
  const isShown =
    has(node, 'table-list') ||
    node.row.cell(OWN_ROLE) === ROLES.table ||
    rows.every((child) => has(child, 'list-nolabel'))
  return (
    isShown &&
    rows.length <= 100 &&
    rows.every(({ type }) => type.kind === first.type.kind && type.list === first.type.list && !type.orOther)
  )
}

const KINDS: Readonly<Partial<Record<RowKind, FormSymbol['kind']>>> = {
  text: 'text',
  as_text: 'text',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'year',
  as_date: 'year',
  acknowledge: 'consent',
  calculate: 'value',
  select_one: 'single',
  select_multiple: 'multi',
  rank: 'multi',
  begin_repeat: 'roster',
  begin_group: 'group',
}

/** The key of a row of a table: its name without the table's. */
export function rowKeyOf(table: RowNode, child: RowNode): string {
  const { name } = child
  return codeFrom(name.startsWith(`${table.name}_`) ? name.slice(table.name.length + 1) : name)
}

class Planner {
  readonly keys = new Map<RowNode, string>()
  readonly symbols = new Map<string, FormSymbol[]>()
  readonly tables = new Set<RowNode>()
  private readonly taken = new Set<string>()
  constructor(
    private readonly lists: ReadonlyMap<string, ChoiceList>,
    private readonly ledger: Ledger,
  ) {}

  private name(name: string, symbol: FormSymbol): void {
    if (name === '') return
    this.symbols.set(name, [...(this.symbols.get(name) ?? []), symbol])
  }

  private keyOf(node: RowNode): string {
    const key = claim(this.taken, keyFrom(node.name))
    this.keys.set(node, key)
    if (key !== node.name && node.type.kind !== 'begin_group')
      this.ledger.approximated(
        { ...node.row, column: 'name' },
        `Nazwa „${node.name}” to u nas klucz „${key}”.`,
      )
    return key
  }

  private codes(node: RowNode): Pick<FormSymbol, 'codes'> {
    const list = node.type.list === undefined ? undefined : this.lists.get(node.type.list)
    return list === undefined ? {} : { codes: list.codes }
  }

  private table(node: RowNode, rosters: readonly string[]): void {
    const key = this.keyOf(node)
    this.tables.add(node)
    this.name(node.name, { kind: 'group', expression: nothing, rosters })
    for (const child of node.children) {
      const kind = child.type.kind === 'select_one' ? 'single' : 'multi'
      const expression = theAnswer(key, rowKeyOf(node, child))
      this.name(child.name, { kind, expression, rosters, ...this.codes(child) })
    }
  }

  /** Rows that our export added: the text of „inne, jakie?”, and values worked out for texts. */
  private added(node: RowNode, rosters: readonly string[]): boolean {
    const role = node.row.cell(OWN_ROLE)
    if (role === ROLES.otherText) {
      const of = node.name.replace(/_inne(?:_\d+)?$/, '')
      this.name(node.name, { kind: 'text', expression: theAnswer(keyFrom(of), 'inne'), rosters })
      return true
    }
    if (role !== ROLES.aside) return role !== '' && role !== ROLES.table
    const scope: XPathScope = {
      symbol: (name) => this.symbols.get(name)?.[0],
      rosters,
      note: () => undefined,
    }
    const { result } = attempt(() => toExpression(parseXPath(node.row.cell('calculation')), scope))
    this.name(node.name, { kind: result ? 'value' : 'dropped', expression: result ?? nothing, rosters })
    return true
  }

  visit(nodes: readonly RowNode[], rosters: readonly string[]): void {
    for (const node of nodes) {
      const { kind } = node.type
      if (this.added(node, rosters)) continue
      if (isTable(node)) this.table(node, rosters)
      else if (kind === 'begin_group') {
        this.name(node.name, { kind: 'group', expression: nothing, rosters })
        this.visit(node.children, rosters)
      } else if (kind === 'metadata' && node.row.cell('type').toLowerCase() === 'today') {
        this.name(node.name, { kind: 'value', expression: call('today'), rosters })
      } else {
        const isDropped = kind === 'metadata' || kind === 'unsupported'
        const key = isDropped ? '' : this.keyOf(node)
        const symbolKind = KINDS[kind] ?? 'dropped'
        const expression = isDropped ? nothing : theAnswer(key)
        this.name(node.name, { kind: symbolKind, expression, rosters, ...this.codes(node) })
        if (kind === 'begin_repeat') this.visit(node.children, [...rosters, key])
      }
    }
  }
}

/** Gives every row its key and every name its meaning. */
export function planForm(
  nodes: readonly RowNode[],
  lists: ReadonlyMap<string, ChoiceList>,
  ledger: Ledger,
): FormPlan {
  const planner = new Planner(lists, ledger)
  planner.visit(nodes, [])
  return planner
}
