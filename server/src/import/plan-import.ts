import { createHash } from 'node:crypto'
import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  parseMapping,
  planImport,
  suggestMapping,
  type AnswerTable,
  type ColumnMapping,
  type ImportPlan,
} from '@rozeznanie/core/import'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import type { Upload } from '../kernel/upload.ts'
import { importSurveyOf } from './import.access.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { readAnswerFile } from './read-answer-file.ts'

const SAMPLE_ROWS = 8

/** What the mapping screen starts from: the columns of the file, a few rows of it, and a first mapping. */
export async function describeAnswerFile(context: Context, surveyId: string, upload: Upload) {
  const questionnaire = questionnaireOf(await importSurveyOf(context, surveyId))
  const table = await readAnswerFile(upload.bytes)
  return {
    header: table.header,
    sampleRows: table.rows.slice(0, SAMPLE_ROWS),
    rowCount: table.rows.length,
    mapping: suggestMapping(questionnaire, table),
  }
}

export interface PlannedImport {
  readonly survey: AnswerableSurvey
  readonly table: AnswerTable
  readonly plan: ImportPlan
  /** Names file and mapping: a confirmation must send the hash of the dry run it saw. */
  readonly planHash: string
}

/** The dry run: reads the file by the mapping of the field `mapping` and stores nothing. Refusals: InvalidInputError. */
export async function planAnswerImport(
  context: Context,
  surveyId: string,
  upload: Upload,
): Promise<PlannedImport> {
  const survey = await importSurveyOf(context, surveyId)
  const table = await readAnswerFile(upload.bytes)
  const questionnaire = questionnaireOf(survey)
  const mapping = parseMapping(jsonOf(upload.fields.mapping), questionnaire, table.header.length)
  const plan = planImport({ questionnaire, localities: survey.localities }, table, mapping)
  return { survey, table, plan, planHash: hashOf(upload.bytes, mapping) }
}

function questionnaireOf({ questionnaires, questionnaireVersionId }: AnswerableSurvey): Questionnaire {
  const questionnaire = questionnaires.get(questionnaireVersionId)
  if (!questionnaire) throw new Error(`A survey without its version ${questionnaireVersionId}`)
  return questionnaire
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    throw new InvalidInputError([{ path: 'mapping', message: 'Nie udało się odczytać przypisania kolumn.' }])
  }
}

const hashOf = (bytes: Uint8Array, mapping: ColumnMapping) =>
  createHash('sha256').update(bytes).update(JSON.stringify(mapping)).digest('hex')
