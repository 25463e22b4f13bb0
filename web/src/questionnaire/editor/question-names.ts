import type { Question, Questionnaire, Section } from '@rozeznanie/core/questionnaire'
import { shortText } from '../draft/changed-places.ts'

/** A question in a sentence: the beginning of its text, or „bez treści”. */
export function nameOf(question: Question, untitled: string): string {
  return shortText(question.text) || untitled
}

const known = new WeakMap<readonly Section[], ReadonlyMap<string, string>>()

/** Numbers of all questions as the editor shows them: `3`, inside a roster `3.1`. */
export function numbersOf({ sections }: Questionnaire): ReadonlyMap<string, string> {
  const counted = known.get(sections)
  if (counted) return counted
  const numbers = new Map<string, string>()
  const visit = (questions: readonly Question[], prefix: string, from: number) =>
    questions.forEach((question, index) => {
      const number = `${prefix}${from + index + 1}`
      numbers.set(question.key, number)
      if (question.type === 'ROSTER') visit(question.questions, `${number}.`, 0)
    })
  sections.reduce((count, { questions }) => {
    visit(questions, '', count)
    return count + questions.length
  }, 0)
  known.set(sections, numbers)
  return numbers
}
