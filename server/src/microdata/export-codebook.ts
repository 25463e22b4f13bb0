import type { Context } from '../context.ts'
import { codebookCsv, codebookWorkbook } from './codebook-files.ts'
import { readFileWeights } from './file-weights.ts'
import type { FileChoice } from './file-wish.ts'
import { describeSurvey } from './make-data-file.ts'
import { type FileFacts, withSnapshot } from './microdata.store.ts'

export const CODEBOOK_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type CodebookFormat = keyof typeof CODEBOOK_FORMATS

interface CodebookRequest {
  readonly surveyId: string
  readonly format: CodebookFormat
  readonly choice: FileChoice
  readonly facts: FileFacts
}

/** What the columns of a data file with the same choices mean. There are no answers and no counts in it. */
export async function exportCodebook(context: Context, request: CodebookRequest): Promise<Uint8Array> {
  const { surveyId, format, choice } = request
  const { versions } = await readFileWeights(context, surveyId, choice.includesWeights)
  const { dictionary } = await withSnapshot(context.db, surveyId, (snapshot) =>
    describeSurvey(context, request, snapshot, versions),
  )
  return format === 'xlsx' ? codebookWorkbook(dictionary) : codebookCsv(dictionary)
}
