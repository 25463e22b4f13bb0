import type { Viewer } from '@rozeznanie/core/account'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { nextSheets, type SheetRange, type SurveyMaterials } from '@rozeznanie/core/survey'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { dayOf } from '../kernel/scalars.ts'

/** What is printed about a survey. */
export interface PrintedSurvey extends SurveyMaterials {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
  readonly informationClause: string
  readonly closesOn: string
  readonly takesCodes: boolean
  readonly questionnaireVersionId: string
  /** Its present version. */
  readonly questionnaire: Questionnaire
}

/** @returns `null` when there is no such survey */
export async function loadPrintedSurvey(
  { prisma }: Database,
  surveyId: string,
): Promise<PrintedSurvey | null> {
  const survey = await prisma.survey.findUnique({
    where: { id: surveyId },
    include: {
      organisation: { select: { name: true } },
      municipality: { select: { name: true } },
      questionnaireVersion: { select: { document: true } },
    },
  })
  if (!survey) return null
  const { organisation, municipality, questionnaireVersion, closesOn, ...facts } = survey
  return {
    ...facts,
    closesOn: dayOf(closesOn),
    organisationName: organisation.name,
    municipalityName: municipality.name,
    questionnaire: parseQuestionnaire(questionnaireVersion.document),
  }
}

/** A print run with the version its sheets ask. */
export interface LoadedRun extends SheetRange {
  readonly language: string
  readonly isLarge: boolean
  readonly questionnaire: Questionnaire
}

/** The run that all of these sheets belong to; `null` when they are in none or in several. */
export async function loadRun(
  { prisma }: Database,
  surveyId: string,
  sheets: SheetRange,
): Promise<LoadedRun | null> {
  const run = await prisma.printRun.findFirst({
    where: { surveyId, firstSheet: { lte: sheets.firstSheet }, lastSheet: { gte: sheets.lastSheet } },
  })
  if (!run) return null
  const { questionnaireVersionId: id } = run
  const { document } = await prisma.questionnaireVersion.findUniqueOrThrow({ where: { id } })
  return { ...run, questionnaire: parseQuestionnaire(document) }
}

/** The greatest number of a sheet that is printed or entered; 0 when there is none. */
async function greatestSheet(tx: Prisma.TransactionClient, surveyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ readonly greatest: number }[]>`
    SELECT greatest(
      (SELECT coalesce(max(last_sheet), 0) FROM print_run WHERE survey_id = ${surveyId}::uuid),
      (SELECT coalesce(max(sheet_number::int) FILTER (WHERE sheet_number ~ '^[0-9]{1,8}$'), 0)
        FROM response WHERE survey_id = ${surveyId}::uuid AND mode = 'PAPI')
    )::int AS greatest`
  return row?.greatest ?? 0
}

interface RunToSave {
  readonly surveyId: string
  readonly copies: number
  readonly language: string
  readonly isLarge: boolean
  readonly questionnaireVersionId: string
  readonly viewer: Viewer | null
  readonly at: Date
}

/**
 * Stores a run with the numbers after all others. Two at once come one after the other.
 *
 * @returns its first sheet
 */
export async function saveRun({ prisma }: Database, run: RunToSave): Promise<number> {
  const { copies, viewer, at, ...data } = run
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM survey WHERE id = ${run.surveyId}::uuid FOR UPDATE`
    const range = nextSheets(await greatestSheet(tx, run.surveyId), copies)
    await tx.printRun.create({ data: { ...data, ...range, plannedAt: at } })
    const details = { ...range }
    await recordAudit(tx, {
      viewer,
      at,
      action: 'planBooklets',
      objectType: 'Survey',
      objectId: run.surveyId,
      details,
    })
    return range.firstSheet
  })
}

interface MaterialsToSave {
  readonly surveyId: string
  readonly materials: SurveyMaterials
  readonly viewer: Viewer | null
  readonly at: Date
}

export async function saveMaterials({ prisma }: Database, toSave: MaterialsToSave): Promise<void> {
  const { surveyId: id, materials, viewer, at } = toSave
  await prisma.$transaction(async (tx) => {
    await tx.survey.update({ where: { id }, data: { ...materials, embedHosts: [...materials.embedHosts] } })
    const details = { embedHosts: [...materials.embedHosts] }
    await recordAudit(tx, {
      viewer,
      at,
      action: 'updateMaterials',
      objectType: 'Survey',
      objectId: id,
      details,
    })
  })
}
