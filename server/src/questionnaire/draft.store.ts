import type { Viewer } from '@rozeznanie/core/account'
import { parseQuestionnaire, questionCount, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { INSTALLATION } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { DraftStateKind, Prisma } from '../generated/prisma/client.ts'
import { checksumOf, type Tx } from './questionnaire.store.ts'

/** A questionnaire as far as its editors' use cases need it. */
export interface EditedQuestionnaire {
  readonly id: string
  readonly key: string
  readonly organisationId: string | null
}

export function findOwner({ prisma }: Database, id: string): Promise<EditedQuestionnaire | null> {
  return prisma.questionnaire.findUnique({
    where: { id },
    select: { id: true, key: true, organisationId: true },
  })
}

/** One state of a draft. */
export interface Draft {
  readonly revision: number
  readonly document: Questionnaire
  readonly checksum: string
  readonly savedByName: string
}

const DRAFT = {
  revision: true,
  document: true,
  checksum: true,
  savedBy: { select: { name: true } },
} as const satisfies Prisma.DraftStateSelect

type DraftRow = Prisma.DraftStateGetPayload<{ select: typeof DRAFT }>

/** Who saved, for people; what the installation itself did bears its name. */
export const nameOf = (savedBy: { readonly name: string } | null): string =>
  savedBy?.name ?? INSTALLATION.name

const asDraft = ({ revision, document, checksum, savedBy }: DraftRow): Draft => ({
  revision,
  document: parseQuestionnaire(document),
  checksum,
  savedByName: nameOf(savedBy),
})

/** The newest state: the draft itself. Null only when the questionnaire has none (the library). */
export async function loadDraft(tx: Tx, questionnaireId: string): Promise<Draft | null> {
  const row = await tx.draftState.findFirst({
    where: { questionnaireId },
    orderBy: { revision: 'desc' },
    select: DRAFT,
  })
  return row && asDraft(row)
}

export async function loadState(tx: Tx, questionnaireId: string, revision: number): Promise<Draft | null> {
  const where = { questionnaireId_revision: { questionnaireId, revision } }
  const row = await tx.draftState.findUnique({ where, select: DRAFT })
  return row && asDraft(row)
}

export interface StateToAdd {
  readonly questionnaireId: string
  /** One more than that of the newest state. */
  readonly revision: number
  readonly kind: DraftStateKind
  readonly document: Questionnaire
  readonly savedAt: Date
  readonly viewer: Viewer
  readonly restoredRevision?: number
  readonly publishedVersionId?: string
}

/**
 * Adds a state to a draft; as long as nothing is published, the questionnaire is called what its draft is called.
 *
 * @returns false when somebody else was first to add a state of this number
 */
export async function addState(tx: Tx, { viewer, document, ...state }: StateToAdd): Promise<boolean> {
  const { count } = await tx.draftState.createMany({
    data: [
      {
        ...state,
        document: document as unknown as Prisma.InputJsonObject,
        checksum: checksumOf(document),
        title: document.title,
        questionCount: questionCount(document),
        savedById: viewer.accountId === INSTALLATION.accountId ? null : viewer.accountId,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return false
  await tx.questionnaire.updateMany({
    where: { id: state.questionnaireId, versions: { none: {} }, title: { not: document.title } },
    data: { title: document.title },
  })
  return true
}

/** The draft for GraphQL. */
export function findDraft({ prisma }: Database, questionnaireId: string, query: object) {
  return prisma.draftState.findFirstOrThrow({
    ...query,
    where: { questionnaireId },
    orderBy: { revision: 'desc' },
  })
}

/** States of a draft for GraphQL, the newest first. */
export function findStates(
  { prisma }: Database,
  questionnaireId: string,
  query: Prisma.DraftStateFindManyArgs,
) {
  return prisma.draftState.findMany({ ...query, where: { questionnaireId }, orderBy: { revision: 'desc' } })
}

/** One state of a draft for GraphQL. */
export function findState(
  { prisma }: Database,
  { questionnaireId, revision }: { readonly questionnaireId: string; readonly revision: number },
  query: object,
) {
  return prisma.draftState.findUnique({
    ...query,
    where: { questionnaireId_revision: { questionnaireId, revision } },
  })
}

export function countStates({ prisma }: Database, questionnaireId: string): Promise<number> {
  return prisma.draftState.count({ where: { questionnaireId } })
}
