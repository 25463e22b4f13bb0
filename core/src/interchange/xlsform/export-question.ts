import {
  hasOptions,
  isMatrix,
  isSpecialCode,
  optionsOf,
  rowsOf,
  type MatrixQuestion,
  type Question,
  type Questionnaire,
  type QuestionText,
} from '../../questionnaire/index.ts'
import { headline } from '../field-words.ts'
import type { Ledger } from '../ledger.ts'
import { constraintCells } from './export-constraint.ts'
import type { ExportLists } from './export-lists.ts'
import type { ExportNames } from './export-names.ts'
import type { ExportRules, WrittenRow } from './export-rules.ts'
import { OWN_RECORD, OWN_ROLE, ROLES } from './own-columns.ts'
import { inLanguages, textCells, type WrittenCells } from './written-rows.ts'

/** All that writing one question needs. */
export interface FormWriting {
  readonly questionnaire: Questionnaire
  readonly names: ExportNames
  readonly lists: ExportLists
  readonly rules: ExportRules
  readonly ledger: Ledger
  readonly rows: WrittenCells[]
  /** Which row a question or a section stands in, by `q:key` and `s:key`. */
  readonly places: Map<string, number>
}

const typeOf = (question: Question, list: string): WrittenCells => {
  switch (question.type) {
    case 'SINGLE':
      return { type: `select_one ${list}` }
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return { type: `select_one ${list}`, appearance: 'likert' }
    case 'MULTI':
      return { type: `select_multiple ${list}` }
    case 'RANK':
      return { type: `rank ${list}` }
    case 'NUMBER':
      return { type: (question.decimals ?? 0) > 0 ? 'decimal' : 'integer' }
    case 'DATE_YEAR':
      return { type: 'integer' }
    case 'TEXT_LONG':
      return { type: 'text', appearance: 'multiline' }
    case 'CONSENT':
      return { type: 'acknowledge' }
    case 'INFO':
      return { type: 'note' }
    case 'CALCULATED':
      return { type: 'calculate' }
    default:
      return { type: 'text' }
  }
}

/** Number that the next row of the sheet will have, the headers being row 1. */
const nextRow = ({ rows }: FormWriting): number => rows.length + 2

export function rowHere(writing: FormWriting, rosters: readonly string[]): WrittenRow {
  return { sheet: 'survey', row: nextRow(writing), rosters }
}

/** Writes a text with its answers; what must be worked out gets a row before it. */
export function pipedCells(
  writing: FormWriting,
  where: WrittenRow,
  column: 'label' | 'hint',
  text: string | undefined,
  others: Readonly<Record<string, string | undefined>>,
  owner: string,
): WrittenCells {
  const aside = (xpath: string) => {
    const name = writing.names.fresh(`${owner}_w_tresci`)
    writing.rows.push({ type: 'calculate', name, calculation: xpath, [OWN_ROLE]: ROLES.aside })
    return name
  }
  const piped = (one: string) => writing.rules.piped(where, column, one, aside)
  return textCells(
    column,
    text === undefined ? undefined : piped(text),
    Object.fromEntries(
      Object.entries(others).map(([code, one]) => [code, one === undefined ? undefined : piped(one)]),
    ),
  )
}

function texts(writing: FormWriting, question: Question, where: WrittenRow): WrittenCells {
  const others = (field: QuestionText) => inLanguages(question.translations, field)
  return {
    ...pipedCells(writing, where, 'label', question.text, others('text'), question.key),
    ...pipedCells(writing, where, 'hint', question.help, others('help'), question.key),
  }
}

function rulesCells(writing: FormWriting, question: Question, row: WrittenRow): WrittenCells {
  const { rules } = writing
  const required = question.required ? 'yes' : rules.condition(row, 'required', question.requiredIf)
  return { relevant: rules.condition(row, 'relevant', question.visibleIf), required }
}

function filterCell(writing: FormWriting, question: Question, row: WrittenRow): WrittenCells {
  if (!hasOptions(question) || question.optionFilter === undefined) return {}
  const filter = writing.rules.condition(row, 'choice_filter', question.optionFilter)
  if (filter === '') return {}
  const special = optionsOf(writing.questionnaire, question).filter(({ code }) => isSpecialCode(code))
  return {
    choice_filter: [
      special.length > 0 ? `(${filter})` : filter,
      ...special.map(({ code }) => `name = '${code}'`),
    ].join(' or '),
  }
}

function push(writing: FormWriting, question: Question, cells: WrittenCells): void {
  writing.places.set(`q:${question.key}`, writing.rows.length)
  writing.rows.push({ ...cells, [OWN_RECORD]: '{}' })
}

function table(writing: FormWriting, question: MatrixQuestion, rosters: readonly string[]): void {
  const { names, rules, lists, questionnaire } = writing
  const heading = texts(writing, question, rowHere(writing, rosters))
  const here = rowHere(writing, rosters)
  const { relevant = '' } = rulesCells(writing, { ...question, required: true }, here)
  if (question.constraint)
    writing.ledger.dropped(
      { ...here, column: 'constraint' },
      `Reguł poprawności tabeli „${headline(question.text)}” inne programy nie sprawdzą.`,
    )
  const appearance =
    question.optionFilter === undefined ? { appearance: 'table-list' } : { appearance: 'field-list' }
  push(writing, question, {
    type: 'begin_group',
    name: question.key,
    ...heading,
    relevant,
    ...appearance,
    [OWN_ROLE]: ROLES.table,
  })
  const list = lists.nameFor(question)
  for (const { key, label, translations } of rowsOf(questionnaire, question)) {
    const row = rowHere(writing, rosters)
    writing.rows.push({
      type: `${question.type === 'MATRIX_SINGLE' ? 'select_one' : 'select_multiple'} ${list}`,
      name: names.questions.get(question.key)?.rows.get(key) ?? key,
      ...textCells('label', label, inLanguages(translations, 'label')),
      relevant: rules.tableRow(row, question.rowVisibleIf, key),
      required: question.required ? 'yes' : rules.condition(row, 'required', question.requiredIf),
      ...filterCell(writing, question, row),
    })
  }
  writing.rows.push({ type: 'end_group' })
}

function otherText(writing: FormWriting, question: Question): void {
  const name = writing.names.questions.get(question.key)?.other
  if (name === undefined) return
  const codes = optionsOf(writing.questionnaire, question).filter(({ allowsText }) => allowsText)
  writing.rows.push({
    type: 'text',
    name,
    ...textCells('label', codes.map(({ label }) => label).join(' / ')),
    relevant: codes.map(({ code }) => `selected(\${${question.key}}, '${code}')`).join(' or '),
    [OWN_ROLE]: ROLES.otherText,
  })
}

/** Writes a question, with everything that belongs to it, as rows of the survey sheet. */
export function writeQuestion(writing: FormWriting, question: Question, rosters: readonly string[]): void {
  if (isMatrix(question)) return table(writing, question, rosters)
  const { key } = question
  const shown = texts(writing, question, rowHere(writing, rosters))
  const row = rowHere(writing, rosters)
  const rules = rulesCells(writing, question, row)
  if (question.type === 'ROSTER') {
    const { minItems, maxItems, constraint } = question
    if (constraint)
      writing.ledger.dropped(
        { ...row, column: 'constraint' },
        `Reguł poprawności grupy „${headline(question.text)}” inne programy nie sprawdzą.`,
      )
    const count: WrittenCells =
      minItems !== undefined && minItems === maxItems ? { repeat_count: String(minItems) } : {}
    push(writing, question, { type: 'begin_repeat', name: key, ...shown, ...rules, required: '', ...count })
    for (const inner of question.questions) writeQuestion(writing, inner, [...rosters, key])
    writing.rows.push({ type: 'end_repeat' })
    return
  }
  const calculation: WrittenCells =
    question.type === 'CALCULATED'
      ? { calculation: writing.rules.value(row, 'calculation', question.expression) }
      : {}
  push(writing, question, {
    ...typeOf(question, writing.lists.nameFor(question)),
    name: key,
    ...shown,
    ...rules,
    ...constraintCells(writing.questionnaire, question, row, writing.rules),
    ...filterCell(writing, question, row),
    ...calculation,
  })
  otherText(writing, question)
}
