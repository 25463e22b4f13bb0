import {
  isRequired,
  pipeLabels,
  pipeText,
  questionAt,
  type AnswerPath,
  type Form,
  type MatrixRow,
  type Option,
  type PlacedQuestion,
  type Question,
  type RosterQuestion,
} from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { fieldId } from './field-ids.ts'
import { madeOf } from './language.ts'

/** A question as one page shows it: with its texts filled in; of a long matrix, some of its rows. */
export interface PageItem {
  /** Where its answer stands. */
  readonly path: AnswerPath
  /** Id of its first control. */
  readonly field: string
  /** The question as it is asked now: texts filled in, `required` as it stands. */
  readonly question: Question
  /** Options that are offered. */
  readonly options: readonly Option[]
  /** Rows of a matrix on this page; empty for any other question. */
  readonly rows: readonly MatrixRow[]
  /** Which part of a matrix this is, when it is spread over several pages. */
  readonly part: { readonly number: number; readonly of: number } | null
}

function asAsked(form: Form, path: AnswerPath, question: Question, required: boolean): Question {
  const filled = (text: string) => madeOf(text, pipeText(form, text, path))
  const { text, help, easyText } = question
  const [minLabel, maxLabel] = 'minLabel' in question ? [question.minLabel, question.maxLabel] : []
  return {
    ...question,
    text: filled(text),
    ...(help !== undefined && { help: filled(help) }),
    ...(easyText !== undefined && { easyText: filled(easyText) }),
    ...(minLabel !== undefined && { minLabel: filled(minLabel) }),
    ...(maxLabel !== undefined && { maxLabel: filled(maxLabel) }),
    required,
  }
}

function filledLabels<Item extends MatrixRow | Option>(
  form: Form,
  path: AnswerPath,
  items: readonly Item[],
): readonly Item[] {
  const filled = pipeLabels(form, items, path)
  if (filled !== items) filled.forEach(({ label }, index) => madeOf(items[index]?.label ?? '', label))
  return filled
}

/** Items that follow from how their question stands and from nothing else: no answer is put into their texts. */
const settled = new WeakMap<PlacedQuestion['state'], PageItem>()

/** Is no answer put into the texts of the question? */
const hasNoPiping = (question: Question): boolean => {
  const { text, help = '', easyText = '' } = question
  const ends = 'minLabel' in question ? `${question.minLabel ?? ''}${question.maxLabel ?? ''}` : ''
  return !`${text}${help}${easyText}${ends}`.includes('{')
}

/** Does how the question is asked follow from its rows and options alone? */
export function isSettled({ compiled }: Form, question: Question): boolean {
  const own = compiled.questions.get(question.key)
  if (own === undefined || own.requiredIf !== undefined || !hasNoPiping(question)) return false
  return ![...own.rows, ...own.options].some(({ label }) => label.includes('{'))
}

/** The question at a path as it is asked now; `null` when it is not. */
export function itemAt(form: Form, path: AnswerPath): PageItem | null {
  const placed = questionAt(form, path)
  if (!placed?.state.isShown) return null
  const known = settled.get(placed.state)
  if (known && path.length === 1) return known
  const item = itemOf(form, path, placed)
  const { compiled, state } = placed
  const isSettled =
    hasNoPiping(compiled.question) && item.options === state.options && item.rows === state.rows
  if (isSettled && path.length === 1 && compiled.requiredIf === undefined) settled.set(state, item)
  return item
}

function itemOf(form: Form, path: AnswerPath, placed: PlacedQuestion): PageItem {
  const rows = filledLabels(form, path, placed.state.rows)
  const options = filledLabels(form, path, placed.state.options)
  const question = asAsked(form, path, placed.compiled.question, isRequired(placed))
  return { path, field: fieldId(path), question, options, rows, part: null }
}

/** The questions that an item of a roster is asked. @param path - of the item */
export function itemsAskedIn(
  survey: Pick<PublicSurvey, 'localities'>,
  form: Form,
  { questions }: RosterQuestion,
  path: AnswerPath,
): readonly PageItem[] {
  return questions.flatMap((inner): readonly PageItem[] => {
    if (inner.type === 'LOCALITY' && survey.localities.length === 0) return []
    const found = itemAt(form, [...path, inner.key])
    return found === null ? [] : [found]
  })
}
