import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'

/** A stored state of a questionnaire. */
export interface StoredDocument {
  /** Number of the version or, of a draft, of the state. */
  readonly number: number
  readonly document: Questionnaire
}

export interface StoredQuestionnaire {
  readonly id: string
  readonly organisationId: string | null
}

export function findQuestionnaire({ prisma }: Database, key: string): Promise<StoredQuestionnaire | null> {
  return prisma.questionnaire.findUnique({ where: { key }, select: { id: true, organisationId: true } })
}

/** A published version; the newest when no number is given. */
export async function findVersion(
  { prisma }: Database,
  questionnaireId: string,
  number: number | null,
): Promise<StoredDocument | null> {
  const found = await prisma.questionnaireVersion.findFirst({
    where: { questionnaireId, publishedAt: { not: null }, ...(number !== null && { number }) },
    orderBy: { number: 'desc' },
    select: { number: true, document: true },
  })
  return found && { number: found.number, document: parseQuestionnaire(found.document) }
}

/** The draft as last saved. */
export async function findDraft(
  { prisma }: Database,
  questionnaireId: string,
): Promise<StoredDocument | null> {
  const found = await prisma.draftState.findFirst({
    where: { questionnaireId },
    orderBy: { revision: 'desc' },
    select: { revision: true, document: true },
  })
  return found && { number: found.revision, document: parseQuestionnaire(found.document) }
}
