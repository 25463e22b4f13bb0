import {
  countedAnswers,
  openForm,
  setAnswer,
  type AnswerPath,
  type Answers,
  type CompiledQuestionnaire,
  type Form,
} from '../questionnaire/index.ts'
import type { Correction, Effect, FieldPath, LogLine, SentResponse } from './model.ts'

/** The path as forms take it: items of rosters by number. */
export function answerPathOf({ rosters }: CompiledQuestionnaire, path: FieldPath): AnswerPath {
  return path.map((step, index) => {
    const before = path[index - 1]
    return before !== undefined && rosters.has(before) ? Number(step) : step
  })
}

/** Decisions in force, in their order: those that were not taken back. */
export function inForce(lines: readonly LogLine[]): readonly LogLine[] {
  const undone = new Set(lines.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])))
  return lines
    .filter(({ kind, number }) => kind !== 'UNDO' && !undone.has(number))
    .toSorted((one, other) => one.number - other.number)
}

const isEdit = ({ kind }: Correction) => kind === 'CHANGE' || kind === 'BLANK'

/** The response as sent, opened on the day it came. */
export function openSent(compiled: CompiledQuestionnaire, { answers, submittedOn }: SentResponse): Form {
  return openForm(compiled, answers, { today: submittedOn })
}

/** The form with one correction; what is no edit changes nothing. */
export function applied(form: Form, correction: Correction): Form {
  if (!isEdit(correction)) return form
  const { kind, path, after } = correction
  return setAnswer(form, answerPathOf(form.compiled, path), kind === 'BLANK' ? undefined : after)
}

/** The response as it counts: as sent, with every edit in force, in order. */
export function openCorrected(
  compiled: CompiledQuestionnaire,
  sent: SentResponse,
  lines: readonly LogLine[],
): Form {
  return inForce(lines).reduce(applied, openSent(compiled, sent))
}

/** Whether the response is left out of results. */
export function isLeftOut(lines: readonly LogLine[]): boolean {
  const last = inForce(lines).findLast(({ kind }) => kind === 'EXCLUDE' || kind === 'INCLUDE')
  return last?.kind === 'EXCLUDE'
}

/**
 * What a response comes to: its answers as sent with every edit in force applied in the order of the log, and of that
 * what counts (answers to questions that an edit hides are dropped, and come back when it is taken back).
 */
export function effectOf(
  compiled: CompiledQuestionnaire,
  sent: SentResponse,
  lines: readonly LogLine[],
): Effect {
  const isEdited = inForce(lines).some(isEdit)
  const answers = isEdited ? (countedAnswers(openCorrected(compiled, sent, lines)) as Answers) : null
  return { correctedAnswers: answers, isExcluded: isLeftOut(lines) }
}
