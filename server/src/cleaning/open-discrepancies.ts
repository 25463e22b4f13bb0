import {
  answerInWords,
  fieldName,
  fieldsOf,
  inForce,
  openCorrected,
  openSent,
  placeInWords,
  valueAt,
  type FieldPath,
} from '@rozeznanie/core/cleaning'
import type { CompiledQuestionnaire, Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { findDiffering, type TwiceEntered } from './discrepancy.store.ts'
import { loadLocalities } from './log.store.ts'

/** A field that two entries fill differently, as an organiser sees it. */
export interface Discrepancy {
  readonly path: FieldPath
  readonly place: string
  readonly first: string
  readonly second: string
}

/** A sheet with what its two entries still differ in. */
export interface SheetDiscrepancies extends TwiceEntered {
  readonly questionnaire: Questionnaire
  readonly open: readonly Discrepancy[]
}

/** Where two entries differ and nobody has decided; what is not asked any more after another decision is not told. */
export function openPaths(entered: TwiceEntered, compiled: CompiledQuestionnaire): readonly FieldPath[] {
  const { differences, lines, first, submittedOn } = entered
  const decided = new Set(
    inForce(lines)
      .filter(({ source }) => source === 'DOUBLE_ENTRY')
      .map(({ path }) => fieldName(path)),
  )
  const undecided = differences.filter((path) => !decided.has(fieldName(path)))
  if (undecided.length === 0) return []
  const now = fieldsOf(openCorrected(compiled, { answers: first, submittedOn }, lines))
  const asked = new Set(now.map(({ path }) => fieldName(path)))
  return undecided.filter((path) => asked.has(fieldName(path)))
}

/** Sheets whose two entries differ in something that nobody has decided, for organisers. */
export async function openDiscrepancies(
  context: Context,
  surveyId: string,
): Promise<readonly SheetDiscrepancies[]> {
  const survey = await cleanedSurvey(context, surveyId)
  if (!survey) return []
  const [differing, localityNames] = await Promise.all([
    findDiffering(context.db, surveyId),
    loadLocalities(context.db, surveyId),
  ])
  return differing.flatMap((entered) => {
    const { versionId, first, second, submittedOn } = entered
    const [questionnaire, compiled] = [survey.questionnaireOf(versionId), survey.compiledOf(versionId)]
    const wording = { questionnaire, localityNames }
    const one = openSent(compiled, { answers: first, submittedOn })
    const other = openSent(compiled, { answers: second, submittedOn })
    const open = openPaths(entered, compiled).map((path) => ({
      path,
      place: placeInWords(wording, path),
      first: answerInWords(wording, path, valueAt(one, path)),
      second: answerInWords(wording, path, valueAt(other, path)),
    }))
    return open.length === 0 ? [] : [{ ...entered, questionnaire, open }]
  })
}

/** How many fields wait for a decision. */
export async function countOpenDiscrepancies(context: Context, surveyId: string): Promise<number> {
  const survey = await cleanedSurvey(context, surveyId)
  if (!survey) return 0
  const differing = await findDiffering(context.db, surveyId)
  return differing.reduce(
    (sum, entered) => sum + openPaths(entered, survey.compiledOf(entered.versionId)).length,
    0,
  )
}
