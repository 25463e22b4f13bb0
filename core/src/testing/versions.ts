import { appendResponse, type AnalysedVersion, type Columns, type SurveyVersions } from '../analysis/index.ts'
import type { Answers, Questionnaire } from '../questionnaire/index.ts'

/** These documents as versions 1, 2, … with the ids `id-1`, `id-2`, … */
export function numbered(first: Questionnaire, ...others: readonly Questionnaire[]): SurveyVersions {
  const version = (questionnaire: Questionnaire, index: number): AnalysedVersion => ({
    id: `id-${index + 1}`,
    number: index + 1,
    questionnaire,
  })
  return [version(first, 0), ...others.map((one, index) => version(one, index + 1))]
}

/** The answers of one person to a version. */
export interface VersionedAnswers {
  readonly versionId: string
  readonly answers: Answers
}

/** These columns with these people in them. */
export function counted(columns: Columns, people: readonly VersionedAnswers[]): Columns {
  for (const person of people) appendResponse(columns, { mode: 'CAWI', localityId: null, ...person })
  return columns
}
