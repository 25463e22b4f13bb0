import { FormBrokenError } from './errors.ts'
import type { FormPlace, FormProblem, LossEntry, LossKind } from './model.ts'

/** Sheets that come first in a report, whatever was found first. */
const FIRST = ['formularz', 'ankieta', 'survey', 'choices', 'settings']
const MOST_PROBLEMS = 100

const keyOf = ({ kind, sheet, row, column, message }: LossEntry): string =>
  [kind, sheet, row, column, message].join('\n')

/** Takes down what became of each piece of a form, and what is broken in it. */
export class Ledger {
  private entries: LossEntry[] = []
  private readonly told = new Set<string>()
  private readonly faults: FormProblem[] = []

  private note(kind: LossKind, { sheet, row, column }: FormPlace, message: string): void {
    const entry = { kind, sheet, row, ...(column !== undefined && { column }), message }
    if (this.told.has(keyOf(entry))) return
    this.told.add(keyOf(entry))
    this.entries.push(entry)
  }

  kept(place: FormPlace, message: string): void {
    this.note('kept', place, message)
  }

  approximated(place: FormPlace, message: string): void {
    this.note('approximated', place, message)
  }

  dropped(place: FormPlace, message: string): void {
    this.note('dropped', place, message)
  }

  /** Takes back what was said of these rows: a better source has put everything right. */
  forgive(places: readonly FormPlace[]): void {
    const isOver = (entry: LossEntry) =>
      places.some(({ sheet, row }) => entry.sheet === sheet && entry.row === row)
    for (const entry of this.entries.filter(isOver)) this.told.delete(keyOf(entry))
    this.entries = this.entries.filter((entry) => !isOver(entry))
  }

  /** The form cannot be read because of this. */
  broken({ sheet, row, column }: FormPlace, message: string): void {
    if (this.faults.length < MOST_PROBLEMS)
      this.faults.push({ sheet, row, ...(column !== undefined && { column }), message })
  }

  /** Was anything at this place changed or left out? */
  hasLoss({ sheet, row }: FormPlace): boolean {
    return this.entries.some((entry) => entry.kind !== 'kept' && entry.sheet === sheet && entry.row === row)
  }

  /** @throws FormBrokenError when anything is broken */
  assertWhole(): void {
    if (this.faults.length > 0) throw new FormBrokenError(this.faults)
  }

  /** All lines in the order of sheets and rows. */
  get report(): readonly LossEntry[] {
    const sheets = [...new Set([...FIRST, ...this.entries.map(({ sheet }) => sheet)])]
    return [...this.entries].sort(
      (left, right) => sheets.indexOf(left.sheet) - sheets.indexOf(right.sheet) || left.row - right.row,
    )
  }
}
