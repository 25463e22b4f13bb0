const plain = (text: string): string => text.replace(/[^\w-]/g, '_')

/** Id of the first control of a question or row: where an error's link leads. */
export const fieldId = (questionKey: string, rowKey?: string): string =>
  `pole-${plain(questionKey)}${rowKey === undefined ? '' : `--${plain(rowKey)}`}`
export const hintId = (field: string): string => `${field}-opis`
export const faultId = (field: string): string => `${field}-blad`
export const optionId = (field: string, index: number): string =>
  index === 0 ? field : `${field}-${index + 1}`

/** Value of `aria-describedby`: the ids that exist; nothing when none does. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
  const present = ids.filter((id) => typeof id === 'string')
  return present.length === 0 ? undefined : present.join(' ')
}
