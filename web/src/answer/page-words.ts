import type { AnswerPath, Answers } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'
import { rowAnswer } from './answer-changes.ts'
import type { Page, PageItem } from './pages.ts'
import { texts } from './texts.ts'

/** Heading of a page: its question, or the section's title where it has several. */
export function headingOf(page: Page): string {
  const [only, ...others] = page.items
  return only && others.length === 0 ? only.question.text : page.section.title
}

/** Title of the window: what is wrong, what is asked, how far it is. */
export function titleOf(page: Page, surveyTitle: string, hasFaults: boolean): string {
  const part = texts.page.part(page.sectionNumber, page.sectionCount)
  const title = `${headingOf(page)} – ${part} – ${surveyTitle}`
  return hasFaults ? texts.errorTitle(title) : title
}

/** Faults of the question at a path, and of what stands inside it. */
export function faultsAt(faults: readonly Violation[], path: AnswerPath): readonly Violation[] {
  return faults.filter((fault) => {
    const at = fault.path ?? [fault.questionKey]
    return path.every((step, index) => at[index] === step)
  })
}

/** The name a fault has in the summary of a page: its row, or its question among several. */
export function faultName(page: Page, fault: Violation): string | null {
  const [key, index] = fault.path ?? [fault.questionKey]
  const item = page.items.find(({ question }) => question.key === key)
  if (item?.question.type === 'ROSTER' && typeof index === 'number') {
    return texts.field.itemTitle(item.question.itemName, index + 1)
  }
  const row = item?.rows.find(({ key }) => key === fault.rowKey)
  if (row) return row.label
  return page.items.length > 1 && item ? item.question.text : null
}

function isAnswered({ question, rows }: PageItem, answers: Answers): boolean {
  const answer = answers[question.key]
  if (rows.length > 0) return rows.some(({ key }) => rowAnswer(answer, key) !== undefined)
  return answer !== undefined
}

/** Words of the button that goes on. */
export function goOnLabel(page: Page, answers: Answers, fromCheck: boolean): 'next' | 'skip' | 'toCheck' {
  if (fromCheck) return 'toCheck'
  const asksNothing = page.items.every(({ question }) => question.type === 'INFO')
  const isRequired = page.items.some(({ question }) => question.required === true)
  const hasAnswer = page.items.some((item) => isAnswered(item, answers))
  return asksNothing || isRequired || hasAnswer ? 'next' : 'skip'
}
