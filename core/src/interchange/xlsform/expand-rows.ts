import type { Ledger } from '../ledger.ts'
import type { ChoiceList } from './choices.ts'
import type { FormRow } from './read-sheet.ts'
import type { RowNode } from './row-tree.ts'

interface Change {
  readonly cells?: Readonly<Record<string, string>>
  /** Texts of the label, by language. */
  readonly label?: ReadonlyMap<string, string>
  /** Rewrites every other cell; the language is that of its header. */
  readonly rewrite?: (text: string, language: string) => string
}

/** A row that says something else in some of its cells, at the same place. */
function rowWith(row: FormRow, { cells = {}, label, rewrite = (text) => text }: Change): FormRow {
  const texts = (name: string): ReadonlyMap<string, string> => {
    if (name === 'label' && label) return label
    const own = cells[name]
    if (own !== undefined) return new Map(own === '' ? [] : [['', own]])
    return new Map([...row.texts(name)].map(([language, text]) => [language, rewrite(text, language)]))
  }
  return {
    sheet: row.sheet,
    row: row.row,
    texts,
    cell: (name) => texts(name).values().next().value ?? '',
    filled: new Map([...row.filled].map(([name, text]) => [name, rewrite(text, '')])),
  }
}

/** „first – second” in every language that either has. */
function joined(first: FormRow, second: FormRow): ReadonlyMap<string, string> {
  const [one, two] = [first.texts('label'), second.texts('label')]
  const languages = new Set([...one.keys(), ...two.keys()])
  return new Map(
    [...languages].map((language) => {
      const parts = [one.get(language) ?? first.cell('label'), two.get(language) ?? second.cell('label')]
      return [language, parts.filter((part) => part !== '').join(' – ')]
    }),
  )
}

const EMPTY = {
  relevant: '',
  constraint: '',
  constraint_message: '',
  hint: '',
  appearance: '',
  parameters: '',
}
const namesOf = (nodes: readonly RowNode[]): readonly string[] =>
  nodes.flatMap(({ name, children }) => [name, ...namesOf(children)])
const escaped = (text: string): string => text.replace(/[.\\]/g, '\\$&')

/** The rows of a loop once for each choice; names are told apart by the choice's. */
function loop(node: RowNode, list: ChoiceList, ledger: Ledger): RowNode {
  const inner = namesOf(node.children).filter((name) => name !== '')
  const reference = new RegExp(
    `\\$\\{\\s*(${inner.map(escaped).join('|')})\\s*\\}|(?:\\.\\./)+(${inner.map(escaped).join('|')})(?![\\w.-])`,
    'g',
  )
  const children = [...list.codes].map(([choice, code]): RowNode => {
    const option = list.columns.get(code) ?? node.row
    const rewrite = (text: string, language: string) =>
      text
        .replaceAll('%(name)s', choice)
        .replaceAll('%(label)s', option.texts('label').get(language) ?? option.cell('label'))
        .replace(reference, (_whole, name?: string, path?: string) => `\${${choice}_${name ?? path ?? ''}}`)
    const copy = (one: RowNode): RowNode => ({
      ...one,
      name: one.name === '' ? '' : `${choice}_${one.name}`,
      row: rowWith(one.row, { rewrite }),
      children: one.children.map(copy),
    })
    const row = rowWith(node.row, { cells: EMPTY, label: option.texts('label') })
    return { row, type: { kind: 'begin_group' }, name: choice, children: node.children.map(copy) }
  })
  ledger.approximated(
    node.row,
    `Pętlę „${node.name}” rozwinięto: jej pytania powtórzono osobno dla każdej odpowiedzi z listy „${list.name}”.`,
  )
  return { ...node, type: { kind: 'begin_group' }, children }
}

function score(node: RowNode, list: ChoiceList): RowNode {
  const required = node.row.cell('required')
  const children = node.children.map((child): RowNode =>
    child.type.kind === 'score_row'
      ? {
          ...child,
          type: { kind: 'select_one', list: list.name },
          row: rowWith(child.row, { cells: { required: child.row.cell('required') || required } }),
        }
      : child,
  )
  const row = rowWith(node.row, { cells: { appearance: 'table-list', required: '' } })
  return { ...node, row, type: { kind: 'begin_group' }, children }
}

function ranking(node: RowNode, list: ChoiceList, ledger: Ledger): readonly RowNode[] {
  const levels = node.children.filter(({ type }) => type.kind === 'rank_level')
  ledger.approximated(
    node.row,
    `Ranking „${node.name}” to u nas jedno pytanie o ${levels.length} najważniejsze odpowiedzi po kolei.`,
  )
  const cells = { constraint: `count-selected(.) <= ${Math.max(1, levels.length)}`, appearance: '' }
  const question: RowNode = {
    ...node,
    row: rowWith(node.row, { cells }),
    type: { kind: 'rank', list: list.name },
    children: [],
  }
  return [question, ...node.children]
}

/** A column of Kobo's matrix: a table when it is a choice, a question for each row when it is typed in. */
function matrixColumn(node: RowNode, column: RowNode, list: ChoiceList): readonly RowNode[] {
  const isChoice = column.type.kind === 'select_one' || column.type.kind === 'select_multiple'
  const cells = [...list.codes].map(([choice, code]): RowNode => {
    const option = list.columns.get(code) ?? column.row
    const label = isChoice ? option.texts('label') : joined(option, column.row)
    const row = rowWith(column.row, { label, ...(isChoice && { cells: EMPTY }) })
    return { row, type: column.type, name: `${node.name}_${choice}_${column.name}`, children: [] }
  })
  if (!isChoice) return cells
  const cellsOfTable = { appearance: 'table-list', required: '' }
  const row = rowWith(column.row, { cells: cellsOfTable, label: joined(node.row, column.row) })
  return [{ row, type: { kind: 'begin_group' }, name: `${node.name}_${column.name}`, children: cells }]
}

function matrix(node: RowNode, list: ChoiceList, ledger: Ledger): RowNode {
  ledger.approximated(
    node.row,
    `Tabelę „${node.name}” rozłożono na kolumny: każda kolumna wyboru to u nas tabela, a inne kolumny to osobne pytania.`,
  )
  const children = node.children.flatMap((column) => matrixColumn(node, column, list))
  return {
    ...node,
    row: rowWith(node.row, { cells: { appearance: '', required: '' } }),
    type: { kind: 'begin_group' },
    children,
  }
}

/** Loops, and the groups that only Kobo has, written out as plain groups and questions. */
export function expandRows(
  nodes: readonly RowNode[],
  lists: ReadonlyMap<string, ChoiceList>,
  ledger: Ledger,
): readonly RowNode[] {
  return nodes.flatMap((written): readonly RowNode[] => {
    const node = { ...written, children: expandRows(written.children, lists, ledger) }
    const list = lists.get(node.type.list ?? '')
    if (list === undefined) return [node]
    if (node.type.kind === 'begin_loop') return [loop(node, list, ledger)]
    if (node.type.kind === 'begin_score') return [score(node, list)]
    if (node.type.kind === 'begin_rank') return ranking(node, list, ledger)
    return node.type.kind === 'begin_matrix' ? [matrix(node, list, ledger)] : [node]
  })
}
