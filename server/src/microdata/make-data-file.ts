import {
  describeFile,
  rosterPaths,
  type CaseBatch,
  type DescribedFile,
  type FileWeight,
} from '@rozeznanie/core/microdata'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { csvBytes } from './csv-bytes.ts'
import { readFileWeights, type FileWeights } from './file-weights.ts'
import type { DataFormat, FileChoice } from './file-wish.ts'
import { type FileFacts, type ResponseSnapshot, withSnapshot } from './microdata.store.ts'
import type { Making } from './prepared-file.ts'
import { savBytes } from './sav-bytes.ts'
import { xlsxBytes } from './xlsx-bytes.ts'

/** Rows read and written at once: others have their turn in between, and little of it outlives the young generation. */
const ROWS_AT_ONCE = 250
/** While answers come in, weights and responses are read again until they are of the same instant. */
const MOST_TRIES = 5

export type ExportContext = Pick<Context, 'db' | 'surveyColumns' | 'now'>

interface FileTask {
  readonly surveyId: string
  readonly facts: FileFacts
  readonly format: DataFormat
  readonly choice: FileChoice
}

/** A file of another count than it should have is not given to anybody. */
class MiscountedFileError extends Error {
  override readonly name = 'MiscountedFileError'
  constructor(written: number, counted: number) {
    super(`${written} rows were written of ${counted} responses`)
  }
}

/** Variables of the survey as they are at an instant; the codebook is made of the same. */
export async function describeSurvey(
  { surveyColumns }: Pick<Context, 'surveyColumns'>,
  { surveyId, facts, choice }: Pick<FileTask, 'surveyId' | 'facts' | 'choice'>,
  snapshot: Pick<ResponseSnapshot, 'mostItems'>,
  weights: readonly FileWeight[],
): Promise<DescribedFile> {
  const form = await surveyColumns.form(surveyId)
  if (form === null) throw new RangeError(`No survey ${surveyId}`)
  const most = await snapshot.mostItems(rosterPaths(form))
  return describeFile({
    form,
    localities: facts.localities,
    weights,
    includesOpenAnswers: choice.includesOpenAnswers,
    mostItems: (name) => most.get(name) ?? 0,
  })
}

async function* batchesOf(
  described: DescribedFile,
  snapshot: ResponseSnapshot,
  weights: FileWeights,
  { signal, progress }: Making,
): AsyncGenerator<CaseBatch> {
  let done = 0
  progress(0, snapshot.count)
  for await (const page of snapshot.pages(ROWS_AT_ONCE)) {
    signal.throwIfAborted()
    yield described.readCases(page.map((one) => ({ ...one, weights: weights.of(one.sequence) })))
    done += page.length
    progress(done, snapshot.count)
  }
  if (done !== snapshot.count) throw new MiscountedFileError(done, snapshot.count)
}

function bytesOf(
  { dictionary }: DescribedFile,
  batches: AsyncIterable<CaseBatch>,
  { format, choice, facts }: FileTask,
  { caseCount, day }: { readonly caseCount: number; readonly day: string },
): AsyncIterable<Uint8Array> {
  if (format === 'csv') return csvBytes(dictionary, batches, choice)
  if (format === 'xlsx') return xlsxBytes(dictionary, batches, { ...choice, caseCount })
  return savBytes(dictionary, batches, { title: facts.title, day, caseCount })
}

/**
 * Writes all responses of a survey as they are at one instant. As many rows are written as were counted, or the file
 * is given up: the count stands in an SPSS file itself, and neither a workbook nor a CSV is sent before its end.
 *
 * @returns how many rows it has
 */
export async function makeDataFile(context: ExportContext, task: FileTask, making: Making): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const weights = await readFileWeights(context, task.surveyId, task.choice.includesWeights)
    const rows = await withSnapshot(context.db, task.surveyId, async (snapshot) => {
      if (!weights.isOf(snapshot.count) && attempt < MOST_TRIES) return null
      const described = await describeSurvey(context, task, snapshot, weights.versions)
      const batches = batchesOf(described, snapshot, weights, making)
      const told = { caseCount: snapshot.count, day: localDayOf(context.now()) }
      for await (const bytes of bytesOf(described, batches, task, told)) await making.write(bytes)
      return snapshot.count
    })
    if (rows !== null) return rows
  }
}
