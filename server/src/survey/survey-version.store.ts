import type { Viewer } from '@rozeznanie/core/account'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { givenOutAs } from '@rozeznanie/core/questionnaire/library'
import { surveyStatus, type SurveyMoveFacts } from '@rozeznanie/core/survey'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { isUuid } from '../kernel/ids.ts'
import { dayOf } from '../kernel/scalars.ts'

/** A survey that somebody wants to move, with what decides whether it may. */
export interface SurveyToMove extends SurveyMoveFacts {
  readonly organisationId: string
  readonly presentVersionId: string
}

/** What `assertMayMove` of core has to know; `null` when there is no such survey. */
export async function loadSurveyToMove(
  { prisma }: Database,
  { surveyId, versionId, now }: { surveyId: string; versionId: string; now: Date },
): Promise<SurveyToMove | null> {
  const survey = await prisma.survey.findUnique({
    where: { id: surveyId },
    include: { questionnaireVersion: { select: { questionnaireId: true, number: true } } },
  })
  if (!survey) return null
  const { organisationId, opensOn, closesOn, closedAt, questionnaireVersion: present } = survey
  const version = isUuid(versionId)
    ? await prisma.questionnaireVersion.findFirst({
        where: { id: versionId, questionnaire: { OR: [{ organisationId: null }, { organisationId }] } },
      })
    : null
  return {
    organisationId,
    presentVersionId: survey.questionnaireVersionId,
    status: surveyStatus({ opensOn: dayOf(opensOn), closesOn: dayOf(closesOn), closedAt }, now),
    present,
    wanted: version && {
      questionnaireId: version.questionnaireId,
      number: version.number,
      isPublished: version.publishedAt !== null,
      ...givenOutAs(parseQuestionnaire(version.document)),
    },
  }
}

interface MoveToSave {
  readonly surveyId: string
  readonly fromVersionId: string
  readonly toVersionId: string
  readonly viewer: Viewer
  readonly at: Date
}

/** Stores a move with its line in the audit. @returns false when the survey was moved or closed in the meantime */
export async function saveMove({ prisma }: Database, move: MoveToSave): Promise<boolean> {
  const { surveyId, fromVersionId, toVersionId: questionnaireVersionId, viewer, at } = move
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.survey.updateMany({
      where: { id: surveyId, questionnaireVersionId: fromVersionId, closedAt: null },
      data: { questionnaireVersionId },
    })
    if (count === 0) return false
    await tx.surveyVersion.create({
      data: { surveyId, questionnaireVersionId, since: at, accountId: viewer.accountId },
    })
    const details = { from: fromVersionId, to: questionnaireVersionId }
    const audited = { viewer, at, action: 'moveSurvey', objectType: 'Survey', objectId: surveyId, details }
    await recordAudit(tx, audited)
    return true
  })
}

/** How many responses to one of its versions count in a survey. */
export async function countResponsesTo(
  { prisma }: Database,
  name: { readonly surveyId: string; readonly questionnaireVersionId: string },
): Promise<number> {
  const { surveyId, questionnaireVersionId } = name
  return prisma.response.count({ where: { surveyId, questionnaireVersionId, isExcluded: false } })
}

/** Id of the newest published version of a survey's questionnaire, where it is newer than the survey's own. */
export async function findNewerVersionId(
  { prisma }: Database,
  presentVersionId: string,
): Promise<string | null> {
  const present = await prisma.questionnaireVersion.findUniqueOrThrow({
    where: { id: presentVersionId },
    select: { questionnaireId: true, number: true },
  })
  const newer = await prisma.questionnaireVersion.findFirst({
    where: {
      questionnaireId: present.questionnaireId,
      number: { gt: present.number },
      publishedAt: { not: null },
    },
    select: { id: true },
    orderBy: { number: 'desc' },
  })
  return newer?.id ?? null
}
