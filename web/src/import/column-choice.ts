import { isImportable, type ColumnTarget } from '@rozeznanie/core/import'
import {
  allQuestions,
  findQuestion,
  optionsOf,
  rowsOf,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import type { Choice } from '../ui/SelectField.tsx'

/** Words of the two lists of choices, from the catalogue. */
export interface ChoiceWords {
  readonly ignore: string
  readonly sheetNumber: string
  readonly whole: string
  readonly otherText: string
  readonly row: (label: string) => string
  readonly option: (label: string) => string
  readonly place: (place: number) => string
}

const IGNORE = 'ignore'
const SHEET = 'sheetNumber'
const WHOLE = 'whole'

/** What a column may be: left out, the sheet number, or one of the questions. */
export function questionChoices(questionnaire: Questionnaire, words: ChoiceWords): readonly Choice[] {
  const questions = allQuestions(questionnaire).filter(isImportable)
  return [
    { value: IGNORE, label: words.ignore },
    { value: SHEET, label: words.sheetNumber },
    ...questions.map((question) => ({ value: question.key, label: question.text })),
  ]
}

/** Which part of the question's answer a column holds; empty when there is only the whole. */
export function partChoices(
  questionnaire: Questionnaire,
  questionKey: string,
  words: ChoiceWords,
): readonly Choice[] {
  const question = findQuestion(questionnaire, questionKey)
  if (!question) return []
  const whole = { value: WHOLE, label: words.whole }
  switch (question.type) {
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return rowsOf(questionnaire, question).map(({ key, label }) => ({
        value: `row:${key}`,
        label: words.row(label),
      }))
    case 'MULTI': {
      const options = optionsOf(questionnaire, question)
      const others = options.some((option) => option.allowsText)
        ? [{ value: 'other', label: words.otherText }]
        : []
      return [
        whole,
        ...options.map(({ code, label }) => ({ value: `option:${code}`, label: words.option(label) })),
        ...others,
      ]
    }
    case 'RANK':
      return [
        whole,
        ...Array.from({ length: question.top }, (_, i) => ({
          value: `place:${i + 1}`,
          label: words.place(i + 1),
        })),
      ]
    case 'SINGLE':
      return optionsOf(questionnaire, question).some((option) => option.allowsText)
        ? [whole, { value: 'other', label: words.otherText }]
        : []
    default:
      return []
  }
}

/** The value of the first list for a target. */
export const questionValueOf = (target: ColumnTarget): string =>
  target.kind === 'ignore' || target.kind === 'sheetNumber' ? target.kind : target.questionKey

/** The value of the second list for a target. */
export function partValueOf(target: ColumnTarget): string {
  switch (target.kind) {
    case 'option':
      return `option:${target.code}`
    case 'place':
      return `place:${target.place}`
    case 'otherText':
      return 'other'
    case 'question':
      return target.rowKey === undefined ? WHOLE : `row:${target.rowKey}`
    default:
      return WHOLE
  }
}

/** The target after another question was chosen: its whole answer, or its first part. */
export function chooseQuestion(
  questionnaire: Questionnaire,
  value: string,
  words: ChoiceWords,
): ColumnTarget {
  if (value === IGNORE || value === SHEET) return { kind: value }
  const first = partChoices(questionnaire, value, words)[0]
  return choosePart(questionnaire, value, first?.value ?? WHOLE)
}

/** The target after a part was chosen. */
export function choosePart(questionnaire: Questionnaire, questionKey: string, part: string): ColumnTarget {
  const [kind, name = ''] = split(part)
  if (kind === 'option') return { kind, questionKey, code: name }
  if (kind === 'place') return { kind, questionKey, place: Number(name) }
  if (kind === 'other') return { kind: 'otherText', questionKey }
  const rowKey = kind === 'row' ? { rowKey: name } : {}
  return {
    kind: 'question',
    questionKey,
    ...rowKey,
    ...(takesSeveral(questionnaire, questionKey) ? { separator: ',' } : {}),
  }
}

function split(part: string): readonly [string, string?] {
  const at = part.indexOf(':')
  return at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)]
}

function takesSeveral(questionnaire: Questionnaire, questionKey: string): boolean {
  const type = findQuestion(questionnaire, questionKey)?.type
  return type === 'MULTI' || type === 'RANK' || type === 'MATRIX_MULTI'
}

/** The answers that a cell's text may be given as its meaning; localities are those of the municipality. */
export function meaningChoices(
  questionnaire: Questionnaire,
  target: ColumnTarget,
  localities: readonly Choice[],
  notSaid: string,
): readonly Choice[] {
  const question = 'questionKey' in target ? findQuestion(questionnaire, target.questionKey) : undefined
  if (!question) return []
  if (question.type === 'LOCALITY') return [...localities, { value: '-99', label: notSaid }]
  return optionsOf(questionnaire, question).map(({ code, label }) => ({ value: code, label }))
}

/** The meaning a person gave to a cell's text; `undefined` when there is none yet. */
export const meaningOf = (target: ColumnTarget, cell: string): string | null | undefined =>
  takesMeanings(target) && target.values && Object.hasOwn(target.values, cell)
    ? target.values[cell]
    : undefined

/** The target with one more meaning of a cell's text; `null` leaves such cells out on purpose, `undefined` takes it back. */
export function withMeaning(
  target: ColumnTarget,
  cell: string,
  code: string | null | undefined,
): ColumnTarget {
  if (!takesMeanings(target)) return target
  const others = Object.entries(target.values ?? {}).filter(([known]) => known !== cell)
  const values = Object.fromEntries(code === undefined ? others : [...others, [cell, code]])
  return { ...target, values }
}

const takesMeanings = (target: ColumnTarget) => target.kind === 'question' || target.kind === 'place'
