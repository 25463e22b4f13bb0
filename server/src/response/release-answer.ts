import { releasedText } from '@rozeznanie/core/response'
import type { Context } from '../context.ts'
import { loadOwnAnswer } from './open-answer.access.ts'
import { deleteRelease, saveRelease, type OpenAnswer, type OpenAnswerName } from './open-answer.store.ts'

/**
 * Lets an open answer into the report, as it is or shortened by the organiser. Refusals: see `releasedText` in core.
 *
 * @returns the answer as it stands then; `null` when the viewer organises no survey with such an answer
 */
export async function releaseAnswer(
  context: Context,
  name: OpenAnswerName,
  text: string,
): Promise<OpenAnswer | null> {
  const answer = await loadOwnAnswer(context, name)
  if (!answer) return null
  const released = releasedText(text)
  await saveRelease(context.db, { name: answer, text: released, viewer: context.viewer, at: context.now() })
  return { ...answer, releasedText: released }
}

/** Takes an open answer out of the report again. @returns as `releaseAnswer` */
export async function withdrawAnswer(context: Context, name: OpenAnswerName): Promise<OpenAnswer | null> {
  const answer = await loadOwnAnswer(context, name)
  if (!answer) return null
  await deleteRelease(context.db, { name: answer, viewer: context.viewer, at: context.now() })
  return { ...answer, releasedText: null }
}
