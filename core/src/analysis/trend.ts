import { allQuestions, type Audience } from '../questionnaire/index.ts'
import { joinableKeys } from '../questionnaire/revision/index.ts'
import { holm } from '../statistics/design/index.ts'
import type { People } from './indicators-count.ts'
import { differenceOfSamples } from './indicators-difference.ts'
import { estimateInWords, differenceInWords } from './indicators-words.ts'
import type { SurveyVersions } from './pool.ts'
import { allTold } from './pool-notes.ts'
import { FEWEST_PEOPLE } from './reliability.ts'
import { readingOf, type TrendFigure, type TrendItem } from './trend-reading.ts'
export type { TrendFigure, TrendItem } from './trend-reading.ts'

/** A survey that a trend may run through. */
export interface Wave {
  readonly surveyId: string
  readonly title: string
  /** Local days. */
  readonly opensOn: string
  readonly closesOn: string
  readonly sampleType: string
  readonly versions: SurveyVersions
  readonly people: People
}

/** One wave with what it says, item by item in the order of `Trend.items`. */
export interface TrendWave extends Pick<Wave, 'surveyId' | 'title' | 'opensOn' | 'closesOn'> {
  readonly n: number
  readonly figures: readonly (TrendFigure | null)[]
}

/** What became of one item between an earlier wave and this survey. */
export interface TrendChange {
  readonly surveyId: string
  readonly itemKey: string
  /** This survey minus the earlier one, in the unit, with its 95 % interval. */
  readonly difference: number
  readonly low: number | null
  readonly high: number | null
  /** Adjusted by Holm over all changes shown. */
  readonly adjustedP: number | null
  readonly isDifferent: boolean
  /** Polish. */
  readonly sentence: string
}

export interface NotComparable {
  readonly surveyId: string
  readonly title: string
  /** Polish. */
  readonly reason: string
}

export interface Trend {
  readonly questionKey: string
  readonly text: string
  readonly items: readonly TrendItem[]
  /** Oldest first; the last one is this survey. */
  readonly waves: readonly TrendWave[]
  readonly changes: readonly TrendChange[]
  readonly notComparable: readonly NotComparable[]
  /** Polish. */
  readonly notes: readonly string[]
}

const SIGNIFICANT = 0.05

const newestOf = ({ versions }: Wave) => (versions.at(-1) ?? versions[0]).questionnaire

const audienceOf = (wave: Wave): Audience => newestOf(wave).audience

/** How the question stands in an earlier survey, or why its answers cannot be set beside. */
type Link =
  | { readonly key: string; readonly codes: Readonly<Record<string, string>> | null }
  | { readonly reason: string }

const isEarlier = (one: Wave, other: Wave) =>
  one.opensOn === other.opensOn ? one.surveyId < other.surveyId : one.opensOn < other.opensOn

function linkOf(earlier: Wave, wave: Wave, questionKey: string): Link {
  if (!isEarlier(earlier, wave))
    return { reason: 'ta ankieta nie jest wcześniejsza; zmianę proszę oglądać w późniejszej z dwóch ankiet' }
  if (audienceOf(earlier) !== audienceOf(wave)) return { reason: 'ankieta była dla innej grupy osób' }
  const documents = [newestOf(earlier), newestOf(wave)]
  const { series, breaks } = joinableKeys(documents)
  const own = series.find(({ parts }) =>
    parts.some(({ version, key }) => version === 1 && key === questionKey),
  )
  const before = own?.parts.find(({ version }) => version === 0)
  if (before !== undefined) return { key: before.key, codes: before.codes ?? null }
  const broken = breaks.find(({ key }) => key === questionKey)
  if (broken) return { reason: `pytanie się zmieniło: ${allTold(broken.changes)}` }
  return { reason: 'nie było w niej tego pytania' }
}

interface Read {
  readonly wave: Wave
  readonly n: number
  readonly figures: readonly (TrendFigure | null)[]
}

interface Tested {
  readonly earlier: Read
  readonly item: TrendItem
  readonly before: TrendFigure
  readonly now: TrendFigure
}

function testable(items: readonly TrendItem[], earlier: Read, now: Read): readonly Tested[] {
  return items.flatMap((item, at) => {
    const [one, other] = [earlier.figures[at], now.figures[at]]
    const isEnough = (figure: TrendFigure | null | undefined): figure is TrendFigure =>
      figure != null && figure.n >= FEWEST_PEOPLE && figure.effective >= FEWEST_PEOPLE
    return isEnough(one) && isEnough(other) ? [{ earlier, item, before: one, now: other }] : []
  })
}

const isWeighted = ({ people }: Wave) => people.weights !== null

function sentenceOf({ item, before, now }: Tested, difference: number, isDifferent: boolean): string {
  const told = `${item.label}: wcześniej ${estimateInWords(before, item.unit)}, teraz ${estimateInWords(now, item.unit)}`
  if (!isDifferent) return `${told}; dane nie pozwalają stwierdzić zmiany.`
  return `${told}; ${difference > 0 ? 'wzrost' : 'spadek'} ${differenceInWords(difference, item.unit)}.`
}

/** Changes of all items since all earlier waves, tested together. */
function changesOf(tested: readonly Tested[], now: Read): readonly TrendChange[] {
  const found = tested.map((one) => {
    const scale = one.item.unit === 'PERCENT' ? 100 : 1
    const raw = (figure: TrendFigure) => figure.raw
    const weighted = isWeighted(one.earlier.wave) || isWeighted(now.wave)
    const { difference, low, high, p } = differenceOfSamples(raw(one.now), raw(one.before), weighted)
    const scaled = (value: number | null) => (value === null ? null : value * scale)
    return { one, difference: difference * scale, low: scaled(low), high: scaled(high), p }
  })
  const adjusted = holm(found.flatMap(({ p }) => (p === null ? [] : [p])))
  let next = 0
  return found.map(({ one, difference, low, high, p }) => {
    const adjustedP = p === null ? null : (adjusted[next++] ?? null)
    const isDifferent = adjustedP !== null && adjustedP < SIGNIFICANT
    return {
      surveyId: one.earlier.wave.surveyId,
      itemKey: one.item.key,
      difference,
      low,
      high,
      adjustedP,
      isDifferent,
      sentence: sentenceOf(one, difference, isDifferent),
    }
  })
}

function notesOf(shown: readonly Wave[]): readonly string[] {
  const differs = (of: (wave: Wave) => unknown) => new Set(shown.map(of)).size > 1
  return [
    ...(shown.length < 2 ? ['Nie ma wcześniejszej ankiety, z którą można porównać to pytanie.'] : []),
    ...(differs(({ sampleType }) => sampleType)
      ? ['Ankiety różnią się doborem osób, więc zmiana może wynikać z tego, kogo pytano.']
      : []),
    ...(differs(isWeighted)
      ? ['Nie wszystkie ankiety są ważone, więc zmiana może wynikać z tego, kto odpowiedział.']
      : []),
  ]
}

/**
 * One question through several surveys of a municipality. Earlier surveys join only where the comparison of the two
 * questionnaires proves the question to be the same, or a crosswalk says how it became this one; the others are named
 * with the reason. Changes are of independent samples, all tested together (Holm).
 *
 * @param questionKey - a question of this survey, or a row of a matrix (`key/rowKey`)
 * @returns `null` when the survey does not ask it, or a trend of it makes no sense (texts, whole matrices)
 */
export function questionTrend(wave: Wave, others: readonly Wave[], questionKey: string): Trend | null {
  const [topKey = questionKey, rowKey] = questionKey.split('/', 2)
  const reading = readingOf(wave.people.columns, questionKey)
  if (reading === null || !allQuestions(newestOf(wave)).some(({ key }) => key === topKey)) return null
  const now: Read = { wave, ...reading.read(wave.people, { key: questionKey, codes: null }) }
  const notComparable: NotComparable[] = []
  const earlier: Read[] = []
  for (const other of others) {
    const link = linkOf(other, wave, topKey)
    const { surveyId, title } = other
    if ('reason' in link) notComparable.push({ surveyId, title, reason: link.reason })
    else {
      const key = rowKey === undefined ? link.key : `${link.key}/${rowKey}`
      earlier.push({ wave: other, ...reading.read(other.people, { key, codes: link.codes }) })
    }
  }
  const known = earlier
    .filter(({ n }) => n > 0)
    .sort((one, other) => (isEarlier(one.wave, other.wave) ? -1 : 1))
  for (const { wave: other } of earlier.filter(({ n }) => n === 0))
    notComparable.push({
      surveyId: other.surveyId,
      title: other.title,
      reason: 'nikt nie odpowiedział na to pytanie',
    })
  const shown = [...known, now]
  return {
    questionKey,
    text: reading.text,
    items: reading.items,
    waves: shown.map(({ wave: one, n, figures }) => {
      const { surveyId, title, opensOn, closesOn } = one
      return { surveyId, title, opensOn, closesOn, n, figures }
    }),
    changes: changesOf(
      known.flatMap((one) => testable(reading.items, one, now)),
      now,
    ),
    notComparable,
    notes: notesOf(shown.map((one) => one.wave)),
  }
}
