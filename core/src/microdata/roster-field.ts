import type { Answers } from '../questionnaire/index.ts'
import { itemSeries, type AskedSeries, type SeriesPart } from './asked-series.ts'
import { askedWords } from './asked-words.ts'
import type { Layout, Put } from './layout.ts'
import { specialValues, UNANSWERED } from './special-values.ts'
import { describe, type Field, type Laying, type Position } from './value-fields.ts'

type LayQuestion = (
  layout: Layout,
  series: AskedSeries,
  position: Position,
) => ((part: SeriesPart) => Put) | null

/** The questions of one item, each with what reads it. */
interface ItemQuestion {
  readonly series: AskedSeries
  readonly make: (part: SeriesPart) => Put
}

function layItem(laying: Laying, number: number, layQuestion: LayQuestion): readonly ItemQuestion[] {
  const { layout, series, position } = laying
  const { question } = series
  const itemName = question.type === 'ROSTER' ? question.itemName : ''
  const { form } = layout.options
  return itemSeries(form, series).flatMap((inner) => {
    const item = [position.item, `${itemName} ${number}`.trim()].filter((words) => words !== '').join(', ')
    const asked = `${askedWords(inner, form.versions)} (dla każdej pozycji: ${itemName})`
    const make = layQuestion(layout, inner, { ending: `${position.ending}_${number}`, item, asked })
    return make ? [{ series: inner, make }] : []
  })
}

/** How many items there are, and the questions of each, numbered up to the most that anybody gave. */
export function rosterField(laying: Laying, layQuestion: LayQuestion): Field {
  const { layout, series, position } = laying
  const place = layout.add({
    name: series.name + position.ending,
    values: specialValues([]),
    measure: 'SCALE',
    ...describe(laying, 'liczba pozycji'),
  })
  const items = Array.from({ length: layout.options.mostItems(series.name) }, (_, index) =>
    layItem(laying, index + 1, layQuestion),
  )
  return (part) => {
    const puts = items.map((questions) =>
      questions.flatMap(({ series: { parts }, make }) => {
        const own = parts.find(({ version }) => version.number === part.version.number)
        return own ? [make(own)] : []
      }),
    )
    return (sink, answer, around) => {
      const given: readonly unknown[] = Array.isArray(answer) ? answer : []
      sink.numbers[sink.at + place] = given.length === 0 ? UNANSWERED : given.length
      given.slice(0, puts.length).forEach((item, index) => {
        const isItem = typeof item === 'object' && item !== null
        const within: Answers = isItem ? { ...around, ...(item as Answers) } : around
        for (const put of puts[index] ?? []) put(sink, item, within)
      })
    }
  }
}
