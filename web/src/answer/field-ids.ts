import type { AnswerPath } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'

const plain = (text: string): string => text.replace(/[^\w-]/g, '_')

/** Id of the first control of a question, or of an item of a roster: where an error's link leads. */
export const fieldId = (path: AnswerPath): string =>
  `pole-${path.map((step) => plain(String(step))).join('-')}`
/** Id of the first control of a row of a matrix. */
export const rowId = (field: string, rowKey: string): string => `${field}--${plain(rowKey)}`
/** Id of the control that a fault is about. */
export function faultField({ questionKey, path, rowKey }: Violation): string {
  const field = fieldId(path ?? [questionKey])
  return rowKey === undefined ? field : rowId(field, rowKey)
}
/** Id of the heading of a question inside a roster, or of an item of it. */
export const headingId = (field: string): string => `${field}-tytul`
export const hintId = (field: string): string => `${field}-opis`
export const faultId = (field: string): string => `${field}-blad`
export const optionId = (field: string, index: number): string =>
  index === 0 ? field : `${field}-${index + 1}`

/** Value of `aria-describedby`: the ids that exist; nothing when none does. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
  const present = ids.filter((id) => typeof id === 'string')
  return present.length === 0 ? undefined : present.join(' ')
}
