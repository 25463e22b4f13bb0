import type { MatrixRow, Question } from '../../questionnaire/index.ts'
import { listOf, own, written, type Json } from '../json.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import { choiceParts, columnsOf, kindOf, type Element } from './plan.ts'
import { LABEL, type SurveyReader, type SurveyScope } from './reading.ts'

const MOST_ROWS = 60
const MOST_COLUMNS = 20

function rowsOf(
  reader: SurveyReader,
  { json, place }: Element,
): readonly (MatrixRow & { readonly value: string })[] {
  const taken = new Set<string>()
  return listOf(own(json, 'rows')).map((row) => {
    const { value, text } = choiceParts(row)
    const label = reader.texts(text, place, LABEL)
    const key = claim(taken, codeFrom(value), 40)
    return { key, value, label: label.base === '' ? value : label.base, ...reader.translations({ label }) }
  })
}

const titleOf = (column: Json): unknown => own(column, 'title') ?? own(column, 'name')

interface Table {
  readonly element: Element
  readonly rows: ReturnType<typeof rowsOf>
  readonly heading: string
  readonly visible: { readonly visibleIf?: string }
}

function columnQuestions(
  reader: SurveyReader,
  table: Table,
  column: Json,
  scope: SurveyScope,
): readonly Question[] {
  const { element, rows, heading, visible } = table
  const { json, key, place } = element
  const columnName = written(own(column, 'name'))
  const title = reader.texts(titleOf(column), place, LABEL).base
  const kind = kindOf(written(own(column, 'cellType')), column)
  const required = own(column, 'isRequired') === true || own(json, 'isRequired') === true
  const base = { ...(required && { required: true as const }), ...visible }
  if (kind === 'single' || kind === 'multi') {
    const options = reader.options({ ...element, json: column }, 'choices', scope.rosters)
    const own = claim(reader.taken, keyFrom(`${key}_${columnName}`))
    const type = kind === 'single' ? 'MATRIX_SINGLE' : 'MATRIX_MULTI'
    const plainRows = rows.map(({ value: _value, ...row }) => row)
    return [{ ...base, key: own, text: `${heading} – ${title}`, type, ...options, rows: plainRows }]
  }
  if (kind === 'dropped') {
    reader.ledger.dropped(place, `Pominięto kolumnę „${columnName}”: takiego rodzaju pól nie ma u nas.`)
    return []
  }
  const type = kind === 'number' ? 'NUMBER' : kind === 'year' ? 'DATE_YEAR' : 'TEXT_SHORT'
  return rows.map(({ value, label }): Question => {
    const own = claim(reader.taken, keyFrom(`${key}_${value}_${columnName}`))
    return { ...base, key: own, text: `${heading} – ${label}: ${title}`, type }
  })
}

function reportColumn({ ledger }: SurveyReader, { place }: Element, column: Json): void {
  const name = written(own(column, 'name'))
  for (const field of Object.keys(column))
    if (!COLUMN_READ.includes(field))
      ledger.dropped(
        { ...place, column: field },
        `Kolumna „${name}”: właściwość „${field}” nie ma u nas odpowiednika.`,
      )
}

/** A table with columns of several kinds: each column of choices is a table, the cells of others are questions. */
export function matrixOfColumns(
  reader: SurveyReader,
  element: Element,
  scope: SurveyScope,
): readonly Question[] {
  const { json, name, place } = element
  const rows = rowsOf(reader, element)
  const columns = columnsOf(json)
  if (rows.length === 0 || rows.length > MOST_ROWS || columns.length > MOST_COLUMNS) {
    reader.ledger.dropped(place, `Pominięto „${name}”: tabela nie ma wierszy albo jest za duża.`)
    return []
  }
  reader.ledger.approximated(
    place,
    `Tabelę „${name}” rozłożono na kolumny: każda kolumna wyboru to u nas tabela, a inne kolumny to osobne pytania.`,
  )
  const heading = reader.texts(own(json, 'title') ?? name, place).base
  const table = { element, rows, heading, visible: reader.visibility(place, json, scope) }
  return columns.flatMap((column) => {
    reportColumn(reader, element, column)
    return columnQuestions(reader, table, column, scope)
  })
}

const COLUMN_READ = [
  'name', 'title', 'cellType', 'choices', 'isRequired', 'inputType', 'showOtherItem', 'hasOther', 'otherText',
] // prettier-ignore
