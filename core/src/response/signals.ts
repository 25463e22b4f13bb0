import type { Answer, Answers, Question, Questionnaire } from '../questionnaire/index.ts'
import type { CollectionMode } from './model.ts'

/**
 * What made a submission look hasty or not human, told to the organiser and to nobody else: TOO_FAST under the least
 * time that reading takes, TRAP when a field was filled that people do not see. A signal excludes nothing by itself.
 */
export const SIGNALS = ['TOO_FAST', 'TRAP'] as const
export type Signal = (typeof SIGNALS)[number]

/** What a device tells of the filling of a form; none of it is stored. */
export interface FillingHints {
  /** From the first page to sending, without the time in which the form was put away. */
  readonly secondsSpent?: number
  /** What stood in the field that people do not see. */
  readonly trap?: string
}

/** Nobody reads a word of a question faster than this; Zhang & Conrad call those who do speeders. */
const SECONDS_PER_WORD = 0.3
/** One tap, without any thought. */
const SECONDS_PER_TAP = 0.5
const SECONDS_PER_CHARACTER = 0.1
/** Whoever knows the questions by heart, or has them read to them, is not to be marked. */
const LENIENCY = 0.5

/** Modes in which the respondent's own time is told; that of a clerk or of a file says nothing. */
const TIMED_MODES: readonly CollectionMode[] = ['CAWI', 'KIOSK', 'CAPI', 'CATI']

const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length

type Questions = ReadonlyMap<string, { readonly question: Question; readonly readingSeconds: number }>
const known = new WeakMap<Questionnaire, Questions>()

function* withItems(questions: readonly Question[]): Iterable<Question> {
  for (const question of questions) {
    yield question
    if (question.type === 'ROSTER') yield* withItems(question.questions)
  }
}

function questionsOf(questionnaire: Questionnaire): Questions {
  const kept = known.get(questionnaire)
  if (kept) return kept
  const all = questionnaire.sections.flatMap(({ questions }) => [...withItems(questions)])
  const questions = new Map(
    all.map((question) => [
      question.key,
      { question, readingSeconds: wordCount(question.text) * SECONDS_PER_WORD },
    ]),
  )
  known.set(questionnaire, questions)
  return questions
}

/** Taps or typing of one answer: a tap for a choice and for each row of a matrix, a tenth of a second for a letter. */
function handlingSeconds({ type }: Question, answer: Answer): number {
  if (typeof answer === 'string' && (type === 'TEXT_SHORT' || type === 'TEXT_LONG')) {
    return answer.length * SECONDS_PER_CHARACTER
  }
  return typeof answer === 'object' ? Object.keys(answer).length * SECONDS_PER_TAP : SECONDS_PER_TAP
}

const isItem = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function secondsFor(answers: Answers, questions: Questions): number {
  let seconds = 0
  for (const [key, answer] of Object.entries(answers)) {
    const asked = questions.get(key)
    if (!asked || asked.question.type === 'CALCULATED' || answer === undefined) continue
    seconds += asked.readingSeconds
    if (asked.question.type === 'ROSTER' && Array.isArray(answer)) {
      for (const item of answer) if (isItem(item)) seconds += secondsFor(item, questions)
    } else seconds += handlingSeconds(asked.question, answer)
  }
  return seconds
}

/**
 * The least time, in seconds, in which a person can read and answer what was answered: 0.3 s for each word of the
 * answered questions (options and help not counted), 0.5 s for a tap (each row of a matrix, each choice), 0.1 s for a
 * typed letter. Questions left without an answer count nothing, because skipping them takes no time.
 *
 * @see Zhang & Conrad (2014), Speeding in web surveys, Survey Research Methods 8(2): 300 ms per word as the threshold.
 *   It is faster than a good reader of Polish: 166 words a minute, 361 ms per word, in Trauzettel-Klosinski & Dietz
 *   (2012), Standardized assessment of reading performance (IReST).
 */
export function leastSeconds(questionnaire: Questionnaire, answers: Answers): number {
  return secondsFor(answers, questionsOf(questionnaire))
}

/**
 * Signals of one submission. TOO_FAST is half of `leastSeconds` and less, and only where the respondent's own time was
 * told; a time that is no number from 0 up tells nothing.
 */
export function signalsOf(
  { mode, answers, ...hints }: FillingHints & { readonly mode: CollectionMode; readonly answers: Answers },
  questionnaire: Questionnaire,
): readonly Signal[] {
  const { secondsSpent, trap } = hints
  const isTimed = secondsSpent !== undefined && TIMED_MODES.includes(mode)
  const isTooFast = isTimed && secondsSpent < leastSeconds(questionnaire, answers) * LENIENCY
  const signals: Signal[] = isTooFast ? ['TOO_FAST'] : []
  if (trap !== undefined && trap.trim() !== '') signals.push('TRAP')
  return signals
}
