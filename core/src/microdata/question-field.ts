import {
  compile,
  isEmptyAnswer,
  otherTextKey,
  ownValue,
  rowsOf,
  ruleBook,
  typeOfQuestion,
  wasAsked,
  wasRowAsked,
  type Answers,
  type CompiledQuestion,
  type Question,
} from '../questionnaire/index.ts'
import { TEXT_LIMITS } from '../response/index.ts'
import type { AskedSeries, SeriesPart } from './asked-series.ts'
import type { Layout, Put } from './layout.ts'
import { numbered, valuesOf } from './question-values.ts'
import { rosterField } from './roster-field.ts'
import {
  codeField,
  flagsField,
  localityField,
  measureOf,
  numberField,
  optionsOfSeries,
  rankField,
  textField,
  YES_NO,
  type Field,
  type Laying,
  type Position,
} from './value-fields.ts'

/** Bytes that a letter of UTF-8 takes at most. */
const BYTES_OF_LETTER = 4
/** Where a number may be anything, it is taken to be above this. */
const LEAST_NUMBER = -1_000_000
/** Of calculated numbers, as they are shown. */
const CALCULATED_DECIMALS = 2

function nodeOf({ version, key }: SeriesPart): CompiledQuestion | undefined {
  return compile(version.questionnaire).questions.get(key)
}

/** A variable or a set of them for each row; rows are asked each by its own condition. */
function matrixField(laying: Laying): Field {
  const { series } = laying
  const values = valuesOf(series)
  const isMultiple = series.question.type === 'MATRIX_MULTI'
  const fields = rowsOf(series.document, series.question).map((row) => {
    if (isMultiple) return { row, field: flagsField(laying, values, row) }
    const own = { ...series, name: `${series.name}_${row.key}` }
    const words = { ...laying.position, item: [laying.position.item, row.label].filter(Boolean).join(', ') }
    return {
      row,
      field: codeField(
        { ...laying, series: own, position: words },
        values,
        measureOf(optionsOfSeries(series)),
      ),
    }
  })
  return (part) => {
    const node = nodeOf(part)
    const known = new Set(node?.rows.map(({ key }) => key))
    const puts = fields.flatMap(({ row: { key }, field }) =>
      known.has(key) ? [{ key, put: field(part) }] : [],
    )
    const { questionnaire } = part.version
    return (sink, answer, around) => {
      for (const { key, put } of puts) {
        const cell = ownValue(answer, key)
        if (isEmptyAnswer(cell) && node && !wasRowAsked(compile(questionnaire), node, key, around)) continue
        put(sink, cell, around)
      }
    }
  }
}

function calculatedField(laying: Laying): Field | null {
  const { series, layout } = laying
  const type = typeOfQuestion(ruleBook(series.document), series.question)
  switch (type.type) {
    case 'boolean':
      return codeField(laying, YES_NO, 'NOMINAL')
    case 'code':
      return codeField(laying, numbered(type.codes), 'NOMINAL')
    case 'codes':
      return flagsField(laying, numbered(type.codes))
    case 'number':
    case 'year':
      return numberField(laying, 0, CALCULATED_DECIMALS)
    case 'text':
      return layout.options.includesOpenAnswers
        ? textField(laying, TEXT_LIMITS.TEXT_LONG * BYTES_OF_LETTER)
        : null
    default:
      return null
  }
}

const widthOf = (question: Extract<Question, { type: 'TEXT_SHORT' | 'TEXT_LONG' }>): number =>
  (question.maxLength ?? TEXT_LIMITS[question.type]) * BYTES_OF_LETTER

function ownField(laying: Laying): Field | null {
  const { layout, series } = laying
  const { question } = series
  switch (question.type) {
    case 'INFO':
      return null
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return codeField(laying, valuesOf(series), measureOf(optionsOfSeries(series)))
    case 'CONSENT':
      return codeField(laying, YES_NO.slice(0, 1), 'NOMINAL')
    case 'LOCALITY':
      return localityField(laying)
    case 'MULTI':
      return flagsField(laying, valuesOf(series))
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return matrixField(laying)
    case 'RANK':
      return rankField(laying, question.top)
    case 'NUMBER':
      return numberField(laying, question.min ?? LEAST_NUMBER, question.decimals ?? 0)
    case 'DATE_YEAR':
      return numberField(laying, question.min ?? 0, 0)
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return layout.options.includesOpenAnswers ? textField(laying, widthOf(question)) : null
    case 'ROSTER':
      return rosterField(laying, layQuestion)
    case 'CALCULATED':
      return calculatedField(laying)
  }
}

/** The texts beside „inne, jakie?”, where open answers are asked for. */
function otherField(laying: Laying): Field | null {
  const { layout, series } = laying
  const hasText = optionsOfSeries(series).some(({ allowsText }) => allowsText === true)
  if (!hasText || !layout.options.includesOpenAnswers) return null
  return textField(laying, TEXT_LIMITS.TEXT_SHORT * BYTES_OF_LETTER, 'inne, jakie?', '_inne')
}

/** Puts the answers of one version to one question, if it was asked. */
export type PutQuestion = (sink: Parameters<Put>[0], answers: unknown, around: Answers) => void

/**
 * Makes the variables of a question.
 *
 * @returns what reads the answers of a version; `null` where the question has no variable
 */
export function layQuestion(
  layout: Layout,
  series: AskedSeries,
  position: Position,
): ((part: SeriesPart) => PutQuestion) | null {
  const laying = { layout, series, position }
  const own = ownField(laying)
  const other = otherField(laying)
  if (own === null && other === null) return null
  return (part) => {
    const put = own?.(part)
    const putOther = other?.(part)
    const node = nodeOf(part)
    const compiled = compile(part.version.questionnaire)
    const section = node?.sectionIndex === undefined ? undefined : compiled.level.nodes[node.sectionIndex]
    const { key } = part
    const otherKey = otherTextKey(key)
    return (sink, answers, around) => {
      const answer = ownValue(answers, key)
      if (isEmptyAnswer(answer)) {
        if (section !== undefined && !wasAsked(compiled, section, around)) return
        if (node !== undefined && !wasAsked(compiled, node, around)) return
      }
      put?.(sink, answer, around)
      putOther?.(sink, ownValue(answers, otherKey), around)
    }
  }
}
