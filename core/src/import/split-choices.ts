import type { Option } from '../questionnaire/index.ts'

/**
 * Splits a cell with several choices. Labels may hold the separator themselves („usługi opiekuńcze, w domu”),
 * so whole labels are taken first, the longest first; what is left is split at the separator.
 *
 * @returns the parts in the order of the cell, trimmed, without empty ones
 */
export function splitChoices(cell: string, separator: string, options: readonly Option[]): readonly string[] {
  if (separator.trim() === '')
    return cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const labels = options.map((option) => option.label).sort((a, b) => b.length - a.length)
  const parts: string[] = []
  let rest = cell.trim()
  while (rest !== '') {
    const part =
      labels.find((label) => startsWithPart(rest, label, separator)) ?? rest.split(separator, 1)[0] ?? rest
    if (part.trim() !== '') parts.push(part.trim())
    const after = rest.slice(part.length).trimStart()
    rest = after.startsWith(separator.trim()) ? after.slice(separator.trim().length).trimStart() : after
  }
  return parts
}

function startsWithPart(text: string, label: string, separator: string): boolean {
  if (!text.toLowerCase().startsWith(label.toLowerCase())) return false
  const after = text.slice(label.length).trimStart()
  return after === '' || after.startsWith(separator.trim())
}
