import { createContext, useContext } from 'react'
import type { HistoryState } from './fold-states.ts'

/** What every line of the history needs. */
export interface HistoryTools {
  readonly questionnaireKey: string
  /** Revision of the draft as it is. */
  readonly newest: number
  /** When a state was saved, in words; null for one that is not listed yet. */
  nameOf(revision: number): string | null
  onShow(state: HistoryState): void
  onRestore(state: HistoryState): void
}

export const HistoryContext = createContext<HistoryTools | null>(null)

export function useHistoryTools(): HistoryTools {
  const tools = useContext(HistoryContext)
  if (tools === null) throw new Error('A line of the history stands outside the history.')
  return tools
}
