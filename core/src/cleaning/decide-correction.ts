import { InvalidInputError, type FieldProblem } from '../errors.ts'
import {
  isAnswerable,
  isEmptyAnswer,
  questionAt,
  type AnswerPath,
  type CompiledQuestionnaire,
  type Form,
} from '../questionnaire/index.ts'
import { AnswersRefusedError, canonicalJson, checkForm, type AnswerContext } from '../response/index.ts'
import type { Violation } from '../response/index.ts'
import { isStorableText } from '../text.ts'
import { LaterCorrectionError } from './errors.ts'
import { fieldName, fieldsOf } from './fields.ts'
import type { Correction, CorrectionSource, FieldPath, LogLine, SentResponse } from './model.ts'
import { CORRECTION_REASONS, LONGEST_REMARK } from './reasons.ts'
import { answerPathOf, applied, inForce, isLeftOut, openCorrected } from './replay.ts'

/** A response with its log. */
export interface LoggedResponse {
  readonly compiled: CompiledQuestionnaire
  readonly sent: SentResponse
  /** Of this response, in any order. */
  readonly lines: readonly LogLine[]
}

/** What somebody wants to decide. */
export interface CorrectionRequest {
  readonly kind: Exclude<Correction['kind'], 'UNDO'>
  readonly source: CorrectionSource
  readonly path: FieldPath
  /** Of CHANGE. */
  readonly value?: unknown
  readonly reason: string
  readonly remark: string
  /** Of KEEP: what was looked at. */
  readonly flags?: readonly string[]
}

const refuse = (path: string, message: string) => new InvalidInputError([{ path, message }])

/** @throws InvalidInputError for a reason that is not on the list, or a remark that is missing or cannot be kept */
export function assertReason(reason: string, remark: string): void {
  const problems: FieldProblem[] = []
  if (!CORRECTION_REASONS.some(({ code }) => code === reason))
    problems.push({ path: 'reason', message: 'Proszę wybrać powód z listy.' })
  if (reason === 'OTHER' && remark.trim() === '')
    problems.push({ path: 'remark', message: 'Proszę napisać, jaki to powód.' })
  if ([...remark].length > LONGEST_REMARK || !isStorableText(remark))
    problems.push({
      path: 'remark',
      message: `Uwaga może mieć najwyżej ${LONGEST_REMARK} zwykłych znaków.`,
    })
  if (problems.length > 0) throw new InvalidInputError(problems)
}

/** What counts at a place; `undefined`: nothing, or it is not asked. */
export function valueAt(form: Form, path: FieldPath): unknown {
  const name = fieldName(path)
  return fieldsOf(form).find((field) => fieldName(field.path) === name)?.answer
}

const isWithin = (path: AnswerPath, inner: AnswerPath): boolean =>
  path.every((step, index) => String(inner[index]) === String(step))

/** Faults of the answer at a path; that it is missing is none, for leaving out is what BLANK is for. */
function violationsOf(form: Form, path: FieldPath, context: AnswerContext): readonly Violation[] {
  const wanted = answerPathOf(form.compiled, path)
  return checkForm(form, context).filter(({ code, questionKey, rowKey, path: own = [questionKey] }) => {
    if (code === 'REQUIRED') return false
    const at = rowKey === undefined ? own : [...own, rowKey]
    return isWithin(wanted, at) || isWithin(at, wanted) || `${questionKey}.inne` === path.at(-1)
  })
}

function assertFits(form: Form, request: CorrectionRequest, context: AnswerContext): void {
  const { path, value, source } = request
  const violations = violationsOf(form, path, context).filter(
    // Two entries may differ in several answers at once: what they break together is flagged, not refused.
    ({ code }) => source === 'CLEANING' || code !== 'CONSTRAINT',
  )
  if (violations.length > 0) throw new AnswersRefusedError(violations)
  if (canonicalJson([valueAt(form, path)]) !== canonicalJson([value]))
    throw refuse('value', 'Tej odpowiedzi nie można tu wpisać: nie pasuje do pytania.')
}

function assertAsked(form: Form, path: FieldPath): void {
  const key = path.at(-1) ?? ''
  const isAsked = fieldsOf(form).some((field) => fieldName(field.path) === fieldName(path))
  const placed = questionAt(form, answerPathOf(form.compiled, path))
  if (isAsked || (placed?.state.isShown === true && isAnswerable(placed.compiled.question))) return
  throw refuse('path', `Tej osobie nie zadano takiego pytania („${key.slice(0, 60)}”).`)
}

function decideEdit(
  { compiled, sent, lines }: LoggedResponse,
  request: CorrectionRequest,
  context: AnswerContext,
): Correction {
  const { kind, path, value, source, reason, remark } = request
  const form = openCorrected(compiled, sent, lines)
  assertAsked(form, path)
  const before = valueAt(form, path)
  const correction = { kind, source, path, before, reason, remark, flags: [] }
  if (kind === 'BLANK') {
    if (isEmptyAnswer(before)) throw refuse('path', 'Tu nie ma odpowiedzi, którą można by usunąć.')
    return correction
  }
  if (isEmptyAnswer(value)) throw refuse('value', 'Proszę podać odpowiedź albo wybrać „usuń odpowiedź”.')
  if (canonicalJson([before]) === canonicalJson([value]))
    throw refuse('value', 'Ta odpowiedź jest już taka. Proszę podać inną.')
  const changed = { ...correction, after: value }
  assertFits(applied(form, changed), request, { today: sent.submittedOn, ...context })
  return changed
}

/**
 * Decides whether something may be done with a response, and what the log will say of it. A change has to fit the
 * question it is made to, as at submission; what it hides is dropped, what it newly asks stays without an answer.
 *
 * @throws InvalidInputError, AnswersRefusedError
 */
export function decideCorrection(
  response: LoggedResponse,
  request: CorrectionRequest,
  context: AnswerContext,
): Correction {
  const { kind, source, reason, remark, flags = [], path } = request
  assertReason(reason, remark)
  const trimmed = remark.trim()
  if (kind === 'CHANGE' || kind === 'BLANK')
    return decideEdit(response, { ...request, remark: trimmed }, context)
  const isOut = isLeftOut(response.lines)
  if (kind === 'EXCLUDE' && isOut) throw refuse('kind', 'Ta ankieta jest już pominięta w wynikach.')
  if (kind === 'INCLUDE' && !isOut) throw refuse('kind', 'Ta ankieta jest już liczona w wynikach.')
  return { kind, source, path: kind === 'KEEP' ? path : [], reason, remark: trimmed, flags }
}

const isMembership = ({ kind }: Correction) => kind === 'EXCLUDE' || kind === 'INCLUDE'
const isEdit = ({ kind }: Correction) => kind === 'CHANGE' || kind === 'BLANK'

function stands(earlier: LogLine, later: LogLine): boolean {
  if (later.number <= earlier.number) return false
  if (isMembership(earlier)) return isMembership(later)
  return (
    isEdit(earlier) &&
    isEdit(later) &&
    (isWithin(earlier.path, later.path) || isWithin(later.path, earlier.path))
  )
}

/**
 * Decides whether a line of the log may be taken back, and what the log will say of it. Lines about the same answer
 * are taken back from the last one.
 *
 * @throws InvalidInputError, LaterCorrectionError
 */
export function decideUndo(
  { compiled, sent, lines }: LoggedResponse,
  number: number,
  remark: string,
): Correction {
  assertReason('MISTAKEN', remark)
  const active = inForce(lines)
  const line = active.find((one) => one.number === number)
  if (line === undefined) throw refuse('number', 'Tego wpisu nie ma albo został już cofnięty.')
  const later = active.findLast((other) => stands(line, other))
  if (later) throw new LaterCorrectionError(later.number)
  const { path, source } = line
  const undo = { kind: 'UNDO', source, path, reason: 'MISTAKEN', remark: remark.trim(), flags: [] } as const
  if (!isEdit(line)) return { ...undo, undoes: number }
  const remaining = lines.filter((one) => one.number !== number)
  return {
    ...undo,
    before: valueAt(openCorrected(compiled, sent, lines), path),
    after: valueAt(openCorrected(compiled, sent, remaining), path),
    undoes: number,
  }
}
