import { appendResponse, type Columns, type CountedResponse } from '@rozeznanie/core/analysis'
import { effectOf } from '@rozeznanie/core/cleaning'
import type { Answers, CompiledQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { emptyColumnsOf } from '../analysis/empty-columns.access.ts'
import { unpackBits } from './bits.ts'
import {
  idsOf,
  readCorrectedLater,
  readRowsAfter,
  type CorrectedLater,
  type FrozenRow,
  type StoredSnapshot,
} from './snapshot.store.ts'

const ROWS_AT_ONCE = 1000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The answers of a snapshot as columns. */
export interface FrozenColumns {
  readonly columns: Columns
  /** The place in the snapshot of each response of the columns. */
  readonly places: Uint32Array
}

/** What counted of a response when the snapshot was taken, by its answers as sent and the log until then. */
function replayed(
  { sent, sentLocalityId, submittedOn, lines }: CorrectedLater,
  compiled: CompiledQuestionnaire,
): Pick<CountedResponse, 'answers' | 'localityId'> {
  const answers = sent as Answers
  const { correctedAnswers } = effectOf(compiled, { answers, submittedOn }, lines)
  if (correctedAnswers === null) return { answers, localityId: sentLocalityId }
  const place = correctedAnswers['dem_locality']
  return {
    answers: correctedAnswers,
    localityId: typeof place === 'string' && UUID.test(place) ? place : null,
  }
}

/**
 * Reads the responses of a snapshot as they counted when it was taken: what came later is left out, and later lines
 * of the cleaning log are not applied.
 *
 * @returns `null` when there is no such survey
 */
export async function readFrozenColumns(
  context: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  {
    responseIds,
    present,
    correctionCount,
  }: Pick<StoredSnapshot, 'responseIds' | 'present' | 'correctionCount'>,
): Promise<FrozenColumns | null> {
  const columns = await emptyColumnsOf(context, surveyId)
  if (columns === null) return null
  const ids = idsOf(responseIds)
  const isPresent = unpackBits(present, ids.length)
  const placeOf = new Map(ids.flatMap((id, place) => (isPresent[place] === 1 ? [[id, place] as const] : [])))
  const later = new Map(
    (await readCorrectedLater(context.db, surveyId, correctionCount)).map((one) => [one.id, one]),
  )
  const compiledOf = new Map(columns.readings.map(({ versionId, compiled }) => [versionId, compiled]))
  const places: number[] = []
  const take = ({ id, versionId, ...row }: FrozenRow) => {
    const place = placeOf.get(id)
    const compiled = compiledOf.get(versionId)
    if (place === undefined || compiled === undefined) return
    const corrected = later.get(id)
    const response = { ...row, versionId, ...(corrected && replayed(corrected, compiled)) }
    // Stored rows went through `acceptSubmission`, which lets no other shape pass.
    appendResponse(columns, response as CountedResponse)
    places.push(place)
  }
  for (let after = FIRST_ID; ;) {
    const rows = await readRowsAfter(context.db, surveyId, { after, limit: ROWS_AT_ONCE })
    rows.forEach(take)
    const last = rows.at(-1)
    if (last === undefined) return { columns, places: Uint32Array.from(places) }
    after = last.id
  }
}
