import { printExpression, scaleEnds, type Option, type Question } from '../../questionnaire/index.ts'
import type { Expression } from '../../questionnaire/index.ts'
import type { Ledger } from '../ledger.ts'
import { listNameFrom } from '../names.ts'
import type { CellRules, RowScope } from './cell-rules.ts'
import { reportMedia, type ChoiceList } from './choices.ts'
import { readConstraint, type Limits } from './constraints.ts'
import { textOf, translationsOf, type FormLanguages, type FormText } from './form-languages.ts'
import type { FormPlan } from './form-plan.ts'
import { readChoiceFilter } from './option-filter.ts'
import { readFlag } from './question-types.ts'
import type { RowNode } from './row-tree.ts'

/** All that reading one row needs to know of the whole form. */
export interface FormReading {
  readonly plan: FormPlan
  readonly rules: CellRules
  readonly ledger: Ledger
  readonly languages: FormLanguages
  readonly lists: ReadonlyMap<string, ChoiceList>
  /** Names of lists that become shared lists of the questionnaire. */
  readonly shared: ReadonlySet<string>
  /** Keys of questions that are taken. */
  readonly taken: Set<string>
}

/** Where a row stands: the rosters around it, and the conditions of the groups around it. */
export interface Surroundings {
  readonly rosters: readonly string[]
  readonly conditions: readonly Expression[]
}

const LONGEST_TEXT = 2000
const NO_TEXT: FormText = { base: '', others: {} }

/** A text of a row, piped as ours, in every language. */
export function readText(
  form: FormReading,
  where: RowScope,
  column: string,
  longest = LONGEST_TEXT,
): FormText {
  const { base, others } = textOf(where.row, column, form.languages)
  const fit = (text: string) => {
    const piped = form.rules.piped(where, column, text)
    if (piped.length <= longest) return piped
    form.ledger.approximated({ ...where.row, column }, `Treść skrócono do ${longest} znaków.`)
    return piped.slice(0, longest)
  }
  return {
    base: fit(base),
    others: Object.fromEntries(Object.entries(others).map(([code, text]) => [code, fit(text)])),
  }
}

/** The condition of a row together with those of the groups around it. */
export function visibility(
  form: FormReading,
  where: RowScope,
  { conditions }: Surroundings,
): { readonly visibleIf?: string } {
  const own = form.rules.condition(where, 'relevant')
  return form.rules.conjoined(own === null ? conditions : [...conditions, own])
}

function requirement(
  form: FormReading,
  where: RowScope,
): { readonly required?: true; readonly requiredIf?: string } {
  const flag = readFlag(where.row.cell('required'))
  if (flag !== null) return flag ? { required: true } : {}
  const when = form.rules.condition(where, 'required')
  return when === null ? {} : { requiredIf: printExpression(when) }
}

const SILENT = ['multiline', 'likert', 'table-list', 'label', 'list-nolabel', 'field-list', 'year']
const UNUSED: Readonly<Record<string, string>> = {
  default: 'wartości początkowej nie wpisujemy za osobę, która odpowiada',
  read_only: 'pytanie tylko do odczytu nie ma odpowiednika',
  trigger: 'obliczenie i tak odświeża się po każdej zmianie',
  required_message: 'o brakującą odpowiedź prosimy własnym komunikatem',
  calculation: 'wartości nie wpisujemy za osobę, która odpowiada',
  choice_filter: 'nie ma tu odpowiedzi do wyboru',
  constraint: 'odpowiedzi na to nie sprawdzamy',
  repeat_count: 'to nie jest grupa powtarzana',
  parameters: 'takiego ustawienia nie ma u nas',
}
/** Columns that rows of a kind read themselves. */
const READ_BY: Readonly<Record<string, readonly string[]>> = {
  calculation: ['calculate'],
  choice_filter: ['select_one', 'select_multiple', 'rank'],
  constraint: [
    'text',
    'as_text',
    'integer',
    'decimal',
    'date',
    'as_date',
    'range',
    'select_one',
    'select_multiple',
    'rank',
  ],
  repeat_count: ['begin_repeat'],
  parameters: ['range'],
}

const isRandom = (text: string): boolean => /randomize\s*=\s*true/i.test(text)

/** Tells of the cells of a row that have no place in a question. */
export function reportUnused({ ledger }: FormReading, { row, type }: RowNode): void {
  for (const [column, why] of Object.entries(UNUSED)) {
    const text = row.cell(column)
    if (
      text === '' ||
      READ_BY[column]?.includes(type.kind) ||
      (column === 'read_only' && readFlag(text) === false)
    )
      continue
    if (column === 'parameters' && isRandom(text))
      ledger.dropped(
        { ...row, column },
        'Losowej kolejności odpowiedzi nie ma u nas; zostaje kolejność z listy.',
      )
    else ledger.dropped({ ...row, column }, `Pominięto „${text}”: ${why}.`)
  }
  const looks = row
    .cell('appearance')
    .split(/\s+/)
    .filter((word) => word !== '' && !SILENT.includes(word))
  if (looks.length > 0)
    ledger.dropped(
      { ...row, column: 'appearance' },
      `Wygląd „${looks.join(' ')}” pominięto: o wyglądzie decyduje Rozeznanie.`,
    )
  reportMedia(row, ledger)
}

/** What every question has, whatever its type. */
export function baseOf(form: FormReading, node: RowNode, around: Surroundings) {
  const { row } = node
  const where: RowScope = { row, rosters: around.rosters }
  const label = readText(form, where, 'label')
  const ownHint = readText(form, where, 'hint')
  const isHintOnly = label.base === '' && ownHint.base !== ''
  const [text, hint] = isHintOnly ? [ownHint, NO_TEXT] : [label, ownHint]
  if (isHintOnly)
    form.ledger.approximated(
      { ...row, column: 'hint' },
      'Pytanie nie ma treści; stoi w niej wskazówka (kolumna „hint”).',
    )
  const guidance = row.cell('guidance_hint')
  if (guidance !== '')
    form.ledger.approximated(
      { ...row, column: 'guidance_hint' },
      'Wskazówkę dla ankietera dopisano do objaśnienia pytania.',
    )
  const help = [hint.base, guidance]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, LONGEST_TEXT)
  if (text.base === '' && node.type.kind !== 'calculate')
    form.ledger.approximated({ ...row, column: 'label' }, 'Pytanie nie ma treści; wpisano jego nazwę.')
  const translations = translationsOf({ text, help: hint })
  reportUnused(form, node)
  return {
    key: form.plan.keys.get(node) ?? node.name,
    text: text.base === '' && node.type.kind !== 'calculate' ? node.name : text.base,
    ...(help !== '' && { help }),
    ...requirement(form, where),
    ...visibility(form, where, around),
    ...(translations && { translations }),
  }
}

/** Where the options of a choice are: in the question, or on a list that it shares with others. */
export function optionsFrom(
  form: FormReading,
  where: RowScope,
  list: ChoiceList,
  orOther = false,
): { readonly options?: readonly Option[]; readonly list?: string; readonly optionFilter?: string } {
  const filter = readChoiceFilter(where, form.rules, list)
  const filtered =
    filter === null || filter.kind === 'boolean' ? {} : { optionFilter: printExpression(filter) }
  if (orOther) {
    const code = list.codes.has('other') ? 'other_2' : 'other'
    return { options: [...list.options, { code, label: 'inne, jakie?', allowsText: true }], ...filtered }
  }
  return form.shared.has(list.name)
    ? { list: listNameFrom(list.name), ...filtered }
    : { options: list.options, ...filtered }
}

/** Is a choice shown as a scale and made of the points of one? */
export function scaleOf(node: RowNode, list: ChoiceList): 'SCALE_1_5' | 'SCALE_0_10' | null {
  if (!node.row.cell('appearance').split(/\s+/).includes('likert')) return null
  const points = list.options.map(({ code }) => code).filter((code) => !code.startsWith('-'))
  for (const type of ['SCALE_1_5', 'SCALE_0_10'] as const) {
    const { from, to } = scaleEnds(type)
    if (points.join() === Array.from({ length: to - from + 1 }, (_, at) => from + at).join()) return type
  }
  return null
}

/** Limits and rules from the constraint of a row. */
export function constraintsOf(
  form: FormReading,
  node: RowNode,
  around: Surroundings,
  type: Question['type'],
): { readonly limits: Limits; readonly constraint?: NonNullable<Question['constraint']> } {
  const own = form.plan.symbols
    .get(node.name)
    ?.find(({ rosters }) => rosters.join() === around.rosters.join())
  const where: RowScope = { row: node.row, rosters: around.rosters, ...(own && { own }) }
  const message = readText(form, where, 'constraint_message', 300)
  const { limits, constraint } = readConstraint(where, type, {
    rules: form.rules,
    ledger: form.ledger,
    message,
  })
  return { limits, ...(constraint.length > 0 && { constraint }) }
}
