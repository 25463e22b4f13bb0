import { answerInWords, placeInWords, reasonInWords } from '@rozeznanie/core/cleaning'
import type { Context } from '../context.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { findLines, loadLocalities, type ToldLine } from './log.store.ts'

const LINES_AT_ONCE = 100

/** A line of the log with everything of it in words. */
export interface LineInWords extends ToldLine {
  readonly place: string
  /** `null` where no answer is meant. */
  readonly beforeWords: string | null
  readonly afterWords: string | null
  readonly reasonWords: string
}

const MEANS_ANSWERS: readonly string[] = ['CHANGE', 'BLANK']

/** Lines in words, by the version that each response answered. */
export async function inWords(
  context: Parameters<typeof cleanedSurvey>[0],
  surveyId: string,
  lines: readonly ToldLine[],
): Promise<readonly LineInWords[]> {
  const survey = await cleanedSurvey(context, surveyId)
  if (!survey) return []
  const localityNames = await loadLocalities(context.db, surveyId)
  return lines.map((line) => {
    const wording = { questionnaire: survey.questionnaireOf(line.versionId), localityNames }
    const isEdit = MEANS_ANSWERS.includes(line.kind) || (line.kind === 'UNDO' && line.path.length > 0)
    const words = (answer: unknown) => (isEdit ? answerInWords(wording, line.path, answer) : null)
    return {
      ...line,
      place: placeInWords(wording, line.path),
      beforeWords: words(line.before),
      afterWords: words(line.after),
      reasonWords: reasonInWords(line.reason),
    }
  })
}

interface LogWish {
  readonly surveyId: string
  readonly responseId?: string | undefined
  readonly before?: number | undefined
}

/** The newest lines of the log of a survey or of one response; for its organisers. */
export async function readLog(
  context: Context,
  { before, ...place }: LogWish,
): Promise<readonly LineInWords[]> {
  const page = { ...place, after: before, limit: LINES_AT_ONCE, isInverted: false }
  return inWords(context, place.surveyId, await findLines(context.db, page))
}
