import type { Option } from '../questionnaire/index.ts'
import type { CodeColumn } from './column.ts'
import type { Columns } from './columns.ts'
import {
  among,
  codingOfAny,
  codingOfAnyRow,
  codingOfCodes,
  codingOfPlace,
  codingOfRows,
  placesOf,
  type Place,
} from './indicators-coding.ts'
import type { Coding } from './indicators-count.ts'
import type { CellValues } from './indicators-figure.ts'
import {
  ACTIVITIES_QUESTION,
  BASIC_ACTIVITIES,
  DEPENDENT_CODES,
  ENOUGH_HELP_QUESTION,
  HOURS_OF_CODE,
  HOURS_QUESTION,
  NET_RULES,
  NOT_ENOUGH_CODES,
  OPTION_RULES,
  PRIORITY_QUESTION,
  SATISFACTION_LIST,
  SHARE_RULES,
  type IndicatorKey,
  type IndicatorUnit,
  type NetRule,
  type ShareRule,
} from './indicators-rules.ts'
import { netOf, ofTwo, pointsOf } from './scales.ts'

/** How an indicator is read from answers: people sorted into cells, and what each cell is worth. */
export interface Measure {
  readonly key: IndicatorKey
  readonly name: string
  readonly questionKey: string
  /** The row of the matrix or the option that it speaks of; `null` where there is none. */
  readonly rowKey: string | null
  readonly rowLabel: string | null
  readonly unit: IndicatorUnit
  readonly isHeadline: boolean
  /** Measures with the same name of their coding have the same coding, so that it is counted once. */
  readonly codingName: string
  readonly coding: Coding
  /** Of a share 1 and 0, else in the unit. */
  readonly values: CellValues
  /** Polish: what the reader should know of the formula; `null` where there is nothing to say. */
  readonly note: string | null
}

type Named = Pick<Measure, 'questionKey' | 'rowKey' | 'rowLabel'>
const named = ({ questionKey, rowKey, rowLabel }: Place): Named => ({ questionKey, rowKey, rowLabel })

const anyOf = (codes: readonly string[]) => (option: Option) => codes.includes(option.code)

function shareOfCodes(place: Place, column: CodeColumn, rule: ShareRule): Pick<Measure, 'values'> {
  const { codes = [], otherThan, leaveOut = [] } = rule
  const isCounted = otherThan ? ({ code }: Option) => !otherThan.includes(code) : anyOf(codes)
  const valueOf = (option: Option) => (leaveOut.includes(option.code) ? null : isCounted(option) ? 1 : 0)
  return { values: column.dictionary.options.map(valueOf) }
}

/** Options that are counted: those named, or all but those named. */
function countedCodes({ column }: Place, { codes, otherThan = [] }: ShareRule): readonly string[] {
  const all = column.dictionary.options.map(({ code }) => code)
  return codes ?? all.filter((code) => !otherThan.includes(code))
}

function shareMeasure(place: Place, rule: ShareRule): Measure {
  const { key, name, isHeadline = false, leaveOut } = rule
  const common = { key, name, ...named(place), unit: 'PERCENT', isHeadline, note: null } as const
  const { column } = place
  if (column.kind === 'code') {
    const coding = codingOfCodes(column)
    return { ...common, codingName: place.key, coding, ...shareOfCodes(place, column, rule) }
  }
  const coding = codingOfAny(column, countedCodes(place, rule), leaveOut)
  return { ...common, codingName: `${place.key} ${key}`, coding, values: [0, 1] }
}

function optionMeasures(columns: Columns): readonly Measure[] {
  return OPTION_RULES.flatMap(({ key, name, question }) =>
    placesOf(columns, question).flatMap((place) =>
      place.column.dictionary.options.map(({ code, label }): Measure => ({
        key,
        name,
        questionKey: question,
        rowKey: code,
        rowLabel: label,
        unit: 'PERCENT',
        isHeadline: false,
        codingName: `${place.key} ${code}`,
        coding: codingOfAny(place.column, [code]),
        values: [0, 1],
        note: null,
      })),
    ),
  )
}

/** Of „co najmniej jedna z…”. */
export const NET_NOTE = 'Każdą osobę liczymy raz, także gdy wskazała kilka odpowiedzi.'

function netMeasure(columns: Columns, rule: NetRule): readonly Measure[] {
  const { name, question, codes, inAnyRow, isHeadline = false } = rule
  const matrix = columns.byKey.get(question)
  const [place] = placesOf(columns, question)
  const isMatrix = matrix?.kind === 'matrix'
  if (isMatrix !== (inAnyRow === true) || place === undefined) return []
  const coding = isMatrix ? codingOfAnyRow(matrix, codes) : codingOfAny(place.column, codes)
  return [
    {
      key: 'NETANY',
      name,
      questionKey: question,
      rowKey: null,
      rowLabel: null,
      unit: 'PERCENT',
      isHeadline,
      codingName: `${question} any of ${codes.join()}`,
      coding,
      values: [0, 1],
      note: NET_NOTE,
    },
  ]
}

const WITHOUT_OPINION = 'Bez osób, które nie mają zdania.'

function satisfactionOf(place: Place, column: CodeColumn): readonly Measure[] {
  const points = pointsOf(column)
  const common = {
    ...named(place),
    codingName: place.key,
    coding: codingOfCodes(column),
    note: WITHOUT_OPINION,
    isHeadline: false,
  }
  const isHeadline = place.questionKey === 'live_sat'
  return [
    { ...common, key: 'SAT', name: 'Średnia ocena', unit: 'POINTS', values: points },
    {
      ...common,
      key: 'TOP2',
      name: isHeadline ? 'Dobrze ocenia warunki życia w gminie' : 'Oceny dobre i bardzo dobre',
      unit: 'PERCENT',
      isHeadline,
      values: ofTwo(points, 'HIGHEST'),
    },
    { ...common, key: 'NET', name: 'Bilans ocen', unit: 'NET', values: netOf(points) },
  ]
}

function satisfactionMeasures(columns: Columns): readonly Measure[] {
  const isAssessment = (key: string) => {
    const question = columns.byKey.get(key)?.question
    return question !== undefined && 'list' in question && question.list === SATISFACTION_LIST
  }
  return [...columns.byKey.keys()]
    .filter(isAssessment)
    .flatMap((key) => placesOf(columns, key))
    .flatMap((place) => (place.column.kind === 'code' ? satisfactionOf(place, place.column) : []))
}

function priorityMeasures(columns: Columns): readonly Measure[] {
  const column = columns.byKey.get(PRIORITY_QUESTION)
  if (column?.kind !== 'rank') return []
  const { top } = column
  const places = Array.from({ length: top + 1 }, (_, place) => place)
  return column.dictionary.options.flatMap(({ code, label }, index): readonly Measure[] => {
    const common = {
      questionKey: PRIORITY_QUESTION,
      rowKey: code,
      rowLabel: label,
      isHeadline: false,
      codingName: `${PRIORITY_QUESTION} ${code}`,
      coding: codingOfPlace(column, index),
      note: null,
    }
    const points = places.map((place) => (place === 0 ? 0 : (100 * (top - place + 1)) / top))
    const wasNamed = places.map((place) => (place === 0 ? 0 : 1))
    return [
      { ...common, key: 'PRIORITY', name: 'Indeks priorytetu', unit: 'INDEX', values: points },
      {
        ...common,
        key: 'PRIORITY_NAMED',
        name: `Wśród ${top} najważniejszych`,
        unit: 'PERCENT',
        values: wasNamed,
      },
    ]
  })
}

const SENIOR = { rowKey: null, rowLabel: null, isHeadline: true, unit: 'PERCENT', values: [0, 1] } as const
const DEPENDENT = 'Co najmniej jedna czynność z dużą trudnością, z pomocą albo niemożliwa.'

function dependenceMeasures(columns: Columns): readonly Measure[] {
  const column = columns.byKey.get(ACTIVITIES_QUESTION)
  if (column?.kind !== 'matrix') return []
  const isBasic = (key: string) => BASIC_ACTIVITIES.includes(key)
  const basic = codingOfRows(column, isBasic, DEPENDENT_CODES)
  const common = { ...SENIOR, questionKey: ACTIVITIES_QUESTION, note: DEPENDENT }
  const measures: Measure[] = [
    {
      ...common,
      key: 'ADL_DEP',
      name: 'Nie radzi sobie z codziennymi czynnościami',
      codingName: 'ADL',
      coding: basic,
    },
    {
      ...common,
      key: 'IADL_DEP',
      name: 'Nie radzi sobie ze sprawami poza domem, lekami lub telefonem',
      codingName: 'IADL',
      coding: codingOfRows(column, (key) => !isBasic(key), DEPENDENT_CODES),
    },
  ]
  const help = columns.byKey.get(ENOUGH_HELP_QUESTION)
  if (help?.kind !== 'code') return measures
  const coding = among(codingOfAny(help, NOT_ENOUGH_CODES), basic)
  const note = 'Wśród osób, które nie radzą sobie z codziennymi czynnościami.'
  const name = 'Nie ma wystarczającej pomocy'
  const questionKey = ENOUGH_HELP_QUESTION
  return [...measures, { ...SENIOR, key: 'HELP_GAP', name, questionKey, codingName: 'help', coding, note }]
}

function hoursMeasures(columns: Columns): readonly Measure[] {
  const column = columns.byKey.get(HOURS_QUESTION)
  if (column?.kind !== 'code') return []
  return [
    {
      key: 'HOURS_NEED',
      name: 'Potrzebne godziny pomocy w tygodniu na osobę',
      questionKey: HOURS_QUESTION,
      rowKey: null,
      rowLabel: null,
      unit: 'HOURS',
      isHeadline: true,
      codingName: HOURS_QUESTION,
      coding: codingOfCodes(column),
      values: column.dictionary.options.map(({ code }) => HOURS_OF_CODE[code] ?? null),
      note: 'Liczymy środek przedziału; „ponad 20” jako 30 godzin, „całą dobę” jako 168. Bez osób, które nie wiedzą.',
    },
  ]
}

/** Everything that can be measured of what this survey asks, in the order of the handbook. */
export function measuresOf(columns: Columns): readonly Measure[] {
  const shares = SHARE_RULES.flatMap((rule) =>
    placesOf(columns, rule.question).map((place) => shareMeasure(place, rule)),
  )
  return [
    ...shares,
    ...NET_RULES.flatMap((rule) => netMeasure(columns, rule)),
    ...optionMeasures(columns),
    ...satisfactionMeasures(columns),
    ...priorityMeasures(columns),
    ...dependenceMeasures(columns),
    ...hoursMeasures(columns),
  ]
}
