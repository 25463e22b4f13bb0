import {
  countedAnswers,
  isEmptyAnswer,
  openForm,
  type Answers,
  type CompiledQuestionnaire,
  type Form,
} from '../questionnaire/index.ts'
import { canonicalJson } from '../response/index.ts'
import { fieldName, fieldsOf, type Field } from './fields.ts'
import type { Correction, FieldPath } from './model.ts'
import { isSameAnswer } from './same-answer.ts'

/** A field that two entries of one sheet fill differently. */
export interface FieldDifference {
  readonly path: FieldPath
  /** Absent: no answer. */
  readonly first?: unknown
  readonly second?: unknown
}

export interface Comparison {
  /** Fields that both entries ask for; the base of the error rate. */
  readonly fieldCount: number
  readonly differences: readonly FieldDifference[]
}

const lengthOf = ({ answer }: Field): number => (Array.isArray(answer) ? answer.length : 0)
const isRoster = ({ node }: Field): boolean => node.items !== undefined

/** Rosters of different lengths differ as a whole: which item is missing, only the paper knows. */
function isDifferent(one: Field, other: Field): boolean {
  if (isRoster(one)) return lengthOf(one) !== lengthOf(other)
  return !isSameAnswer(one.node.question, one.isOtherText, one.answer, other.answer)
}

const isInside = (path: FieldPath, outer: FieldPath): boolean =>
  path.length > outer.length && outer.every((step, index) => path[index] === step)

/**
 * Two sets of answers to one questionnaire, field by field: questions, rows of matrices, texts of „inne, jakie?”,
 * questions of each item of a roster. A field that only one of the two asks for follows from another difference and is
 * not listed by itself. Texts are compared without case, spacing and kinds of quotation marks; multi-choices without
 * order. Rosters of different lengths are one difference, their items none.
 */
export function compareEntries(
  compiled: CompiledQuestionnaire,
  first: Answers,
  second: Answers,
  today?: string,
): Comparison {
  const open = (answers: Answers) => fieldsOf(openForm(compiled, answers, { today }))
  const others = new Map(open(second).map((field) => [fieldName(field.path), field]))
  const differences: FieldDifference[] = []
  const unlike: FieldPath[] = []
  let fieldCount = 0
  for (const field of open(first)) {
    const other = others.get(fieldName(field.path))
    if (other === undefined || unlike.some((outer) => isInside(field.path, outer))) continue
    fieldCount += 1
    if (!isDifferent(field, other)) continue
    differences.push({ path: field.path, first: field.answer, second: other.answer })
    if (isRoster(field)) unlike.push(field.path)
  }
  return { fieldCount, differences }
}

/** Differences between two entries per thousand fields; `null` when nothing was compared. */
export function differencesPerThousand(differenceCount: number, fieldCount: number): number | null {
  return fieldCount === 0 ? null : (1000 * differenceCount) / fieldCount
}

/** What a correction needs beside its place. */
type Because = Pick<Correction, 'source' | 'reason' | 'remark'>

function editOf(path: FieldPath, before: unknown, after: unknown, because: Because): Correction {
  const facts = { ...because, path, before, flags: [] }
  return isEmptyAnswer(after) ? { ...facts, kind: 'BLANK' } : { ...facts, kind: 'CHANGE', after }
}

/**
 * Answers that the other entry gives to questions which are asked only because of a change: they come with it, for
 * they were read from the same sheet.
 */
export function answersThatCome(
  before: Form,
  after: Form,
  other: Form,
  because: Because,
): readonly Correction[] {
  const askedBefore = new Set(fieldsOf(before).map(({ path }) => fieldName(path)))
  const given = new Map(fieldsOf(other).map(({ path, answer }) => [fieldName(path), answer]))
  const whole: FieldPath[] = []
  return fieldsOf(after).flatMap((field) => {
    const name = fieldName(field.path)
    const answer = given.get(name)
    const isNew = !askedBefore.has(name) && isEmptyAnswer(field.answer) && !isEmptyAnswer(answer)
    if (!isNew || whole.some((outer) => isInside(field.path, outer))) return []
    if (isRoster(field)) whole.push(field.path)
    return [editOf(field.path, undefined, answer, because)]
  })
}

/** The edits that turn one set of answers into another, question by question. */
export function editsBetween(one: Form, other: Form, because: Because): readonly Correction[] {
  const before = countedAnswers(one)
  const after = countedAnswers(other)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => one.compiled.questions.get(key)?.question.type !== 'CALCULATED')
    .filter((key) => canonicalJson([before[key]]) !== canonicalJson([after[key]]))
    .map((key) => editOf([key], before[key], after[key], because))
}
