import { nearest, type OptionList, type Questionnaire } from '../../questionnaire/index.ts'
import { Ledger } from '../ledger.ts'
import type { FormPlace, XlsFormSheets } from '../model.ts'
import { isListName, keyFrom, listNameFrom } from '../names.ts'
import { readRecord, withRecord } from '../own-record.ts'
import { CellRules } from './cell-rules.ts'
import { readChoices, type ChoiceList } from './choices.ts'
import { expandRows } from './expand-rows.ts'
import { formLanguages } from './form-languages.ts'
import { planForm } from './form-plan.ts'
import { OWN_COLUMNS, OWN_RECORD, OWN_ROLE, recordText, ROLES } from './own-columns.ts'
import type { FormReading } from './read-question.ts'
import { checkHeaders, readSheet, type FormRow, type FormTable } from './read-sheet.ts'
import { readSections } from './read-tree.ts'
import { rowTree, type RowNode } from './row-tree.ts'

interface Tables {
  readonly survey: FormTable
  readonly choices: FormTable
  readonly settings: FormTable
}

function every(nodes: readonly RowNode[]): readonly RowNode[] {
  return nodes.flatMap((node) => [node, ...every(node.children)])
}

function checkLists(
  nodes: readonly RowNode[],
  lists: ReadonlyMap<string, ChoiceList>,
  choices: FormTable,
  ledger: Ledger,
): void {
  const hasNoColumns = choices.rows.length > 0 && lists.size === 0
  for (const { row, type } of every(nodes)) {
    if (type.list === undefined || lists.has(type.list) || hasNoColumns) continue
    const meant = nearest(type.list, lists.keys())
    const hint =
      meant === undefined
        ? ' Prosimy dopisać jej odpowiedzi w arkuszu „choices”.'
        : ` Czy chodziło o „${meant}”?`
    const what =
      type.list === ''
        ? 'po typie brakuje nazwy listy odpowiedzi.'
        : `nie ma listy odpowiedzi „${type.list}”.`
    ledger.broken({ ...row, column: 'type' }, `${what}${hint}`)
  }
}

/** Lists used by more than one question, and those named as ours are, are shared. */
function sharedLists(
  reading: Omit<FormReading, 'shared' | 'rules'>,
  nodes: readonly RowNode[],
  named: ReadonlySet<string | undefined>,
): ReadonlySet<string> {
  const uses = new Map<string, number>()
  const count = (name: string | undefined) => {
    if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  const inTables = new Set([...reading.plan.tables].flatMap(({ children }) => children))
  for (const node of every(nodes)) {
    if (reading.plan.tables.has(node)) count(node.children[0]?.type.list)
    else if (!inTables.has(node)) count(node.type.list)
  }
  const names = [...reading.lists.keys()]
  for (const name of names) {
    if (uses.has(name) || named.has(name) || isListName(name)) continue
    reading.ledger.dropped(
      { sheet: 'choices', row: reading.lists.get(name)?.row ?? 1 },
      `Listy „${name}” nie używa żadne pytanie, więc ją pominięto.`,
    )
  }
  return new Set(names.filter((name) => isListName(name) || (uses.get(name) ?? 0) > 1))
}

function listsOf({ shared, lists }: FormReading): Readonly<Record<string, OptionList>> {
  return Object.fromEntries(
    [...shared].map(
      (name) => [listNameFrom(name), { label: name, options: lists.get(name)?.options ?? [] }] as const,
    ),
  )
}

function textsWithRole(nodes: readonly RowNode[], role: string): readonly string[] {
  return nodes.flatMap(({ row }) => (row.cell(OWN_ROLE) === role ? row.cell('label').split('\n\n') : []))
}

/** How long a person may take, when nobody says: about three questions a minute. */
const minutesFor = (count: number): number => Math.max(1, Math.round(count / 3))

function wholeOf(form: FormReading, nodes: readonly RowNode[], settings: FormRow | undefined): Questionnaire {
  const version = settings?.cell('version') ?? ''
  if (version !== '' && settings?.cell(OWN_RECORD) === '')
    form.ledger.dropped(
      { ...settings, column: 'version' },
      `Numer wersji „${version}” pominięto: wersje numeruje Rozeznanie.`,
    )
  const title = (settings?.cell('form_title') ?? '').slice(0, 300)
  const sections = readSections(form, nodes, title === '' ? 'Pytania' : title)
  const place = { sheet: 'settings', row: settings?.row ?? 1 }
  const questionnaire: Questionnaire = {
    format: 'rozeznanie-questionnaire/1',
    key: keyFrom(settings?.cell('form_id') ?? '', 'formularz'),
    title: title === '' ? 'Formularz bez tytułu' : title,
    description: '',
    audience: 'RESIDENT',
    language: 'pl',
    estimatedMinutes: minutesFor(sections.flatMap(({ questions }) => questions).length),
    intro: textsWithRole(nodes, ROLES.intro),
    thanks: textsWithRole(nodes, ROLES.thanks),
    lists: listsOf(form),
    sections,
  }
  const text = settings === undefined ? '' : recordText(settings)
  const record = text === '' ? null : readRecord(text)
  if (record === null) {
    if (text !== '')
      form.ledger.dropped(
        { ...place, column: OWN_RECORD },
        'Zapis Rozeznania jest uszkodzony, więc go pominięto.',
      )
    const missing =
      'Formularz nie mówi, dla kogo jest, ile trwa ani jak wita i dziękuje: prosimy uzupełnić to w edytorze.'
    form.ledger.approximated(place, missing)
    return questionnaire
  }
  const { whole, changed } = withRecord(questionnaire as unknown as Readonly<Record<string, unknown>>, record)
  if (changed.length > 0)
    form.ledger.approximated(
      { ...place, column: OWN_RECORD },
      `Formularz zmieniono poza Rozeznaniem; obowiązuje zmiana (pola: ${changed.join(', ')}).`,
    )
  return whole as unknown as Questionnaire
}

function reading(
  tables: Tables,
  ledger: Ledger,
): { readonly form: FormReading; readonly nodes: readonly RowNode[] } {
  const [settings] = tables.settings.rows
  const languages = formLanguages([tables.survey, tables.choices], settings, ledger)
  const lists = readChoices(tables.choices, languages, settings, ledger)
  const tree = rowTree(tables.survey, ledger)
  checkLists(tree, lists, tables.choices, ledger)
  const nodes = expandRows(tree, lists, ledger)
  const plan = planForm(nodes, lists, ledger)
  const rules = new CellRules(plan, ledger)
  for (const { row } of every(nodes)) rules.checkReferences(row)
  ledger.assertWhole()
  const named = new Set(every(tree).map(({ type }) => type.list))
  const base = { plan, ledger, languages, lists, taken: new Set(plan.keys.values()) }
  return { form: { ...base, rules, shared: sharedLists(base, nodes, named) }, nodes }
}

function checkColumns({ survey, choices, settings }: Tables, ledger: Ledger): void {
  const filters = survey.rows.flatMap(
    (row) => row.cell('choice_filter').match(/[\p{L}_][\p{L}\p{N}_.-]*/gu) ?? [],
  )
  for (const [column, table] of [
    ['type', survey],
    ['name', survey],
  ] as const) {
    if (table.headers.length > 0 && !table.headers.some(({ name }) => name === column))
      ledger.broken({ sheet: 'survey', row: table.headerRow }, `brakuje kolumny „${column}”.`)
  }
  if (survey.rows.length === 0 && survey.headers.every(({ isKnown }) => isKnown))
    ledger.broken({ sheet: 'survey', row: 1 }, 'arkusz jest pusty: nie ma w nim pytań.')
  ledger.assertWhole()
  checkHeaders(survey, 'survey', ledger, OWN_COLUMNS)
  checkHeaders(choices, 'choices', ledger, new Set([...OWN_COLUMNS, ...filters]))
  checkHeaders(settings, 'settings', ledger, OWN_COLUMNS)
}

/** A form as read, before its rules are looked over together. */
export interface ReadForm {
  readonly questionnaire: Questionnaire
  readonly ledger: Ledger
  /** Where a question stands in the form. */
  placeOf(key: string): FormPlace
}

const OTHER_SHEETS: Readonly<Record<string, string>> = {
  external_choices: 'list odpowiedzi z zewnętrznych plików nie ma u nas',
  entities: 'wspólnych list obiektów nie prowadzimy',
  osm: 'map nie zbieramy',
}

/** Reads the sheets of an XLSForm. @throws FormBrokenError */
export function readForm(sheets: XlsFormSheets): ReadForm {
  const ledger = new Ledger()
  const tables: Tables = {
    survey: readSheet('survey', sheets.survey),
    choices: readSheet('choices', sheets.choices),
    settings: readSheet('settings', sheets.settings),
  }
  checkColumns(tables, ledger)
  for (const name of sheets.others ?? [])
    ledger.dropped(
      { sheet: name, row: 1 },
      `Arkusza „${name}” nie wczytano: ${OTHER_SHEETS[name.trim().toLowerCase()] ?? 'formularz go nie używa'}.`,
    )
  const { form, nodes } = reading(tables, ledger)
  const questionnaire = wholeOf(form, nodes, tables.settings.rows[0])
  const rows = new Map([...form.plan.keys].map(([node, key]) => [key, node.row] as const))
  return {
    questionnaire,
    ledger,
    placeOf: (key) => rows.get(key) ?? { sheet: 'survey', row: tables.survey.headerRow },
  }
}
