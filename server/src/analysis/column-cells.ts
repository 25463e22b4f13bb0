import { type CellSource, type Columns, pairCells, questionCells } from '@rozeznanie/core/analysis'

/** Cells counted from columns in memory, as they are when a cell is asked for. */
export function createColumnCells(read: () => Promise<{ readonly columns: Columns } | null>): CellSource {
  return {
    question: async (key, scope) => {
      const state = await read()
      return state && questionCells(state.columns, key, scope)
    },
    pair: async (rowKey, columnKey, scope) => {
      const state = await read()
      return state && pairCells(state.columns, rowKey, columnKey, scope)
    },
  }
}
