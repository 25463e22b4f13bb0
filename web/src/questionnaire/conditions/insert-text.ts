/** The text with something put in the place of what is selected, and where the caret stands afterwards. */
export function insertedText(
  text: string,
  [start, end]: readonly [number, number],
  inserted: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const lead = before !== '' && /[\p{L}\p{N},.;:!?]$/u.test(before) ? ' ' : ''
  const tail = /^[\p{L}\p{N}]/u.test(after) ? ' ' : ''
  return { text: `${before}${lead}${inserted}${tail}${after}`, caret: (before + lead + inserted).length }
}
