import { columnBytes, type Columns } from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import { FreshColumns } from './fresh-columns.ts'
import { type SurveyForm, SurveyForms } from './survey-forms.ts'

const DEFAULT_MEMORY = 256 * 1024 * 1024

/** The answers of a survey as they were at an instant. Read them at once: they grow with the next question. */
export interface ColumnsState {
  readonly columns: Columns
  readonly asOf: Date
}

/** The answers of all surveys as columns: built when first asked for, kept while there is room. */
export interface SurveyColumns {
  /**
   * Every answer acknowledged before the call is in what it returns.
   * It asks nobody who is asking: that is the caller's part.
   *
   * @returns `null` when there is no such survey
   */
  read(surveyId: string): Promise<ColumnsState | null>
  /** What the survey asks and has asked, without its answers; `null` when there is no such survey. */
  form(surveyId: string): Promise<SurveyForm | null>
}

interface SurveyColumnsDeps {
  readonly db: Database
  readonly now: () => Date
  /** Room for columns, in bytes; the survey not asked for the longest leaves first. */
  readonly memoryBytes?: number
}

/** Drops the least recently used until the rest fits; the one just asked for stays in any case. */
function evict(kept: Map<string, FreshColumns>, sizes: Map<string, number>, memoryBytes: number) {
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  for (const surveyId of [...kept.keys()].slice(0, -1)) {
    if (bytes <= memoryBytes) return
    bytes -= sizes.get(surveyId) ?? 0
    kept.delete(surveyId)
    sizes.delete(surveyId)
  }
}

/** @returns the columns of this database's surveys; one object for the life of the server */
export function createSurveyColumns({
  db,
  now,
  memoryBytes = DEFAULT_MEMORY,
}: SurveyColumnsDeps): SurveyColumns {
  const kept = new Map<string, FreshColumns>()
  const sizes = new Map<string, number>()
  const forms = new SurveyForms(db)
  const open = (surveyId: string) => {
    const opened = kept.get(surveyId) ?? new FreshColumns({ db, now, surveyId, forms })
    kept.delete(surveyId)
    kept.set(surveyId, opened)
    return opened
  }
  const forget = (surveyId: string) => {
    kept.delete(surveyId)
    sizes.delete(surveyId)
  }
  return {
    form: (surveyId) => forms.read(surveyId),
    read: async (surveyId) => {
      try {
        const state = await open(surveyId).read()
        if (state === null) {
          forget(surveyId)
          return null
        }
        if (kept.has(surveyId)) sizes.set(surveyId, columnBytes(state.columns))
        evict(kept, sizes, memoryBytes)
        return state
      } catch (error) {
        forget(surveyId)
        throw error
      }
    },
  }
}
