import type { DisclosureRules, DisplayedShare, Protected } from '../disclosure/index.ts'
import { formatBase, formatShare } from './format-number.ts'
import type { Cell } from './model.ts'
import { CAUTION_BASE } from './withhold.ts'

/** Under every table of shares that overlap. */
export const MULTIPLE_NOTE = 'Odsetki nie sumują się do 100%, ponieważ można było wskazać kilka odpowiedzi.'
const SUPPRESSED_NOTE = '• – wartość ukryta, aby chronić anonimowość osób badanych.'
const NONE_NOTE = '– (pauza) – nie było takich odpowiedzi.'
const CAUTION_NOTE = `Mniej niż ${CAUTION_BASE} odpowiedzi: dane orientacyjne.`

interface NotesInput {
  /** People with a valid answer. */
  readonly base: Protected<number> | null
  readonly isMultiple?: boolean
  readonly cells?: readonly Cell[]
}

/** The notes under a table: the base, how to read the percentages, and the signs that occur in it. */
export function notesFor({ base, isMultiple = false, cells = [] }: NotesInput): readonly string[] {
  return [
    `${formatBase(base)} (osoby, które udzieliły odpowiedzi na to pytanie).`,
    ...(isMultiple ? [MULTIPLE_NOTE] : []),
    ...cautionNotes(base),
    ...signNotes(cells),
  ]
}

/** What the signs of a table mean, as far as they occur in it. */
export function signNotes(cells: readonly Cell[]): readonly string[] {
  return [
    ...(cells.some(({ kind }) => kind === 'suppressed') ? [SUPPRESSED_NOTE] : []),
    ...(cells.some(({ kind }) => kind === 'none') ? [NONE_NOTE] : []),
  ]
}

/** A warning for results of few people. */
export function cautionNotes(base: Protected<number> | null): readonly string[] {
  return base === null || base < CAUTION_BASE ? [CAUTION_NOTE] : []
}

/** What stands where a question had too few answers to show anything. */
export function tooFewText(questionText: string, { minimumBase }: DisclosureRules): string {
  return `Na pytanie „${questionText}” odpowiedziało zbyt mało osób (potrzeba co najmniej ${minimumBase}), aby pokazać wyniki i nikogo nie ujawnić.`
}

/** „„Bezrobocie” (42%), „Ubóstwo” (30%) i „Inne” (5%)” */
export function listShares(
  items: readonly { readonly label: string; readonly share: DisplayedShare }[],
): string {
  const parts = items.map(({ label, share }) => `„${label}” (${formatShare(share)})`)
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} i ${last}`
}
