import { isEmptyAnswer, isSpecialCode, optionsOf, type Option } from '../questionnaire/index.ts'
import type { AskedSeries, SeriesPart } from './asked-series.ts'
import type { Layout, Put } from './layout.ts'
import { HIDDEN_TEXT, maskText } from './mask-text.ts'
import type { Measure, Variable, VariableValue } from './model.ts'
import { valuesOf } from './question-values.ts'
import { movedAway, specialValues, UNANSWERED } from './special-values.ts'
import { byteLength } from './utf8.ts'

/** The widest text of an SPSS file, in bytes. */
const LONGEST_TEXT = 32_767

/** Where in the file a question stands: itself, or in an item of a roster. */
export interface Position {
  /** Added to the names of variables: `_2` of the second item. */
  readonly ending: string
  /** Said before the part of the question: „osoba 2”. */
  readonly item: string
  /** Who was asked. */
  readonly asked: string
}

/** A question being laid out. */
export interface Laying {
  readonly layout: Layout
  readonly series: AskedSeries
  readonly position: Position
}

/** What reads the answers of a version into the variables of a question. */
export type Field = (part: SeriesPart) => Put

/** The special codes are left out; what stands in the place of a renamed code is what it is called now. */
export type NumberOf = (code: unknown) => number | undefined

/** A yes of a box or of a condition, and a no. */
const YES: Option = { code: 'true', label: 'Tak' }
export const YES_NO: readonly VariableValue[] = [
  { ...YES, number: 1, isMissing: false },
  { code: 'false', label: 'Nie', number: 0, isMissing: false },
]

/** Reads codes of a version as numbers of the file. */
export function numbersByCode(values: readonly VariableValue[], { codes }: SeriesPart): NumberOf {
  const known = new Map<unknown, number>(values.map(({ code, number }) => [code, number]))
  for (const [old, now] of Object.entries(codes ?? {})) {
    const number = values.find(({ code }) => code === now)?.number
    if (number !== undefined) known.set(old, number)
  }
  return (code) => known.get(typeof code === 'boolean' ? String(code) : code)
}

export function describe(
  { series, position }: Laying,
  part = '',
): Pick<Variable, 'text' | 'part' | 'questionKey' | 'asked' | 'versions'> {
  return {
    text: series.question.text,
    part: [position.item, part].filter((words) => words !== '').join(', '),
    questionKey: series.name,
    asked: position.asked,
    versions: series.parts.map(({ version }) => version.number),
  }
}

export function optionsOfSeries({ document, question }: AskedSeries): readonly Option[] {
  return optionsOf(document, question)
}

/** Scales and options with a meaning as numbers have an order. */
export function measureOf(options: readonly Option[]): Measure {
  const own = options.filter(({ code }) => !isSpecialCode(code))
  return own.length > 0 && own.every(({ value }) => value !== undefined) ? 'ORDINAL' : 'NOMINAL'
}

/** One code: SINGLE, scales, CONSENT, a calculated code. */
export function codeField(laying: Laying, values: readonly VariableValue[], measure: Measure): Field {
  const { layout, series, position } = laying
  const isCalculated = series.question.type === 'CALCULATED'
  const all = isCalculated ? values : [...values, ...specialValues(optionsOfSeries(series))]
  const name = series.name + position.ending
  const place = layout.add({ name, values: all, measure, ...describe(laying) })
  const unanswered = isCalculated ? NaN : UNANSWERED
  return (part) => {
    const numberOf = numbersByCode(all, part)
    return (sink, answer) => {
      sink.numbers[sink.at + place] = numberOf(answer) ?? unanswered
    }
  }
}

/** A locality under its number; one that the list does not know is 0. */
export function localityField(laying: Laying): Field {
  const { layout, series, position } = laying
  const { values, numberOf } = layout.options.localities
  const all = [...values, ...specialValues([])]
  const specialOf = new Map<unknown, number>(specialValues([]).map(({ code, number }) => [code, number]))
  const place = layout.add({ name: series.name + position.ending, values: all, ...describe(laying) })
  return () => (sink, answer) => {
    const number = isEmptyAnswer(answer) ? UNANSWERED : (numberOf.get(answer) ?? specialOf.get(answer) ?? 0)
    sink.numbers[sink.at + place] = number
  }
}

/** A number as it is; a special code instead of one, moved away from what may be a number. */
export function numberField(laying: Laying, least: number, decimals: number): Field {
  const { layout, series, position } = laying
  const isCalculated = series.question.type === 'CALCULATED'
  const values = isCalculated ? [] : movedAway(specialValues([], true), least)
  const name = series.name + position.ending
  const place = layout.add({ name, values, measure: 'SCALE', decimals, ...describe(laying) })
  const numberOf = new Map<unknown, number>(
    specialValues([], true).map(({ code }, index) => [code, values[index]?.number ?? NaN]),
  )
  const unanswered = numberOf.get(String(UNANSWERED)) ?? NaN
  return () => (sink, answer) => {
    const isNumber = typeof answer === 'number' && Number.isFinite(answer)
    sink.numbers[sink.at + place] = isNumber ? answer : (numberOf.get(answer) ?? unanswered)
  }
}

/** Options of a multiple choice as variables of 0 and 1; a special code alone stands in all of them. */
export function flagsField(
  laying: Laying,
  values: readonly VariableValue[],
  row?: { readonly key: string; readonly label: string },
): Field {
  const { layout, series, position } = laying
  const specials = specialValues(optionsOfSeries(series))
  const own = (row ? `${series.name}_${row.key}` : series.name) + position.ending
  const flags: readonly VariableValue[] = [
    { number: 0, code: '0', label: 'nie wybrano', isMissing: false },
    { number: 1, code: '1', label: 'wybrano', isMissing: false },
  ]
  const places = values.map(({ code, label }) => {
    const name = `${row ? `${series.name}_${row.key}` : series.name}_${code}${position.ending}`
    const words = row ? `${row.label}, ${label}` : label
    return layout.add({ name, values: [...flags, ...specials], ...describe(laying, words) })
  })
  const label = row ? `${series.question.text} ${row.label}` : series.question.text
  layout.addSet({ name: own, label, kind: 'flags', places })
  return (part) => {
    const placeOf = numbersByCode(
      values.map((value, index) => ({ ...value, number: places[index] ?? 0 })),
      part,
    )
    const specialOf = numbersByCode(specials, part)
    return (sink, answer) => {
      const codes: readonly unknown[] = Array.isArray(answer) ? answer : []
      const chosen = codes.flatMap((code) => placeOf(code) ?? [])
      const special = codes.length === 1 ? specialOf(codes[0]) : undefined
      const rest = chosen.length > 0 ? 0 : (special ?? UNANSWERED)
      for (const place of places) sink.numbers[sink.at + place] = rest
      for (const place of chosen) sink.numbers[sink.at + place] = 1
    }
  }
}

/** The options on the first, second and further places, a variable for each place. */
export function rankField(laying: Laying, top: number): Field {
  const { layout, series, position } = laying
  const values = [...valuesOf(series), ...specialValues(optionsOfSeries(series))]
  const places = Array.from({ length: top }, (_, index) =>
    layout.add({
      name: `${series.name}_${index + 1}${position.ending}`,
      values,
      ...describe(laying, `miejsce ${index + 1}`),
    }),
  )
  const set = { name: series.name + position.ending, label: series.question.text }
  layout.addSet({ ...set, kind: 'categories', places })
  return (part) => {
    const numberOf = numbersByCode(values, part)
    return (sink, answer) => {
      const codes: readonly unknown[] = Array.isArray(answer) ? answer : []
      const special = codes.length === 1 && isSpecialCode(String(codes[0])) ? numberOf(codes[0]) : undefined
      places.forEach((place, index) => {
        sink.numbers[sink.at + place] = special ?? numberOf(codes[index]) ?? UNANSWERED
      })
    }
  }
}

/** A text with what may tell who wrote it left out. */
export function textField(laying: Laying, widthBytes: number, part = '', suffix = ''): Field {
  const { layout, series, position } = laying
  const name = series.name + suffix + position.ending
  const width = Math.min(LONGEST_TEXT, Math.max(widthBytes, byteLength(HIDDEN_TEXT)))
  const place = layout.add({ name, kind: 'text', widthBytes: width, ...describe(laying, part) })
  return () => (sink, answer) => {
    const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
    sink.texts[sink.textAt + place] = text === '' ? '' : maskText(text)
  }
}
