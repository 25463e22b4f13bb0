import { createHash } from 'node:crypto'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { canonicalJson } from '@rozeznanie/core/response'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'

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

/** Whose questionnaires somebody sees: drafts that were never published only where they edit them. */
export interface Sight {
  readonly seenOrganisationIds: readonly string[]
  readonly editedOrganisationIds: readonly string[]
}

const seenBy = ({ seenOrganisationIds, editedOrganisationIds }: Sight): Prisma.QuestionnaireWhereInput => ({
  OR: [
    { organisationId: null },
    { organisationId: { in: [...editedOrganisationIds] } },
    {
      organisationId: { in: [...seenOrganisationIds] },
      versions: { some: { publishedAt: { not: null } } },
    },
  ],
})

/** The shared library and the questionnaires within sight, by title. */
export function findQuestionnaires(
  { prisma }: Database,
  sight: Sight,
  query: Prisma.QuestionnaireFindManyArgs,
) {
  return prisma.questionnaire.findMany({
    ...query,
    where: seenBy(sight),
    orderBy: [{ title: 'asc' }, { key: 'asc' }],
  })
}

export function findQuestionnaireByKey(
  { prisma }: Database,
  key: string,
  sight: Sight,
  query: Prisma.QuestionnaireFindFirstArgs,
) {
  return prisma.questionnaire.findFirst({ ...query, where: { AND: [{ key }, seenBy(sight)] } })
}

/** A published version with the owner of its questionnaire; null when there is none. */
export async function findVersion(
  { prisma }: Database,
  id: string,
): Promise<{ readonly document: Questionnaire; readonly organisationId: string | null } | null> {
  const version = await prisma.questionnaireVersion.findFirst({
    where: { id, publishedAt: { not: null } },
    include: { questionnaire: { select: { organisationId: true } } },
  })
  return version && { document: documentOf(version), organisationId: version.questionnaire.organisationId }
}

/** The keys of all questionnaires, in small letters. */
export async function loadKeys(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.questionnaire.findMany({ select: { key: true } })
  return rows.map(({ key }) => key.toLowerCase())
}

/** Stores a questionnaire without versions. @returns its id */
export async function saveQuestionnaire(
  tx: Tx,
  { key, title, organisationId }: { key: string; title: string; organisationId: string },
): Promise<string> {
  const { id } = await tx.questionnaire.create({ data: { key, title, organisationId }, select: { id: true } })
  return id
}

export function inTransaction<T>({ prisma }: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(work)
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
  readonly questionnaireId: string
  readonly number: number
  readonly checksum: string
  readonly document: Questionnaire
}

const asPublished = (version: Prisma.QuestionnaireVersionModel): PublishedVersion => {
  const { id, questionnaireId, number, checksum } = version
  return { id, questionnaireId, number, checksum, document: documentOf(version) }
}

export async function loadLatestVersion(tx: Tx, key: string): Promise<PublishedVersion | null> {
  const version = await tx.questionnaireVersion.findFirst({
    where: { questionnaire: { key }, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
  })
  return version && asPublished(version)
}

export interface VersionToSave {
  readonly document: Questionnaire
  readonly number: number
  readonly organisationId: string | null
  readonly publishedAt: Date
}

/** Stores a new version, and a questionnaire of the library with its first. @returns the version's id */
export async function savePublication(
  tx: Tx,
  { document, number, organisationId, publishedAt }: VersionToSave,
): Promise<string> {
  const { key, title } = document
  const { id: questionnaireId } = await tx.questionnaire.upsert({
    where: { key, organisationId },
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

/** Removes a questionnaire without versions and the states of its draft. @returns false when it has a version */
export async function deleteUnpublished(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.questionnaire.deleteMany({ where: { id, versions: { none: {} } } })
  return count === 1
}

export function getQuestionnaire({ prisma }: Database, id: string, query: object) {
  return prisma.questionnaire.findUniqueOrThrow({ ...query, where: { id } })
}

export function getVersion({ prisma }: Database, id: string, query: object) {
  return prisma.questionnaireVersion.findUniqueOrThrow({ ...query, where: { id } })
}

/** The documents of all published versions, the newest first. */
export async function loadDocuments(
  { prisma }: Database,
  questionnaireId: string,
): Promise<readonly Questionnaire[]> {
  const versions = await prisma.questionnaireVersion.findMany({
    where: { questionnaireId, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
  })
  return versions.map(documentOf)
}

/** A version with the one before it; null when it is the first. */
export async function loadStep(
  { prisma }: Database,
  id: string,
): Promise<{ readonly before: PublishedVersion; readonly after: Questionnaire } | null> {
  const version = await prisma.questionnaireVersion.findUniqueOrThrow({ where: { id } })
  const { questionnaireId, number } = version
  const before = await prisma.questionnaireVersion.findUnique({
    where: { questionnaireId_number: { questionnaireId, number: number - 1 } },
  })
  return before && { before: asPublished(before), after: documentOf(version) }
}
