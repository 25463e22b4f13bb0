import { createHash } from 'node:crypto'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { canonicalJson } from '@rozeznanie/core/response'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isUuid } from '../kernel/ids.ts'

export type Tx = Prisma.TransactionClient

/** Documents of published versions never change, so one reading of each will do. */
const readDocuments = new Map<string, Questionnaire>()
const MOST_READ_DOCUMENTS = 100

/** The document of a stored version as a core type. */
export function documentOf(version: {
  readonly id: string
  readonly document: unknown
  readonly publishedAt: Date | null
}): Questionnaire {
  const known = readDocuments.get(version.id)
  if (known) return known
  const document = parseQuestionnaire(version.document)
  if (version.publishedAt !== null) {
    if (readDocuments.size >= MOST_READ_DOCUMENTS) readDocuments.clear()
    readDocuments.set(version.id, document)
  }
  return document
}

/** SHA-256 (hex) of the canonical JSON: the same document has the same checksum whatever the order of its keys. */
export function checksumOf(document: Questionnaire): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex')
}

/** The shared library and the questionnaires of these organisations, by title. */
export function findQuestionnaires(
  { prisma }: Database,
  organisationIds: readonly string[],
  query: Prisma.QuestionnaireFindManyArgs,
) {
  const where = { OR: [{ organisationId: null }, { organisationId: { in: [...organisationIds] } }] }
  return prisma.questionnaire.findMany({ ...query, where, orderBy: [{ title: 'asc' }, { key: 'asc' }] })
}

export function findQuestionnaireByKey(
  { prisma }: Database,
  key: string,
  query: Prisma.QuestionnaireDefaultArgs,
) {
  return prisma.questionnaire.findUnique({ ...query, where: { key } })
}

export async function organisationOfKey(
  tx: Tx,
  key: string,
): Promise<{ readonly organisationId: string | null } | null> {
  return tx.questionnaire.findUnique({ where: { key }, select: { organisationId: true } })
}

export async function organisationExists(tx: Tx, id: string): Promise<boolean> {
  return isUuid(id) && (await tx.organisation.count({ where: { id } })) > 0
}

/** One publication of a key at a time, over all processes. */
export function inPublication<T>(
  { prisma }: Database,
  key: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`questionnaire:${key}`}))`
    return work(tx)
  })
}

export interface PublishedVersion {
  readonly id: string
  readonly number: number
  readonly checksum: string
  readonly document: Questionnaire
}

export async function loadLatestVersion(tx: Tx, key: string): Promise<PublishedVersion | null> {
  const version = await tx.questionnaireVersion.findFirst({
    where: { questionnaire: { key }, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
  })
  return (
    version && {
      id: version.id,
      number: version.number,
      checksum: version.checksum,
      document: documentOf(version),
    }
  )
}

export interface VersionToSave {
  readonly document: Questionnaire
  readonly number: number
  readonly organisationId: string | null
  readonly publishedAt: Date
}

/** Stores a new version, and the questionnaire with its first. @returns the version's id */
export async function savePublication(
  tx: Tx,
  { document, number, organisationId, publishedAt }: VersionToSave,
): Promise<string> {
  const { key, title } = document
  const { id: questionnaireId } = await tx.questionnaire.upsert({
    where: { key },
    create: { key, title, organisationId },
    update: { title },
    select: { id: true },
  })
  const { id } = await tx.questionnaireVersion.create({
    data: {
      questionnaireId,
      number,
      document: document as unknown as Prisma.InputJsonObject,
      checksum: checksumOf(document),
      publishedAt,
    },
    select: { id: true },
  })
  return id
}
