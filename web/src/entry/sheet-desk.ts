import type { Entry } from '@rozeznanie/core/entry'
import type { EntryMode } from './sheet.ts'

/** What the parts of a sheet share: where it stands, and how it is changed. */
export interface SheetDesk {
  readonly entry: Entry
  /** Numbers of the questions on paper, by key. */
  readonly numbers: ReadonlyMap<string, string>
  readonly mode: EntryMode
  readonly change: (next: (before: Entry) => Entry) => void
  readonly pick: (code: string) => void
  readonly go: (placeId: string) => void
}
