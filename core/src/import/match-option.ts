import type { Option } from '../questionnaire/index.ts'
import type { CellMeaning } from './model.ts'
import { plainText, plainTextWithoutBrackets } from './plain-text.ts'

const LEADING_NUMBER = /^(-?\d+)\s*[.)=:–-]?\s+\S/

/** Reads „4” and „4,0” alike: spreadsheets like to add a decimal place to codes. */
function asCode(cell: string): string {
  return /^-?\d+[.,]0+$/.test(cell) ? cell.replace(/[.,]0+$/, '') : cell
}

/**
 * Which option a cell means, or `null`. Exact: the code or the label, letter by letter.
 * Approximate: the label but for case, accents, punctuation or brackets; „4. Raczej tak”; the beginning of exactly one label.
 */
export function matchOption(options: readonly Option[], cell: string): CellMeaning | null {
  const text = cell.trim()
  const exact =
    options.find((option) => option.code === asCode(text)) ?? options.find((option) => option.label === text)
  if (exact) return { code: exact.code, quality: 'exact' }
  const approximate =
    only(options, (option) => plainText(option.label) === plainText(text)) ??
    only(options, (option) => plainTextWithoutBrackets(option.label) === plainTextWithoutBrackets(text)) ??
    byLeadingNumber(options, text) ??
    byBeginning(options, text)
  return approximate ? { code: approximate.code, quality: 'approximate' } : null
}

function only(options: readonly Option[], test: (option: Option) => boolean): Option | undefined {
  const found = options.filter(test)
  return found.length === 1 ? found[0] : undefined
}

function byLeadingNumber(options: readonly Option[], text: string): Option | undefined {
  const number = LEADING_NUMBER.exec(text)?.[1]
  if (number === undefined) return undefined
  const rest = plainText(text.slice(number.length))
  return options.find(
    (option) => option.code === number && plainText(option.label).startsWith(rest.slice(0, 12)),
  )
}

const SHORTEST_BEGINNING = 5

function byBeginning(options: readonly Option[], text: string): Option | undefined {
  const wanted = plainText(text)
  if (wanted.length < SHORTEST_BEGINNING) return undefined
  return only(options, (option) => plainText(option.label).startsWith(wanted))
}
