import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import type { Context } from '../context.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import type { DataFormat, FileChoice } from './file-wish.ts'
import { makeDataFile } from './make-data-file.ts'
import { type FileFacts, loadFileFacts, saveDataExport } from './microdata.store.ts'
import type { FileOrder, PreparedFile } from './prepared-file.ts'
import type { PreparedFiles } from './prepared-files.ts'

/** A file that somebody asks for. */
export interface DataRequest {
  readonly surveyId: string
  readonly format: DataFormat
  readonly choice: FileChoice
}

const nameOf = ({ surveyId, format, choice }: DataRequest): string =>
  [surveyId, format, choice.values, choice.includesWeights, choice.includesOpenAnswers].join(' ')

/** The survey's facts for its organisers; `null` for anybody else and for a missing survey. */
export async function factsForOrganiser(context: Context, surveyId: string): Promise<FileFacts | null> {
  if (!context.viewer) throw notSignedIn()
  return (await mayOrganiseSurvey(context, surveyId)) ? loadFileFacts(context.db, surveyId) : null
}

/** A file that was prepared for the person before, by its tag. The caller has made sure that it may still be read. */
export function preparedBefore(
  { viewer }: Context,
  files: PreparedFiles,
  request: DataRequest,
  etag: string,
): PreparedFile | null {
  return viewer && files.find({ accountId: viewer.accountId, name: nameOf(request) }, etag)
}

/**
 * Begins to prepare a file with the answers as they are now, or finds the one that is prepared already. Who took it
 * is recorded when it is whole. The caller has made sure that the viewer organises the survey.
 */
export function prepareData(
  context: Context,
  files: PreparedFiles,
  request: DataRequest,
  facts: FileFacts,
): PreparedFile {
  const { viewer, now, db } = context
  if (!viewer) throw notSignedIn()
  const { surveyId, format, choice } = request
  const order: FileOrder = {
    accountId: viewer.accountId,
    name: nameOf(request),
    state: facts.state,
    make: async (making) => {
      const rowCount = await makeDataFile(context, { ...request, facts }, making)
      const details = { format, openAnswers: choice.includesOpenAnswers, rowCount }
      await saveDataExport(db, { viewer, at: now(), surveyId, details })
      return rowCount
    },
  }
  return files.prepare(order)
}
