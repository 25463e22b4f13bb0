import type { Pool, PooledSeries, SurveyVersions } from '../analysis/index.ts'
import {
  allQuestions,
  everyQuestion,
  withGeneralTexts,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { joinableKeys } from '../questionnaire/revision/index.ts'

/** What a series has in one version. */
export type SeriesPart = PooledSeries['parts'][number]

/** What a survey asks and has asked. */
export interface SurveyForm {
  readonly versions: SurveyVersions
  /** How its versions are put together; `null` where there is only one. */
  readonly pool: Pool | null
}

/** Answers that become the same variables, perhaps over several versions. */
export interface AskedSeries {
  /** What the variables are named after. */
  readonly name: string
  /** As the newest version of the series has it, texts general. */
  readonly question: Question
  /** Where lists of options of `question` are looked up. */
  readonly document: Questionnaire
  /** Oldest first. */
  readonly parts: readonly SeriesPart[]
}

const questionOf = ({ version, key }: SeriesPart): Question | undefined =>
  everyQuestion(version.questionnaire).find((question) => question.key === key)

/** The questions of a survey, those of rosters apart, in the order of the questionnaire; no mere texts. */
export function askedSeries({ versions, pool }: SurveyForm): readonly AskedSeries[] {
  if (pool === null) {
    const [version] = versions
    const document = withGeneralTexts(version.questionnaire)
    return allQuestions(document)
      .filter(({ type }) => type !== 'INFO')
      .map((question) => ({
        name: question.key,
        question,
        document,
        parts: [{ version: { ...version, questionnaire: document }, key: question.key }],
      }))
  }
  return [...pool.series].map(([name, { question, parts }]) => ({
    name,
    question,
    document: pool.questionnaire,
    parts,
  }))
}

/** What a roster asks for each item: what its newest version has, then what only earlier ones had. */
export function itemSeries({ versions, pool }: SurveyForm, roster: AskedSeries): readonly AskedSeries[] {
  const [only] = roster.parts
  if (only === undefined) return []
  const inside = (part: SeriesPart): readonly Question[] => {
    const question = questionOf(part)
    return question?.type === 'ROSTER' ? question.questions.filter(({ type }) => type !== 'INFO') : []
  }
  if (pool === null)
    return inside(only).map((question) => ({
      name: question.key,
      question,
      document: only.version.questionnaire,
      parts: [{ version: only.version, key: question.key }],
    }))
  const { series } = joinableKeys(versions.map(({ questionnaire }) => questionnaire))
  const isInside = new Set(
    roster.parts.flatMap((part) => inside(part).map(({ key }) => `${part.version.number} ${key}`)),
  )
  const newest = roster.parts.at(-1)?.version.number
  const found = series.flatMap(({ parts }): AskedSeries[] => {
    const own = parts.flatMap(({ version: place, ...part }): SeriesPart[] => {
      const version = pool.versions[place]
      return version && isInside.has(`${version.number} ${part.key}`) ? [{ ...part, version }] : []
    })
    const last = own.at(-1)
    const question = last && questionOf(last)
    if (!last || !question) return []
    const { number, questionnaire: document } = last.version
    const isGone = number !== newest
    const text = isGone ? `${question.text} (wersja ${number})` : question.text
    const name = isGone ? `${question.key}__v${number}` : question.key
    return [{ name, question: { ...question, text }, document, parts: own }]
  })
  const order = [...roster.parts].reverse().flatMap((part) => inside(part).map(({ key }) => key))
  return found.toSorted((one, other) => order.indexOf(one.question.key) - order.indexOf(other.question.key))
}
