import { DomainError } from '@rozeznanie/core/errors'
import { rescuedDay } from '@rozeznanie/core/fieldwork'
import { parseSubmission } from '@rozeznanie/core/response'
import { localDayOf, polishDay } from '@rozeznanie/core/survey'
import { readRescueFile, type SealedInterview } from '@rozeznanie/core/terrain'
import type { webcrypto } from 'node:crypto'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { forbidden, RefusedRequest } from '../kernel/refusals.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import type { Upload } from '../kernel/upload.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { organisedSurvey } from './fieldwork.access.ts'
import { openSealed } from './open-sealed.ts'
import { privateKeysOf } from './organisation-key.store.ts'

/** What became of one interview of a rescue file, in the order of the file. */
export interface RescueResult {
  /** Of the response. */
  readonly id: string
  readonly outcome: 'stored' | 'replay' | 'conflict' | 'refused'
  /** Taken in after the end of the survey, on the word of the organiser. */
  readonly isAfterEnd: boolean
  /** Why it was refused: a Polish sentence. */
  readonly message?: string
}

const refused = ({ id }: SealedInterview, message: string): RescueResult => ({
  id,
  outcome: 'refused',
  isAfterEnd: false,
  message,
})

const CANNOT_OPEN =
  'Tego wywiadu nie da się otworzyć: zapisano go dla innej organizacji albo plik jest uszkodzony.'
const OTHER_SURVEY =
  'To wywiad z innej ankiety. Proszę wczytać ten sam plik na stronie tamtej ankiety: każdy wywiad trafi do swojej.'

async function takeIn(
  { responses, now }: Context,
  survey: AnswerableSurvey,
  keys: readonly webcrypto.CryptoKey[],
  sealed: SealedInterview,
): Promise<RescueResult> {
  if (sealed.surveyId !== survey.id) return refused(sealed, OTHER_SURVEY)
  const opened = await openSealed(keys, sealed)
  if (opened?.surveyId !== survey.id) return refused(sealed, CANNOT_OPEN)
  const today = localDayOf(now())
  const day = rescuedDay(survey, opened.finishedOn, today)
  if (day === null) {
    return refused(sealed, `Wywiad zakończono poza terminem ankiety (koniec: ${polishDay(survey.closesOn)}).`)
  }
  assertSafeValue(opened.submission)
  const parsed = parseSubmission(opened.submission)
  // Tablets of interviewers and shared ones write such files.
  const submission = { ...parsed, mode: parsed.mode === 'KIOSK' ? parsed.mode : ('CAPI' as const) }
  if (submission.id !== sealed.id.toLowerCase()) return refused(sealed, CANNOT_OPEN)
  const [stored] = await responses.storeMany(survey, [submission], day)
  return { id: sealed.id, outcome: stored?.outcome ?? 'stored', isAfterEnd: day !== today }
}

async function takeInOrRefuse(...args: Parameters<typeof takeIn>): Promise<RescueResult> {
  try {
    return await takeIn(...args)
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof RefusedRequest)) throw error
    return refused(args[3], error.message)
  }
}

/**
 * Takes in the interviews of a rescue file that a tablet could not send. Each goes the way of every response; one that
 * is refused does not hold up the others, and the whole file may be imported again.
 *
 * @throws BrokenRescueFileError when the file is none
 */
export async function importRescue(
  context: Context,
  surveyId: string,
  { bytes }: Upload,
): Promise<{ readonly results: readonly RescueResult[] }> {
  const { db, viewer, now } = context
  const survey = await organisedSurvey(context, surveyId)
  if (!survey) throw forbidden()
  const { interviews } = readRescueFile(new TextDecoder().decode(bytes))
  const keys = await privateKeysOf(db, survey.organisationId)
  const results: RescueResult[] = []
  for (const sealed of interviews) results.push(await takeInOrRefuse(context, survey, keys, sealed))
  const count = (outcome: RescueResult['outcome']) => results.filter((one) => one.outcome === outcome).length
  const details = {
    storedCount: count('stored'),
    conflictCount: count('conflict'),
    refusedCount: count('refused'),
    storedAfterEndCount: results.filter((one) => one.isAfterEnd && one.outcome === 'stored').length,
  }
  const done = { action: 'importRescueFile', objectType: 'Survey', objectId: surveyId, details }
  await recordAudit(db.prisma, { ...done, viewer, at: now() })
  return { results }
}
