import {
  answersThatCome,
  applied,
  decideCorrection,
  fieldName,
  openCorrected,
  openSent,
  valueAt,
  type CorrectionRequest,
  type FieldPath,
  type LogLine,
} from '@rozeznanie/core/cleaning'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { isEmptyAnswer } from '@rozeznanie/core/questionnaire'
import { canonicalJson } from '@rozeznanie/core/response'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { decideAbout } from './correct-response.ts'
import type { ResponseName } from './correction.store.ts'
import { findTwiceEntered } from './discrepancy.store.ts'
import { openPaths } from './open-discrepancies.ts'

/** What the paper says where two entries differ. */
export interface DiscrepancyDecision extends ResponseName {
  readonly path: FieldPath
  readonly take: 'FIRST' | 'SECOND' | 'OTHER'
  /** Of OTHER; absent: the field is empty on the paper. */
  readonly value?: unknown
  readonly remark: string
}

const refuse = (path: string, message: string) => new InvalidInputError([{ path, message }])

/**
 * Decides by the paper in hand which of two entries is right, or that neither is. Answers that the second entry gives
 * to questions which are asked only because of it come along.
 *
 * @returns as `decideAbout`; `null` when the viewer does not organise the survey
 */
export async function resolveDiscrepancy(
  context: Context,
  { take, path, value, remark, ...name }: DiscrepancyDecision,
): Promise<readonly LogLine[] | null> {
  const survey = await cleanedSurvey(context, name.surveyId)
  if (!survey) return null
  const entered = isUuid(name.responseId) ? await findTwiceEntered(context.db, name) : null
  if (!entered) throw refuse('responseId', 'Tego arkusza nikt nie wpisał drugi raz.')
  return decideAbout(context, name, ({ sent, lines }, { compiled, context: around }) => {
    const isOpen = openPaths({ ...entered, lines }, compiled).some(
      (open) => fieldName(open) === fieldName(path),
    )
    if (!isOpen) throw refuse('path', 'O tym polu już zdecydowano. Proszę odświeżyć stronę.')
    const second = openSent(compiled, { ...sent, answers: entered.second })
    const now = openCorrected(compiled, sent, lines)
    const right = {
      FIRST: valueAt(openSent(compiled, sent), path),
      SECOND: valueAt(second, path),
      OTHER: value,
    }[take]
    const isAlready = canonicalJson([valueAt(now, path)]) === canonicalJson([right])
    const kind = isAlready ? 'KEEP' : isEmptyAnswer(right) ? 'BLANK' : 'CHANGE'
    const because = { source: 'DOUBLE_ENTRY', reason: 'PAPER', remark: remark.trim() } as const
    const request: CorrectionRequest = { ...because, kind, path, value: right }
    const correction = decideCorrection({ compiled, sent, lines }, request, around)
    const coming = take === 'SECOND' ? answersThatCome(now, applied(now, correction), second, because) : []
    return [correction, ...coming]
  })
}
