import type { FormPlace, LossEntry, LossKind } from '@rozeznanie/core/interchange'

export const LOSS_KINDS: readonly LossKind[] = ['dropped', 'approximated', 'kept']

/** How many lines of each kind a report has. */
export function lossCounts(report: readonly LossEntry[]): Readonly<Record<LossKind, number>> {
  const counts = { kept: 0, approximated: 0, dropped: 0 }
  for (const { kind } of report) counts[kind] += 1
  return counts
}

/** A line of a report with a key of its own. */
export interface LossLine extends LossEntry {
  readonly key: string
}

/** The lines of these kinds: what is lost first, then what is changed, each in the order of the file. */
export function lossLines(report: readonly LossEntry[], kinds: readonly string[]): readonly LossLine[] {
  const numbered = report.map((entry, index) => ({ ...entry, key: String(index) }))
  return LOSS_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
    numbered.filter((line) => line.kind === kind),
  )
}

/** Names of the places that stand for a form as a whole. */
const WHOLE = ['formularz', 'ankieta', 'kwestionariusz']

export const isWholeForm = ({ sheet }: FormPlace): boolean => WHOLE.includes(sheet)

/** A sentence of the program, which may begin with a small letter. */
export const asSentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
