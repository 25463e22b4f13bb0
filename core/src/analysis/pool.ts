import {
  allQuestions,
  everyQuestion,
  hasOptions,
  isMatrix,
  optionsOf,
  rowsOf,
  withGeneralTexts,
  type Question,
  type Questionnaire,
  type Section,
} from '../questionnaire/index.ts'
import { joinableKeys, type Change, type Joinable, type Series } from '../questionnaire/revision/index.ts'
import { seriesNotes } from './pool-notes.ts'

/** A version of the questionnaire that a survey has had. */
export interface AnalysedVersion {
  readonly id: string
  /** As people know it: 1, 2, … */
  readonly number: number
  readonly questionnaire: Questionnaire
}

/** What a series has in one version. */
export interface PooledPart {
  readonly version: AnalysedVersion
  /** The key the question has in that version. */
  readonly key: string
  /** What each code of that version is called in the newest of the series; absent where codes are the same. */
  readonly codes?: Readonly<Record<string, string>>
  /** What the version changed since the part before, all of it harmless. */
  readonly changes?: readonly Change[]
}

/** Answers that are counted together, perhaps over several versions, and shown as one question. */
export interface PooledSeries {
  /** The question as results show it; its key is the key of the column. */
  readonly question: Question
  /** Oldest first; the last one gives the wording, the options and the rows. */
  readonly parts: readonly PooledPart[]
  /** The survey's present version asks it no more, or asks it differently. */
  readonly isEarlierWording: boolean
  /** Polish: which versions are counted together or apart, and why. */
  readonly notes: readonly string[]
}

/** All versions that a survey has had, oldest first. */
export type SurveyVersions = readonly [AnalysedVersion, ...AnalysedVersion[]]

/** Several versions of a questionnaire as one set of results. */
export interface Pool {
  readonly versions: SurveyVersions
  /** The newest version, with each earlier series that is counted apart as a question more. */
  readonly questionnaire: Questionnaire
  /** By the key of the column, in the order of `questionnaire`. */
  readonly series: ReadonlyMap<string, PooledSeries>
}

const RULES = ['visibleIf', 'requiredIf', 'required', 'constraint', 'crosswalk', 'core', 'translations']
const LISTS = ['list', 'only', 'optionFilter', 'rowsList', 'onlyRows', 'rowVisibleIf']
const LONGEST_KEY = 60

/** A question without its rules and with its own options and rows, so that it can stand in another document. */
function standingAlone(document: Questionnaire, question: Question): Question {
  const kept = Object.entries(question).filter(([name]) => ![...RULES, ...LISTS].includes(name))
  return {
    ...Object.fromEntries(kept),
    ...(hasOptions(question) && { options: optionsOf(document, question) }),
    ...(isMatrix(question) && { rows: rowsOf(document, question) }),
  } as unknown as Question
}

/** `key__v1`, never a key that any version has. */
function keyApart(key: string, number: number, taken: Set<string>): string {
  const ending = `__v${number}`
  let name = key.slice(0, LONGEST_KEY - ending.length) + ending
  for (let more = 2; taken.has(name); more += 1)
    name = `${key.slice(0, LONGEST_KEY - ending.length - 4)}_${more}${ending}`
  taken.add(name)
  return name
}

const topLevelKeys = ({ questionnaire }: AnalysedVersion): ReadonlySet<string> =>
  new Set(allQuestions(questionnaire).map(({ key }) => key))

class Pooling {
  private readonly newest: AnalysedVersion
  private readonly taken: Set<string>
  readonly series = new Map<string, PooledSeries>()
  /** By the key of the newest version's question, or by the key of the section, what stands after it or in it. */
  private readonly after = new Map<string, Question[]>()
  private readonly sections: (Section & { readonly questions: Question[] })[] = []

  constructor(
    private readonly versions: SurveyVersions,
    private readonly joinable: Joinable,
  ) {
    this.newest = versions[versions.length - 1] ?? versions[0]
    this.taken = new Set(
      versions.flatMap(({ questionnaire }) => everyQuestion(questionnaire).map(({ key }) => key)),
    )
  }

  private partsOf({ parts }: Series): readonly PooledPart[] {
    return parts.flatMap(({ version: place, ...part }) => {
      const version = this.versions[place]
      return version ? [{ ...part, version }] : []
    })
  }

  private put(parts: readonly PooledPart[], question: Question, isEarlierWording: boolean): void {
    const notes = seriesNotes({ versions: this.versions, parts, breaks: this.joinable.breaks })
    this.series.set(question.key, { question, parts, isEarlierWording, notes })
  }

  /** The question of an earlier series, beside the one that came in its place, else in its section. */
  private putApart(parts: readonly PooledPart[], { version, key }: PooledPart): void {
    const { questionnaire } = version
    const section = questionnaire.sections.find(({ questions }) => questions.some((one) => one.key === key))
    const own = section?.questions.find((one) => one.key === key)
    if (section === undefined || own === undefined) return
    const question = {
      ...standingAlone(questionnaire, own),
      key: keyApart(key, version.number, this.taken),
      text: `${own.text} (wersja ${version.number})`,
    }
    this.put(parts, question, true)
    const { sections } = this.newest.questionnaire
    if (topLevelKeys(this.newest).has(key)) this.place(key, question)
    else if (sections.some((one) => one.key === section.key)) this.place(`§${section.key}`, question)
    else this.placeInGone(section, question)
  }

  private place(where: string, question: Question): void {
    this.after.set(where, [...(this.after.get(where) ?? []), question])
  }

  private placeInGone({ key, title }: Section, question: Question): void {
    const known = this.sections.find((section) => section.key === key)
    if (known) known.questions.push(question)
    else this.sections.push({ key, title, questions: [question] })
  }

  pool(): Pool {
    const { questionnaire } = this.newest
    const found = this.joinable.series.map((series) => this.partsOf(series))
    const byNewestKey = new Map(
      found.flatMap((parts) =>
        parts.at(-1)?.version === this.newest ? [[parts.at(-1)?.key, parts] as const] : [],
      ),
    )
    const earlier = found
      .flatMap((parts) => {
        const last = parts.at(-1)
        return last && last.version !== this.newest && topLevelKeys(last.version).has(last.key)
          ? [{ parts, last }]
          : []
      })
      .sort((one, other) => other.last.version.number - one.last.version.number)
    for (const question of allQuestions(questionnaire)) {
      const parts = byNewestKey.get(question.key)
      if (parts) this.put(parts, question, false)
    }
    for (const { parts, last } of earlier) this.putApart(parts, last)
    const sections = questionnaire.sections.map((section) => ({
      ...section,
      questions: [
        ...section.questions.flatMap((question) => [question, ...(this.after.get(question.key) ?? [])]),
        ...(this.after.get(`§${section.key}`) ?? []),
      ],
    }))
    const pooled = { ...questionnaire, sections: [...sections, ...this.sections] }
    const order = allQuestions(pooled).flatMap(({ key }) => {
      const series = this.series.get(key)
      return series ? [[key, series] as const] : []
    })
    return { versions: this.versions, questionnaire: pooled, series: new Map(order) }
  }
}

/**
 * Puts the versions of a questionnaire together for counting: series that may be joined become one question, each
 * other earlier series becomes a question of its own beside the one that came in its place. Every question of every
 * version belongs to exactly one series. What texts take from answers is „…” in what it gives.
 */
export function poolVersions(versions: SurveyVersions): Pool {
  const joinable = joinableKeys(versions.map(({ questionnaire }) => questionnaire))
  const shown = ({ questionnaire, ...version }: AnalysedVersion): AnalysedVersion => ({
    ...version,
    questionnaire: withGeneralTexts(questionnaire),
  })
  const [first, ...others] = versions
  return new Pooling([shown(first), ...others.map(shown)], joinable).pool()
}
