import { compile } from '../compile.ts'
import { referencesIn } from '../expression/references.ts'
import { askedQuestions, openForm } from '../form.ts'
import type { Answer, Answers, Question, Questionnaire } from '../model.ts'
import { optionsOf, rowsOf } from '../options.ts'
import { allQuestions, isAnswerable } from '../walk.ts'
import { wordsIn, wordsShown } from './reading-level.ts'
import type { World } from './world.ts'

/**
 * What answering takes, in seconds, besides reading. Estimates by the kind of work: a choice is one touch, a place in
 * a ranking is a comparison, a long text is two sentences typed on a phone.
 */
export const SECONDS = {
  SINGLE: 3,
  SCALE_1_5: 3,
  SCALE_0_10: 4,
  MULTI: 7,
  /** For each place. */
  RANK: 5,
  /** For each row. */
  MATRIX_SINGLE: 4,
  MATRIX_MULTI: 6,
  NUMBER: 7,
  DATE_YEAR: 6,
  TEXT_SHORT: 12,
  TEXT_LONG: 35,
  LOCALITY: 7,
  CONSENT: 4,
  INFO: 1,
  ROSTER: 5,
  CALCULATED: 0,
} as const satisfies Readonly<Record<Question['type'], number>>

/** Reading on a screen, words a minute: slower than a book, because answers are weighed. */
export const WORDS_A_MINUTE = 180
/** Items that a repeated group is counted with. */
export const USUAL_ITEMS = 2
const MOST_PATHS = 512

/** Seconds that one question takes, with reading. */
export function secondsFor(questionnaire: Questionnaire, question: Question): number {
  if (question.type === 'CALCULATED') return 0
  const reading = (wordsShown(questionnaire, question) * 60) / WORDS_A_MINUTE
  const each = SECONDS[question.type]
  switch (question.type) {
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return reading + each * rowsOf(questionnaire, question).length
    case 'RANK':
      return reading + each * question.top
    case 'ROSTER': {
      const inner = question.questions.reduce((sum, one) => sum + secondsFor(questionnaire, one), 0)
      return (
        reading +
        each +
        inner * Math.max(question.minItems ?? 0, Math.min(USUAL_ITEMS, question.maxItems ?? USUAL_ITEMS))
      )
    }
    default:
      return reading + each
  }
}

export interface FillingTime {
  /** Half of the ways through the questionnaire take no longer. */
  readonly medianMinutes: number
  readonly longestMinutes: number
  /** Were all ways gone through? If not, the longest is that of a person who is asked everything. */
  readonly isExact: boolean
}

/** Some answers to a question that conditions ask about: every code, or some numbers around those compared with. */
function samplesOf(questionnaire: Questionnaire, question: Question): readonly (Answer | undefined)[] {
  const codes = optionsOf(questionnaire, question).map(({ code }) => code)
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return codes
    case 'MULTI':
    case 'RANK':
      return codes.map((code) => [code])
    case 'MATRIX_SINGLE':
      return codes.map((code) =>
        Object.fromEntries(rowsOf(questionnaire, question).map(({ key }) => [key, code])),
      )
    case 'NUMBER':
    case 'DATE_YEAR':
      return [question.min ?? 0, question.max ?? 100, undefined]
    case 'CONSENT':
      return [true, undefined]
    case 'ROSTER':
      return [undefined, [{}]]
    default:
      return ['tekst', undefined]
  }
}

/** Keys of answers that decide what is asked. */
function deciding({ rules, compiled }: World): readonly Question[] {
  const keys = new Set(
    rules
      .filter(({ rule }) => rule.kind === 'visibleIf' || rule.kind === 'rowVisibleIf')
      .flatMap(({ expression }) => (expression ? referencesIn(expression).map(({ key }) => key) : [])),
  )
  return allQuestions(compiled.questionnaire).filter(
    (question) => keys.has(question.key) && isAnswerable(question),
  )
}

/** Ways to answer the deciding questions: all of them, or as many as fit, spread evenly. */
function ways(questionnaire: Questionnaire, questions: readonly Question[]) {
  const samples = questions.map((question) => samplesOf(questionnaire, question))
  const total = samples.reduce((product, { length }) => product * Math.max(1, length), 1)
  const count = Math.min(total, MOST_PATHS)
  const all = Array.from({ length: count }, (_, index): Answers => {
    let rest = Math.floor((index * total) / count)
    const answers: Record<string, Answer> = {}
    questions.forEach(({ key }, at) => {
      const own = samples[at] ?? []
      const answer = own[rest % Math.max(1, own.length)]
      rest = Math.floor(rest / Math.max(1, own.length))
      if (answer !== undefined) answers[key] = answer
    })
    return answers
  })
  return { all, isExact: total <= MOST_PATHS }
}

/** How long filling in takes: the median over the ways through the questionnaire, and the longest. */
export function fillingTime(world: World): FillingTime {
  const { questionnaire } = world.compiled
  const around = [...questionnaire.intro, ...questionnaire.thanks].reduce(
    (sum, text) => sum + wordsIn(text).length,
    0,
  )
  const start = (around * 60) / WORDS_A_MINUTE
  const compiled = compile(questionnaire)
  const seconds = new Map(
    allQuestions(questionnaire).map((question) => [question.key, secondsFor(questionnaire, question)]),
  )
  const sum = (questions: readonly Question[]) =>
    questions.reduce((total, { key }) => total + (seconds.get(key) ?? 0), start)
  const { all, isExact } = ways(questionnaire, deciding(world))
  const times = all.map((answers) => sum(askedQuestions(openForm(compiled, answers)))).sort((a, b) => a - b)
  const median = times[Math.floor((times.length - 1) / 2)] ?? start
  const longest = isExact ? (times[times.length - 1] ?? start) : sum(allQuestions(questionnaire))
  return { medianMinutes: median / 60, longestMinutes: longest / 60, isExact }
}
