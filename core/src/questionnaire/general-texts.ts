import type { Questionnaire } from './model.ts'
import { rewritePiping } from './pipe-text.ts'
import { PIPED_TEXTS } from './piped-texts.ts'

/** A text as it reads for nobody in particular: „Jak długo korzysta Pan/Pani z usługi …?”. */
export const generalText = (text: string): string => rewritePiping(text, () => null)

function general(value: unknown, name?: string): unknown {
  if (typeof value === 'string')
    return name !== undefined && PIPED_TEXTS.includes(name) ? generalText(value) : value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => general(item))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const changed = entries.map(([key, part]) => [key, general(part, key)] as const)
  return changed.some(([, part], index) => part !== entries[index]?.[1]) ? Object.fromEntries(changed) : value
}

const known = new WeakMap<Questionnaire, Questionnaire>()

/**
 * The questionnaire as it reads for nobody in particular, for tables and reports: what its texts take from
 * answers (`{service}`) is „…”. Keys, codes and rules are the same; the same document when no text takes anything.
 */
export function withGeneralTexts(questionnaire: Questionnaire): Questionnaire {
  const before = known.get(questionnaire)
  if (before) return before
  const read = general(questionnaire) as Questionnaire
  known.set(questionnaire, read)
  return read
}
