import type { Option, Question, Questionnaire } from './model.ts'
import { isSpecialCode } from './options.ts'
import { isAnswerable } from './walk.ts'

const FIRST_LETTER = 'a'.charCodeAt(0)
const LETTERS = 26

/** „a”, „b” … „z”, „aa”: marks of what stands within one question. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(FIRST_LETTER + (index % LETTERS))
  return index < LETTERS ? last : `${letterOf(Math.floor(index / LETTERS) - 1)}${last}`
}

function within(question: Question, number: string, numbers: Map<string, string>): void {
  numbers.set(question.key, number)
  if (question.type !== 'ROSTER') return
  const inner = question.questions.filter(isAnswerable)
  inner.forEach((one, index) => {
    const isDeep = /[a-z]$/.test(number)
    within(one, isDeep ? `${number}.${index + 1}` : `${number}${letterOf(index)}`, numbers)
  })
}

/**
 * Numbers of the questions on paper, by key: 1, 2, 3 through the whole questionnaire, 3a and 3b within a roster,
 * 3a.1 within a roster of a roster. Texts and calculated values have none.
 */
export function paperNumbers({ sections }: Questionnaire): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  sections
    .flatMap(({ questions }) => questions)
    .filter(isAnswerable)
    .forEach((question, index) => within(question, String(index + 1), numbers))
  return numbers
}

/**
 * The number of an option on paper and in the keys that enter it: its place among the answers, or the point of a
 * scale. `null` for special codes.
 */
export function numberOfOption(
  question: Pick<Question, 'type'> | undefined,
  all: readonly Option[],
  code: string,
): string | null {
  if (isSpecialCode(code)) return null
  if (question?.type === 'SCALE_1_5' || question?.type === 'SCALE_0_10') return code
  const plain = all.filter((option) => !isSpecialCode(option.code))
  return String(plain.findIndex((option) => option.code === code) + 1)
}
