import { assertReason, editsBetween, openCorrected, openSent, type LogLine } from '@rozeznanie/core/cleaning'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { findConflictContent } from './conflict.store.ts'
import { decideAbout } from './correct-response.ts'
import type { NewLine, ResponseName } from './correction.store.ts'

/** Which of two contents under one id counts. */
export interface ConflictDecision extends ResponseName {
  /** Of the second content, in hexadecimal. */
  readonly conflictHash: string
  readonly take: 'FIRST' | 'SECOND'
  readonly reason: string
  readonly remark: string
}

const refuse = (message: string) => new InvalidInputError([{ path: 'take', message }])

/**
 * Decides which of two contents that came under one id counts: the first stays, or the second takes its place as
 * corrections of single questions. Both would count one person twice, so that is not offered. Taken back, the conflict
 * waits again.
 *
 * @returns as `decideAbout`; `null` also when there is no such content
 */
export async function decideConflict(
  context: Context,
  { take, conflictHash, reason, remark, ...name }: ConflictDecision,
): Promise<readonly LogLine[] | null> {
  if (!(await cleanedSurvey(context, name.surveyId))) return null
  assertReason(reason, remark)
  const second = await findConflictContent(context.db, name, conflictHash)
  if (!second) return null
  const because = { source: 'CONFLICT', reason, remark: remark.trim() } as const
  const stays: NewLine = { ...because, kind: 'KEEP', path: [], flags: [], conflictHash }
  return decideAbout(context, name, (response, { compiled }): readonly NewLine[] => {
    if (second.isDecided) throw refuse('O tym już zdecydowano. Proszę odświeżyć stronę.')
    if (take === 'FIRST') return [stays]
    if (second.versionId !== response.versionId)
      throw refuse('Druga treść odpowiada na inną wersję kwestionariusza i nie może zastąpić pierwszej.')
    const open = openSent(compiled, {
      answers: second.answers as Answers,
      submittedOn: response.sent.submittedOn,
    })
    const edits = editsBetween(openCorrected(compiled, response.sent, response.lines), open, because)
    return edits.length === 0 ? [stays] : edits.map((edit) => ({ ...edit, conflictHash }))
  })
}
