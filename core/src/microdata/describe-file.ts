import { ANSWERED_BY, COLLECTION_MODES, MODE_NAMES, type AnsweredBy } from '../response/index.ts'
import { askedSeries, type SeriesPart, type SurveyForm } from './asked-series.ts'
import { askedWords } from './asked-words.ts'
import { Layout, type LocalityValues, type Sink } from './layout.ts'
import type { CaseBatch, Dictionary, FileWeight, RawCase, VariableValue } from './model.ts'
import { layQuestion, type PutQuestion } from './question-field.ts'

/** A locality as files name it. */
export interface FileLocality {
  readonly id: string
  readonly name: string
}

/** What decides which variables a file has. */
export interface FileWish {
  readonly form: SurveyForm
  /** In an order that stays when others join. */
  readonly localities: readonly FileLocality[]
  readonly weights: readonly FileWeight[]
  /** Masked texts of respondents as well. */
  readonly includesOpenAnswers: boolean
  /** The most items that anybody gave to a roster, by its name (`rosterPaths`). */
  mostItems(name: string): number
}

/** A file described: its dictionary, and what turns stored responses into its cases. */
export interface DescribedFile {
  readonly dictionary: Dictionary
  /** @throws RangeError for a response to a version that the survey never had */
  readCases(responses: readonly RawCase[]): CaseBatch
}

const ANSWERED_BY_WORDS: Readonly<Record<AnsweredBy, string>> = {
  SELF: 'samodzielnie',
  ASSISTED: 'z czyjąś pomocą',
  PROXY: 'ktoś w imieniu tej osoby',
}

const coded = (codes: readonly string[], labelOf: (code: string) => string): readonly VariableValue[] =>
  codes.map((code, index) => ({ number: index + 1, code, label: labelOf(code), isMissing: false }))

/** 0 is a locality that is not on the list any more. */
function localityValues(localities: readonly FileLocality[]): LocalityValues {
  const named = localities.map(({ name }, index) => ({ number: index + 1, label: name }))
  const unknown = { number: 0, label: 'miejscowość spoza wykazu' }
  return {
    values: [...named, unknown].map((value) => ({ ...value, code: String(value.number), isMissing: false })),
    numberOf: new Map(localities.map(({ id }, index) => [id, index + 1])),
  }
}

type PutFact = (sink: Sink, response: RawCase) => void

/** How a response came, in which version, from where; each only where it tells something. */
function layFacts(layout: Layout, { form, localities }: FileWish): readonly PutFact[] {
  const puts: PutFact[] = []
  const add = (
    name: string,
    text: string,
    values: readonly VariableValue[],
    of: (one: RawCase) => unknown,
  ) => {
    const place = layout.add({ name, text, values, asked: 'nikt; zapisane przy odpowiedzi' })
    const numbers = new Map<unknown, number>(values.map(({ code, number }) => [code, number]))
    puts.push((sink, response) => {
      sink.numbers[sink.at + place] = numbers.get(of(response)) ?? NaN
    })
  }
  const modes = coded(COLLECTION_MODES, (code) => MODE_NAMES[code as keyof typeof MODE_NAMES])
  add('tryb', 'Jak przyszła odpowiedź', modes, ({ mode }) => mode)
  const ways = coded(ANSWERED_BY, (code) => ANSWERED_BY_WORDS[code as AnsweredBy])
  add('kto_odpowiadal', 'Kto udzielał odpowiedzi', ways, ({ answeredBy }) => answeredBy)
  if (form.versions.length > 1) {
    const numbers = new Map(form.versions.map(({ id, number }) => [id, String(number)]))
    const versions = form.versions.map(({ number }) => {
      return { number, code: String(number), label: `wersja ${number}`, isMissing: false }
    })
    add('wersja', 'Wersja kwestionariusza', versions, ({ versionId }) => numbers.get(versionId))
  }
  const asksPlace = askedSeries(form).some(({ question }) => question.type === 'LOCALITY')
  if (!asksPlace && localities.length > 0) {
    const { values, numberOf } = layout.options.localities
    add('miejscowosc', 'Miejscowość', values, ({ localityId }) =>
      localityId === null ? null : String(numberOf.get(localityId) ?? 0),
    )
  }
  return puts
}

function layWeights(layout: Layout, weights: readonly FileWeight[]): PutFact {
  const places = weights.map(({ number, name }) =>
    layout.add({
      name: `waga_${number}`,
      text: `Waga: ${name}`,
      measure: 'SCALE',
      decimals: 6,
      asked: 'nikt; ile osób z populacji reprezentuje odpowiedź',
      weightNumber: number,
    }),
  )
  return (sink, response) => {
    places.forEach((place, index) => {
      sink.numbers[sink.at + place] = response.weights[index] ?? NaN
    })
  }
}

type MakePut = (part: SeriesPart) => PutQuestion

/** What reads the responses to each version, by its id. */
function readersByVersion(
  form: SurveyForm,
  made: readonly (readonly [readonly SeriesPart[], MakePut])[],
): ReadonlyMap<string, readonly PutQuestion[]> {
  return new Map(
    form.versions.map(({ id }) => [
      id,
      made.flatMap(([parts, make]) => {
        const part = parts.find(({ version }) => version.id === id)
        return part ? [make(part)] : []
      }),
    ]),
  )
}

/** The variables of a survey's data file, in the order of the questionnaire, and what fills them. */
export function describeFile(wish: FileWish): DescribedFile {
  const { form, weights, includesOpenAnswers } = wish
  const layout = new Layout({ ...wish, localities: localityValues(wish.localities), includesOpenAnswers })
  const facts = layFacts(layout, wish)
  const made = askedSeries(form).flatMap((series) => {
    const position = { ending: '', item: '', asked: askedWords(series, form.versions) }
    const make = layQuestion(layout, series, position)
    return make ? [[series.parts, make] as const] : []
  })
  const putWeights = layWeights(layout, weights)
  const readers = readersByVersion(form, made)
  const { variables, sets, textCount } = layout
  const usual = weights.find(({ isUsual }) => isUsual)?.number
  const weightPlace =
    usual === undefined ? null : variables.findIndex(({ weightNumber }) => weightNumber === usual)
  const put = (sink: Sink, response: RawCase) => {
    const reader = readers.get(response.versionId)
    if (reader === undefined) throw new RangeError(`A response to an unknown version: ${response.versionId}`)
    for (const fact of facts) fact(sink, response)
    for (const question of reader) question(sink, response.answers, response.answers)
    putWeights(sink, response)
  }
  return {
    dictionary: { variables, sets, weightPlace },
    readCases: (responses) => {
      const count = responses.length
      const numbers = new Float64Array(count * variables.length).fill(NaN)
      const texts = new Array<string>(count * textCount).fill('')
      const sink: Sink = { numbers, texts, at: 0, textAt: 0 }
      for (const response of responses) {
        put(sink, response)
        sink.at += variables.length
        sink.textAt += textCount
      }
      return { count, numbers, texts }
    },
  }
}
