import type { FlagKind } from '@rozeznanie/core/cleaning'
import type { Context } from '../context.ts'
import { findListed, type ListedResponse } from './quality.store.ts'
import type { FlaggedResponse } from './survey-quality.ts'

const MOST_LISTED = 200

export type ListedFlagged = FlaggedResponse & ListedResponse

/** Responses that deserve a look and that nobody looked at, with this flag if one is named. */
export async function readFlagged(
  { db, surveyQuality }: Pick<Context, 'db' | 'surveyQuality'>,
  surveyId: string,
  kind: FlagKind | null,
): Promise<readonly ListedFlagged[]> {
  const reading = await surveyQuality.read(surveyId)
  const wanted = (reading?.flagged ?? [])
    .filter(({ open }) => open.some((flag) => kind === null || flag.kind === kind))
    .slice(0, MOST_LISTED)
  const listed = await findListed(
    db,
    surveyId,
    wanted.map(({ responseId }) => responseId),
  )
  return wanted.flatMap((flagged) => {
    const response = listed.get(flagged.responseId)
    return response ? [{ ...flagged, ...response }] : []
  })
}
