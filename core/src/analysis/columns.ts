import {
  allQuestions,
  compile,
  NOT_APPLICABLE,
  optionsOf,
  REFUSED,
  rowsOf,
  ruleBook,
  typeOfQuestion,
  withGeneralTexts,
  type CompiledQuestionnaire,
  type Option,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import type { CodeColumn, Dictionary, MatrixColumn, OptionColumn, QuestionColumn } from './column.ts'
import { emptyWords, type NumberCells } from './narrow-cells.ts'
import type { AnalysedVersion, Pool } from './pool.ts'

/** A locality as results name it; a retired one is shown only where somebody lives. */
export interface LocalityName {
  readonly id: string
  readonly name: string
  readonly isRetired?: boolean
}

/** Where the answers to a question of one version are put. */
export interface Target {
  readonly column: QuestionColumn
  /** What the codes of the version are called in the column; absent where they are the same. */
  readonly codes?: Readonly<Record<string, string>>
  /** Keys of the rows that the version has; absent where it has all of the column's. */
  readonly rows?: ReadonlySet<string>
}

/** How the responses to one version are read: its own rules decide what was asked. */
export interface Reading {
  readonly versionId: string
  readonly versionNumber: number
  readonly compiled: CompiledQuestionnaire
  /** By the key that the question has in the version. */
  readonly targets: ReadonlyMap<string, Target>
}

/**
 * The answers of one survey turned on their side: one typed array per question, about one byte per answer, in the
 * order of appending. Written by `appendResponse`, and by `replaceResponse` and `removeResponse` after corrections.
 */
export interface Columns {
  /** What results show: the version of the survey, with earlier series that are counted apart. */
  readonly questionnaire: Questionnaire
  /** One for each version that the survey has had, oldest first. */
  readonly readings: readonly Reading[]
  /** How the versions are put together; `null` where there is only one. */
  readonly pool: Pool | null
  /** Index in `readings` per response; empty where there is only one. */
  versionCells: Uint8Array
  /** By question key, in the order of the questionnaire, without INFO. */
  readonly byKey: ReadonlyMap<string, QuestionColumn>
  responseCount: number
  capacity: number
  /** Index in `COLLECTION_MODES` per response. */
  modes: Uint8Array
  /** 0 for none, else 1 + the index in `localities`. */
  localityCells: Uint16Array
  readonly localities: Dictionary
  /** By what number whoever fills the columns knows each response again; 0 where none was given. */
  sequences: NumberCells
  /**
   * Where a database has put equal responses together: how many of them each line stands for. `null`: each line is
   * one response.
   */
  frequencies: Float64Array | null
  /** Retired localities, by id. */
  readonly retired: Set<string>
}

function dictionaryOf(options: readonly Option[]): Dictionary {
  const counted = options.filter((option) => option.code !== NOT_APPLICABLE && option.code !== REFUSED)
  return { options: [...counted], indexOf: new Map(counted.map((option, index) => [option.code, index])) }
}

/** The only answer that a consent can have, and the two of a calculated condition. */
const CONSENTED: Option = { code: 'true', label: 'Tak' }
const YES_NO: readonly Option[] = [CONSENTED, { code: 'false', label: 'Nie' }]

const none = () => new Uint8Array(0)
const noWide = () => new Uint16Array(0)

function codeColumn(question: Question, dictionary: Dictionary): CodeColumn {
  const isWide = question.type === 'LOCALITY' || dictionary.options.length > 250
  return { kind: 'code', question, dictionary, cells: isWide ? noWide() : none() }
}

function optionColumn(question: Question, dictionary: Dictionary, isMultiple: boolean): OptionColumn {
  if (!isMultiple) return codeColumn(question, dictionary)
  const wordCount = Math.max(1, Math.ceil(dictionary.options.length / 32))
  return {
    kind: 'set',
    question,
    dictionary,
    wordCount,
    cells: none(),
    words: emptyWords(dictionary.options.length),
  }
}

function matrixColumn(questionnaire: Questionnaire, question: MatrixColumn['question']): MatrixColumn {
  const dictionary = dictionaryOf(optionsOf(questionnaire, question))
  const isMultiple = question.type === 'MATRIX_MULTI'
  const rows = rowsOf(questionnaire, question).map(({ key, label }) => ({
    key,
    label,
    column: optionColumn(question, dictionary, isMultiple),
  }))
  return { kind: 'matrix', question, rows, cells: none() }
}

/** An empty column for the answers to a question; `null` where there are none. */
export function columnOf(
  questionnaire: Questionnaire,
  question: Question,
  localities: Dictionary,
): QuestionColumn | null {
  switch (question.type) {
    case 'INFO':
      return null
    case 'LOCALITY':
      return codeColumn(question, localities)
    case 'CONSENT':
      return codeColumn(question, dictionaryOf([CONSENTED]))
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return codeColumn(question, dictionaryOf(optionsOf(questionnaire, question)))
    case 'MULTI':
      return optionColumn(question, dictionaryOf(optionsOf(questionnaire, question)), true)
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return matrixColumn(questionnaire, question)
    case 'RANK': {
      const dictionary = dictionaryOf(optionsOf(questionnaire, question))
      return { kind: 'rank', question, dictionary, top: question.top, cells: none(), places: noWide() }
    }
    case 'NUMBER':
    case 'DATE_YEAR':
      return { kind: 'number', question, cells: none(), values: none() }
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return { kind: 'text', question, cells: none() }
    case 'ROSTER':
      return { kind: 'number', question, cells: none(), values: none() }
    case 'CALCULATED':
      return calculatedColumn(questionnaire, question)
  }
}

/** A calculated value counts like an answer of its type. */
function calculatedColumn(questionnaire: Questionnaire, question: Question): QuestionColumn {
  const type = typeOfQuestion(ruleBook(questionnaire), question)
  if (type.type === 'boolean') return codeColumn(question, dictionaryOf(YES_NO))
  if (type.type === 'code') return codeColumn(question, dictionaryOf(type.codes))
  if (type.type === 'codes') return optionColumn(question, dictionaryOf(type.codes), true)
  if (type.type === 'number' || type.type === 'year') {
    return { kind: 'number', question, cells: none(), values: none() }
  }
  return { kind: 'text', question, cells: none() }
}

interface ColumnParts {
  readonly questionnaire: Questionnaire
  readonly byKey: ReadonlyMap<string, QuestionColumn>
  readonly readings: readonly Reading[]
  readonly pool: Pool | null
  readonly localities: Dictionary
}

/** Columns without responses. */
export function emptyColumns(parts: ColumnParts, localities: readonly LocalityName[]): Columns {
  const columns: Columns = {
    ...parts,
    versionCells: none(),
    responseCount: 0,
    capacity: 0,
    modes: none(),
    localityCells: noWide(),
    sequences: none(),
    frequencies: null,
    retired: new Set(),
  }
  nameLocalities(columns, localities)
  return columns
}

/** To be filled by `nameLocalities`. */
export const noLocalities = (): Dictionary => ({ options: [], indexOf: new Map() })

/** Empty columns for the answers to one questionnaire; what its texts take from answers is „…”. */
export function buildColumns(
  document: Questionnaire,
  localities: readonly LocalityName[] = [],
  version: Pick<AnalysedVersion, 'id' | 'number'> = { id: '', number: 1 },
): Columns {
  const questionnaire = withGeneralTexts(document)
  const dictionary = noLocalities()
  const byKey = new Map<string, QuestionColumn>()
  for (const question of allQuestions(questionnaire)) {
    const column = columnOf(questionnaire, question, dictionary)
    if (column !== null) byKey.set(question.key, column)
  }
  const targets = new Map([...byKey].map(([key, column]) => [key, { column }]))
  const compiled = compile(questionnaire)
  const readings = [{ versionId: version.id, versionNumber: version.number, compiled, targets }]
  return emptyColumns({ questionnaire, byKey, readings, pool: null, localities: dictionary }, localities)
}

/** Takes over the present names of the localities: new ones join, renamed and retired ones are marked. */
export function nameLocalities(columns: Columns, localities: readonly LocalityName[]): void {
  const { options, indexOf } = columns.localities
  columns.retired.clear()
  for (const { id, name, isRetired } of localities) {
    const index = indexOf.get(id) ?? options.length
    indexOf.set(id, index)
    options[index] = { code: id, label: name }
    if (isRetired === true) columns.retired.add(id)
  }
}

/** The column of a question (`dem_sex`) or of a matrix row (`serv_need/CARE_HOME`); `null` when it has no options. */
export function optionColumnOf(columns: Columns, key: string): OptionColumn | null {
  const own = columns.byKey.get(key)
  if (own !== undefined) return own.kind === 'code' || own.kind === 'set' ? own : null
  const slash = key.indexOf('/')
  const matrix = slash < 0 ? undefined : columns.byKey.get(key.slice(0, slash))
  if (matrix?.kind !== 'matrix') return null
  return matrix.rows.find((row) => row.key === key.slice(slash + 1))?.column ?? null
}
