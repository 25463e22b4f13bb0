import type { CellGroup, ColumnMapping, ColumnReport, RefusedRow } from '@rozeznanie/core/import'
import type { FormProblem } from '../ui/form-problems.ts'
import { problemsOf } from '../ui/form-problems.ts'

/** What the server read from the chosen file. */
export interface FileDescription {
  readonly header: readonly string[]
  readonly sampleRows: readonly (readonly string[])[]
  readonly rowCount: number
  readonly mapping: ColumnMapping
}

/** The dry run: nothing is stored yet. */
export interface DryRun {
  readonly rowCount: number
  readonly importableCount: number
  readonly columns: readonly ColumnReport[]
  readonly refusedRows: readonly RefusedRow[]
  readonly planHash: string
}

/** What became of the rows of a confirmed import. */
export interface ImportOutcome {
  readonly storedCount: number
  readonly alreadyStoredCount: number
  readonly conflictRows: readonly RefusedRow[]
  readonly refusedRows: readonly RefusedRow[]
}

export type { CellGroup, ColumnReport, RefusedRow }

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FormProblem[] }

/** What goes along with the file. */
export interface ImportFields {
  readonly mapping?: ColumnMapping
  readonly planHash?: string
  readonly mode?: string
}

/** Sends the file with what was decided so far. The file stays on this computer until the import is confirmed. */
export async function postImport<T>(
  surveyId: string,
  step: 'columns' | 'dry-run' | 'confirm',
  file: File,
  fields: ImportFields,
  offlineMessage: string,
): Promise<Reply<T>> {
  const body = new FormData()
  if (fields.mapping) body.append('mapping', JSON.stringify(fields.mapping))
  if (fields.planHash) body.append('planHash', fields.planHash)
  if (fields.mode) body.append('mode', fields.mode)
  body.append('file', file)
  try {
    const reply = await fetch(`/upload/surveys/${surveyId}/import/${step}`, {
      method: 'POST',
      body,
      headers: { 'x-rozeznanie': '1' },
    })
    const json: unknown = await reply.json()
    if (reply.ok) return { ok: true, value: json as T }
    return { ok: false, problems: problemsOf(json as { message: string }) }
  } catch {
    return { ok: false, problems: [{ message: offlineMessage }] }
  }
}
