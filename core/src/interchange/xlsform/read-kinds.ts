import { printExpression, type MatrixRow, type Question } from '../../questionnaire/index.ts'
import { binary, joinedBy, oneOfCodes, thisRow } from '../build.ts'
import { readFlag } from './question-types.ts'
import { OWN_RECORD } from './own-columns.ts'
import { isHeading, rowKeyOf } from './form-plan.ts'
import { textOf, translationsOf } from './form-languages.ts'
import {
  baseOf,
  constraintsOf,
  optionsFrom,
  reportUnused,
  scaleOf,
  type FormReading,
  type Surroundings,
} from './read-question.ts'
import type { RowNode } from './row-tree.ts'

/** The numbers of a `range`: `start=0 end=10 step=1`. */
function rangeOf({ ledger }: FormReading, { row }: RowNode) {
  const given = new Map<string, number>()
  const written = row.cell('parameters').replace(/\s+/g, ' ').replace(/ ?= ?/g, '=')
  for (const part of written.split(/[\s,;]+/).filter((one) => one !== '')) {
    const [, name = '', value = ''] = /^(start|end|step)=(-?\d+(?:\.\d+)?)$/i.exec(part) ?? []
    if (name === '')
      ledger.dropped(
        { ...row, column: 'parameters' },
        `Pominięto „${part}”: suwak zna u nas tylko liczby „start”, „end” i „step”.`,
      )
    else given.set(name.toLowerCase(), Number(value))
  }
  return { start: given.get('start') ?? 0, end: given.get('end') ?? 10, step: given.get('step') ?? 1 }
}

function range(form: FormReading, node: RowNode, around: Surroundings): Question {
  const base = baseOf(form, node, around)
  const { start, end, step } = rangeOf(form, node)
  if (step === 1 && ((start === 1 && end === 5) || (start === 0 && end === 10))) {
    const { constraint } = constraintsOf(form, node, around, 'SINGLE')
    return { ...base, type: end === 5 ? 'SCALE_1_5' : 'SCALE_0_10', ...(constraint && { constraint }) }
  }
  const decimals = Math.max(
    ...[start, end, step].map((number) => (String(number).split('.')[1] ?? '').length),
  )
  if (step !== 1)
    form.ledger.approximated(
      { ...node.row, column: 'parameters' },
      `Suwak z krokiem ${step} to u nas zwykła liczba od ${start} do ${end}.`,
    )
  const { limits, constraint } = constraintsOf(form, node, around, 'NUMBER')
  return {
    ...base,
    type: 'NUMBER',
    min: Math.max(start, limits.min ?? start),
    max: Math.min(end, limits.max ?? end),
    ...(decimals > 0 && { decimals: Math.min(decimals, 6) }),
    ...(constraint && { constraint }),
  }
}

function choice(form: FormReading, node: RowNode, around: Surroundings): Question | null {
  const { type, row } = node
  const list = form.lists.get(type.list ?? '')
  if (list === undefined) return null
  const base = baseOf(form, node, around)
  const options = optionsFrom(form, { row, rosters: around.rosters }, list, type.orOther)
  if (type.kind === 'select_one') {
    const scale = scaleOf(node, list)
    const { constraint } = constraintsOf(form, node, around, 'SINGLE')
    return { ...base, type: scale ?? 'SINGLE', ...options, ...(constraint && { constraint }) }
  }
  if (type.kind === 'select_multiple') {
    const { limits, constraint } = constraintsOf(form, node, around, 'MULTI')
    const { minChoices, maxChoices } = limits
    return {
      ...base,
      type: 'MULTI',
      ...options,
      ...(minChoices !== undefined && { minChoices }),
      ...(maxChoices !== undefined && { maxChoices }),
      ...(constraint && { constraint }),
    }
  }
  const { limits, constraint } = constraintsOf(form, node, around, 'RANK')
  return {
    ...base,
    type: 'RANK',
    ...options,
    top: limits.top ?? list.options.length,
    ...(constraint && { constraint }),
  }
}

/** Numbers, texts and dates: what is typed in. */
function typed(form: FormReading, node: RowNode, around: Surroundings): Question {
  const { row, type } = node
  const base = baseOf(form, node, around)
  if (type.kind === 'date' || type.kind === 'as_date') {
    if (!row.cell('appearance').split(/\s+/).includes('year'))
      form.ledger.approximated(
        { ...row, column: 'type' },
        'Z daty zostaje sam rok: pełnych dat nie zbieramy.',
      )
    const { limits, constraint } = constraintsOf(form, node, around, 'DATE_YEAR')
    const { min, max } = limits
    return {
      ...base,
      type: 'DATE_YEAR',
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(constraint && { constraint }),
    }
  }
  if (type.kind === 'integer' || type.kind === 'decimal') {
    const { limits, constraint } = constraintsOf(form, node, around, 'NUMBER')
    const { min, max } = limits
    if (type.kind === 'decimal')
      form.ledger.approximated({ ...row, column: 'type' }, 'Liczba może mieć u nas do 2 miejsc po przecinku.')
    return {
      ...base,
      type: 'NUMBER',
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(type.kind === 'decimal' && { decimals: 2 }),
      ...(constraint && { constraint }),
    }
  }
  if (type.kind === 'as_text')
    form.ledger.approximated({ ...row, column: 'type' }, `Typ „${row.cell('type')}” to u nas krótki tekst.`)
  const { limits, constraint } = constraintsOf(form, node, around, 'TEXT_SHORT')
  const isLong = row.cell('appearance').split(/\s+/).includes('multiline')
  const { maxLength } = limits
  return {
    ...base,
    type: isLong ? 'TEXT_LONG' : 'TEXT_SHORT',
    ...(maxLength !== undefined && { maxLength }),
    ...(constraint && { constraint }),
  }
}

function calculated(form: FormReading, node: RowNode, around: Surroundings): Question | null {
  const expression = form.rules.value({ row: node.row, rosters: around.rosters }, 'calculation')
  if (expression === null && node.row.cell(OWN_RECORD) !== '') {
    return { ...baseOf(form, node, around), type: 'CALCULATED', expression: '' }
  }
  if (expression === null) {
    if (node.row.cell('calculation') === '')
      form.ledger.dropped({ ...node.row, column: 'calculation' }, 'Obliczenie bez wyrażenia pominięto.')
    return null
  }
  return { ...baseOf(form, node, around), type: 'CALCULATED', expression: printExpression(expression) }
}

function rowCondition(
  form: FormReading,
  table: RowNode,
  rows: readonly RowNode[],
  around: Surroundings,
): string | undefined {
  const always: string[] = []
  const parts = rows.flatMap((child) => {
    const when = form.rules.condition({ row: child.row, rosters: around.rosters }, 'relevant')
    const key = rowKeyOf(table, child)
    if (when !== null) return [binary('and', oneOfCodes(thisRow, [key]), when)]
    always.push(key)
    return []
  })
  if (parts.length === 0) return undefined
  const whole = joinedBy('or', [...(always.length > 0 ? [oneOfCodes(thisRow, always)] : []), ...parts])
  return whole === null ? undefined : printExpression(whole)
}

/** A group of choices from one list becomes a table. */
export function table(form: FormReading, node: RowNode, around: Surroundings): Question | null {
  const rows = node.children.filter((child) => !isHeading(child))
  const [first] = rows
  const list = first && form.lists.get(first.type.list ?? '')
  if (first === undefined || list === undefined) return null
  const options = optionsFrom(form, { row: first.row, rosters: around.rosters }, list)
  const rowVisibleIf = rowCondition(form, node, rows, around)
  for (const child of rows) {
    const { row } = child
    reportUnused(form, child)
    for (const column of ['constraint', 'hint'])
      if (row.cell(column) !== '')
        form.ledger.dropped(
          { ...row, column },
          `Pominięto „${row.cell(column)}”: wiersz tabeli nie ma własnych warunków ani objaśnień.`,
        )
  }
  const required = rows.filter(({ row }) => readFlag(row.cell('required')) === true)
  if (required.length > 0 && required.length < rows.length)
    form.ledger.approximated(node.row, 'Obowiązkowe były tylko niektóre wiersze; tabela jest nieobowiązkowa.')
  return {
    ...baseOf(form, node, around),
    type: first.type.kind === 'select_one' ? 'MATRIX_SINGLE' : 'MATRIX_MULTI',
    ...options,
    rows: rows.map((child): MatrixRow => {
      const label = textOf(child.row, 'label', form.languages)
      const translations = translationsOf({ label })
      return {
        key: rowKeyOf(node, child),
        label: (label.base === '' ? child.name : label.base).slice(0, 300),
        ...(translations && { translations: translations as NonNullable<MatrixRow['translations']> }),
      }
    }),
    ...(rowVisibleIf !== undefined && { rowVisibleIf }),
    ...(required.length === rows.length && { required: true }),
  }
}

/** A row of the survey sheet as a question; `null` for what is left out. Groups are for others to read. */
export function readRow(form: FormReading, node: RowNode, around: Surroundings): Question | null {
  switch (node.type.kind) {
    case 'rank_level':
      form.ledger.approximated(
        node.row,
        `„${node.row.cell('label') || node.name}” to u nas miejsce w pytaniu, do którego należy.`,
      )
      return null
    case 'select_one':
    case 'select_multiple':
    case 'rank':
      return choice(form, node, around)
    case 'range':
      return range(form, node, around)
    case 'note':
      return { ...baseOf(form, node, around), type: 'INFO' }
    case 'acknowledge':
      return { ...baseOf(form, node, around), type: 'CONSENT' }
    case 'calculate':
      return calculated(form, node, around)
    case 'metadata':
    case 'unsupported': {
      const why =
        node.type.kind === 'metadata'
          ? 'danych o urządzeniu i wypełnianiu nie zbieramy'
          : 'takich odpowiedzi nie zbieramy'
      form.ledger.dropped(
        { ...node.row, column: 'type' },
        `Pominięto „${node.name}” (${node.row.cell('type')}): ${why}.`,
      )
      return null
    }
    default:
      return typed(form, node, around)
  }
}
