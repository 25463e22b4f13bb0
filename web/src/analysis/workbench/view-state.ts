import {
  CHART_KINDS,
  parseViewRequest,
  type PercentOf,
  type ViewRequest,
  type WeightChoice,
} from '@rozeznanie/core/analysis'
import { filterOf, withCondition, withoutFilter } from '../results-filter.ts'

/** Words of the address, so that every state of the workbench has a link of its own. */
const WORDS = {
  question: 'pytanie',
  by: 'wedlug',
  weights: 'wagi',
  percent: 'procent',
  chart: 'wykres',
  answer: 'odpowiedz',
  /** A kept view; with a question beside it, the view as somebody changed it since. */
  saved: 'widok',
  eyes: 'oczami',
} as const

const NO_WEIGHTS = 'bez'
const OTHERS = 'innych'
const PERCENT_WORDS: Readonly<Record<PercentOf, string>> = {
  COLUMN: '',
  ROW: 'wierszy',
  ALL: 'calosci',
}
const CHART_WORDS: Readonly<Record<(typeof CHART_KINDS)[number], string>> = {
  BARS: 'slupki',
  DOTS: 'punkty',
  DIVERGING: 'skala',
  STACKED: 'podzial',
  HEAT_MAP: 'mapa',
  TABLE: 'tabela',
}

const EMPTY: ViewRequest = {
  rowKeys: [],
  columnKey: null,
  filter: [],
  weights: 'USUAL',
  percentOf: 'COLUMN',
  chart: null,
  answerCode: null,
}

/** What the address asks for; no questions: nothing yet. */
export function requestOf(search: URLSearchParams): ViewRequest {
  const weights = search.get(WORDS.weights)
  const percent = search.get(WORDS.percent)
  const chart = search.get(WORDS.chart)
  const raw = {
    rowKeys: search.getAll(WORDS.question),
    columnKey: search.get(WORDS.by),
    filter: filterOf(search),
    weights: weights === NO_WEIGHTS ? 'NONE' : Number(weights ?? 0),
    percentOf: percent === PERCENT_WORDS.ROW ? 'ROW' : percent === PERCENT_WORDS.ALL ? 'ALL' : 'COLUMN',
    chart: CHART_KINDS.find((kind) => CHART_WORDS[kind] === chart) ?? null,
    answerCode: search.get(WORDS.answer),
  }
  return parseViewRequest(raw) ?? { ...EMPTY, filter: raw.filter }
}

/** The address that asks for this; everything else in it is kept. */
export function withRequest(search: URLSearchParams, request: ViewRequest): URLSearchParams {
  let next = withoutFilter(search)
  for (const { dimension, codes } of request.filter) next = withCondition(next, dimension, codes)
  next.delete(WORDS.question)
  for (const key of request.rowKeys) next.append(WORDS.question, key)
  const weights = request.weights === 'NONE' ? NO_WEIGHTS : String(request.weights)
  const rest: readonly (readonly [string, string])[] = [
    [WORDS.by, request.columnKey ?? ''],
    [WORDS.weights, request.weights === 'USUAL' ? '' : weights],
    [WORDS.percent, PERCENT_WORDS[request.percentOf]],
    [WORDS.chart, request.chart === null ? '' : CHART_WORDS[request.chart]],
    [WORDS.answer, request.answerCode ?? ''],
  ]
  for (const [word, value] of rest) {
    if (value === '') next.delete(word)
    else next.set(word, value)
  }
  return next
}

/** Which weights the address asks for. */
export function weightChoiceOf(search: URLSearchParams): WeightChoice {
  const word = search.get(WORDS.weights)
  if (word === NO_WEIGHTS) return 'NONE'
  const number = Number(word ?? 0)
  return Number.isInteger(number) && number > 0 ? number : 'USUAL'
}

export function withWeightChoice(search: URLSearchParams, choice: WeightChoice): URLSearchParams {
  const next = new URLSearchParams(search)
  if (choice === 'USUAL') next.delete(WORDS.weights)
  else next.set(WORDS.weights, choice === 'NONE' ? NO_WEIGHTS : String(choice))
  return next
}

/** Id of the kept view that the address names. */
export function savedIdOf(search: URLSearchParams): string | null {
  return search.get(WORDS.saved)
}

/** Does the address name a kept view and nothing that was changed since? */
export function isSavedAlone(search: URLSearchParams): boolean {
  return search.has(WORDS.saved) && !search.has(WORDS.question)
}

/** The address of a kept view alone. */
export function addressOfSaved(search: URLSearchParams, id: string): URLSearchParams {
  const next = new URLSearchParams({ [WORDS.saved]: id })
  if (isAsOutsider(search)) next.set(WORDS.eyes, OTHERS)
  return next
}

/** The same without the name of a kept view. */
export function withoutSaved(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete(WORDS.saved)
  return next
}

/** Does the organiser look at what others would see? */
export function isAsOutsider(search: URLSearchParams): boolean {
  return search.get(WORDS.eyes) === OTHERS
}

export function withEyes(search: URLSearchParams, asOutsider: boolean): URLSearchParams {
  const next = new URLSearchParams(search)
  if (asOutsider) next.set(WORDS.eyes, OTHERS)
  else next.delete(WORDS.eyes)
  return next
}
