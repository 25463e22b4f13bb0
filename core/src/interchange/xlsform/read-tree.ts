import type { Question, RosterQuestion, Section } from '../../questionnaire/index.ts'
import { claim, keyFrom } from '../names.ts'
import { readRecord, withRecord } from '../own-record.ts'
import { translationsOf } from './form-languages.ts'
import { OWN_RECORD, OWN_ROLE, recordText, ROLES } from './own-columns.ts'
import { baseOf, readText, reportUnused, type FormReading, type Surroundings } from './read-question.ts'
import { readRow, table } from './read-kinds.ts'
import type { RowNode } from './row-tree.ts'

const nowhere: Surroundings = { rosters: [], conditions: [] }
const MOST_DEEP = 2

/** Puts back what our export wrote beside a row. */
export function restored<Whole extends object>(form: FormReading, node: RowNode, read: Whole): Whole {
  const text = recordText(node.row)
  if (text === '') return read
  const place = { ...node.row, column: OWN_RECORD }
  const record = readRecord(text)
  if (record === null) {
    form.ledger.dropped(place, 'Zapis Rozeznania w tym wierszu jest uszkodzony, więc go pominięto.')
    return read
  }
  const { whole, changed } = withRecord(read as Readonly<Record<string, unknown>>, record)
  if (changed.length > 0)
    form.ledger.approximated(
      place,
      `Wiersz zmieniono poza Rozeznaniem; obowiązuje zmiana (pola: ${changed.join(', ')}).`,
    )
  else
    form.ledger.forgive([
      node.row,
      ...(form.plan.tables.has(node) ? node.children : []).map(({ row }) => row),
    ])
  return whole as Whole
}

function roster(form: FormReading, node: RowNode, around: Surroundings): RosterQuestion | null {
  if (around.rosters.length >= MOST_DEEP) {
    form.ledger.dropped(
      node.row,
      `Grupę powtarzaną „${node.name}” pominięto: może stać w jednej grupie powtarzanej, ale nie głębiej.`,
    )
    return null
  }
  const base = baseOf(form, node, around)
  const inner = { rosters: [...around.rosters, base.key], conditions: [] }
  const questions = node.children.flatMap((child) => readNode(form, child, inner))
  if (questions.length === 0) {
    form.ledger.dropped(node.row, `Grupę powtarzaną „${node.name}” pominięto, bo nie ma w niej pytań.`)
    return null
  }
  const count = node.row.cell('repeat_count')
  const fixed = /^\d+$/.test(count) && Number(count) > 0 && Number(count) <= 50 ? Number(count) : undefined
  if (count !== '' && fixed === undefined)
    form.ledger.dropped(
      { ...node.row, column: 'repeat_count' },
      `Pominięto liczbę powtórzeń „${count}”: liczba pozycji jest u nas stała albo dowolna.`,
    )
  return {
    ...base,
    type: 'ROSTER',
    itemName: 'pozycja',
    ...(fixed !== undefined && { minItems: fixed, maxItems: fixed }),
    questions,
  }
}

/** A group within a section: its questions take over its condition, its heading becomes a text. */
function group(form: FormReading, node: RowNode, around: Surroundings): readonly Question[] {
  const where = { row: node.row, rosters: around.rosters }
  const when = form.rules.condition(where, 'relevant')
  const conditions = when === null ? around.conditions : [...around.conditions, when]
  const label = readText(form, where, 'label')
  reportUnused(form, node)
  if (label.base !== '')
    form.ledger.approximated(
      node.row,
      `Nagłówek grupy „${label.base}” stoi jako sam tekst przed jej pytaniami.`,
    )
  const inner = node.children.flatMap((child) => readNode(form, child, { ...around, conditions }))
  if (label.base === '' || inner.length === 0) return inner
  const key = claim(form.taken, keyFrom(`${node.name}_naglowek`))
  const translations = translationsOf({ text: label })
  const own = form.rules.conjoined(conditions)
  return [{ key, type: 'INFO', text: label.base, ...own, ...(translations && { translations }) }, ...inner]
}

function tellKept(form: FormReading, node: RowNode): void {
  if (!form.ledger.hasLoss(node.row)) form.ledger.kept(node.row, `„${node.name}” wczytano w całości.`)
}

/** The questions that a row or a group becomes. */
export function readNode(form: FormReading, node: RowNode, around: Surroundings): readonly Question[] {
  const role = node.row.cell(OWN_ROLE)
  if (role !== '' && role !== ROLES.table) {
    form.ledger.kept(node.row, `„${node.name}” to wiersz pomocniczy Rozeznania.`)
    return []
  }
  if (node.type.kind === 'begin_group' && !form.plan.tables.has(node)) return group(form, node, around)
  const read = form.plan.tables.has(node)
    ? table(form, node, around)
    : node.type.kind === 'begin_repeat'
      ? roster(form, node, around)
      : readRow(form, node, around)
  if (read === null) return []
  const whole = restored(form, node, read)
  tellKept(form, node)
  return [whole]
}

function sectionOf(form: FormReading, node: RowNode, key: string): Section {
  const where = { row: node.row, rosters: [] }
  const title = readText(form, where, 'label', 300)
  const note = node.children.find(({ row }) => row.cell(OWN_ROLE) === ROLES.description)
  const description = note
    ? readText(form, { row: note.row, rosters: [] }, 'label')
    : readText(form, where, 'hint')
  const visibleIf = form.rules.conjoined(
    [form.rules.condition(where, 'relevant')].flatMap((when) => when ?? []),
  )
  reportUnused(form, node)
  if (title.base === '')
    form.ledger.approximated(
      { ...node.row, column: 'label' },
      'Grupa nie ma nagłówka; część nazywa się jak grupa.',
    )
  const translations = translationsOf({ title, description })
  const questions = node.children.flatMap((child) => readNode(form, child, nowhere))
  const section = {
    key,
    title: title.base === '' ? node.name : title.base,
    ...(description.base !== '' && { description: description.base }),
    ...visibleIf,
    ...(translations && { translations: translations as NonNullable<Section['translations']> }),
    questions,
  }
  const whole = restored(form, node, section)
  tellKept(form, node)
  return whole
}

/** Top groups become sections; what stands between them gets sections of its own. */
export function readSections(
  form: FormReading,
  nodes: readonly RowNode[],
  title: string,
): readonly Section[] {
  const keys = new Set<string>()
  const sections: (Section & { readonly questions: Question[] })[] = []
  let isLoose = false
  for (const node of nodes) {
    if (node.type.kind === 'begin_group' && !form.plan.tables.has(node)) {
      const section = sectionOf(form, node, claim(keys, keyFrom(node.name, 'czesc')))
      if (section.questions.length > 0) sections.push({ ...section, questions: [...section.questions] })
      else form.ledger.dropped(node.row, `Grupę „${node.name}” pominięto, bo nie ma w niej pytań.`)
      isLoose = false
      continue
    }
    const questions = readNode(form, node, nowhere)
    if (questions.length === 0) continue
    if (!isLoose)
      sections.push({
        key: claim(keys, 'pytania'),
        title: sections.length === 0 ? title : 'Pozostałe pytania',
        questions: [],
      })
    isLoose = true
    sections[sections.length - 1]?.questions.push(...questions)
  }
  return sections
}
