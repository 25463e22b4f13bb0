import { effectOf, type Correction, type LogLine, type SentResponse } from '@rozeznanie/core/cleaning'
import type { Answers, CompiledQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { dayOf } from '../kernel/scalars.ts'

/** Names one response. */
export interface ResponseName {
  readonly surveyId: string
  readonly responseId: string
}

/** What is written besides what core decided. */
export interface NewLine extends Correction {
  /** Of a decided conflict: which content it was about, in hexadecimal. */
  readonly conflictHash?: string
}

/** A response as it is decided about. */
export interface ResponseToCorrect {
  readonly versionId: string
  readonly sent: SentResponse
  readonly lines: readonly LogLine[]
}

interface Deciding {
  readonly name: ResponseName
  readonly accountId: string
  readonly at: Date
  readonly compiledOf: (versionId: string) => CompiledQuestionnaire
  /** Decides on what is stored; what it throws leaves everything as it was. */
  readonly decide: (response: ResponseToCorrect) => readonly NewLine[]
}

type Tx = Pick<PrismaClient, 'response' | 'responseCorrection' | 'survey' | 'auditEvent' | '$executeRaw'>

type Row = Prisma.ResponseCorrectionGetPayload<object>

/** A stored line as core knows it. */
export function lineOf(row: Pick<Row, Exclude<keyof LogLine, 'undoes'> | 'undoes'>): LogLine {
  const { undoes, before, after, ...line } = row
  return {
    ...line,
    ...(before !== null && { before }),
    ...(after !== null && { after }),
    ...(undoes !== null && { undoes }),
  }
}

const LINE = {
  number: true,
  kind: true,
  source: true,
  path: true,
  before: true,
  after: true,
  reason: true,
  remark: true,
  flags: true,
  undoes: true,
} as const

async function loadResponse(
  tx: Tx,
  { surveyId, responseId: id }: ResponseName,
): Promise<ResponseToCorrect | null> {
  const stored = await tx.response.findUnique({
    where: { surveyId_id: { surveyId, id } },
    select: { answers: true, submittedOn: true, questionnaireVersionId: true },
  })
  if (!stored) return null
  const rows = await tx.responseCorrection.findMany({
    where: { surveyId, responseId: id },
    select: LINE,
    orderBy: { number: 'asc' },
  })
  // Stored answers went through `acceptSubmission`, which lets no other shape pass.
  const sent = { answers: stored.answers as unknown as Answers, submittedOn: dayOf(stored.submittedOn) }
  return { versionId: stored.questionnaireVersionId, sent, lines: rows.map(lineOf) }
}

const json = (value: unknown) =>
  value === undefined || value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue)

async function addLines(
  tx: Tx,
  { name, accountId, at }: Deciding,
  lines: readonly NewLine[],
): Promise<readonly LogLine[]> {
  const { surveyId, responseId } = name
  const { correctionCount } = await tx.survey.update({
    where: { id: surveyId },
    data: { correctionCount: { increment: lines.length } },
    select: { correctionCount: true },
  })
  const numbered = lines.map((line, index) => ({
    ...line,
    number: correctionCount - lines.length + 1 + index,
  }))
  await tx.responseCorrection.createMany({
    data: numbered.map(({ before, after, conflictHash, path, flags, undoes, ...line }) => ({
      ...line,
      surveyId,
      responseId,
      accountId,
      at,
      path: [...path],
      flags: [...flags],
      before: json(before),
      after: json(after),
      undoes: undoes ?? null,
      conflictHash: conflictHash === undefined ? null : Buffer.from(conflictHash, 'hex'),
    })),
  })
  return numbered
}

/**
 * Decides about a response and writes the lines of the log with what they come to, all or nothing. The survey's row is
 * locked first, so that two people who decide at once come one after the other; new responses do not wait for it.
 *
 * @returns the new lines; `null` when there is no such response
 */
export async function decideUnderLock(
  { prisma }: Database,
  deciding: Deciding,
): Promise<readonly LogLine[] | null> {
  const { name, accountId, at, compiledOf, decide } = deciding
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM survey WHERE id = ${name.surveyId}::uuid FOR NO KEY UPDATE`
    const response = await loadResponse(tx, name)
    if (!response) return null
    const decided = decide(response)
    if (decided.length === 0) return []
    const lines = await addLines(tx, deciding, decided)
    const compiled = compiledOf(response.versionId)
    const effect = effectOf(compiled, response.sent, [...response.lines, ...lines])
    await tx.response.update({
      where: { surveyId_id: { surveyId: name.surveyId, id: name.responseId } },
      data: {
        isExcluded: effect.isExcluded,
        correctedAnswers: json(effect.correctedAnswers),
      },
    })
    const [first] = lines
    const details = { kind: first?.kind ?? '', number: first?.number ?? 0, lineCount: lines.length }
    await recordAudit(tx, {
      ...{
        viewer: { accountId },
        at,
        action: 'correctResponse',
        objectType: 'Survey',
        objectId: name.surveyId,
      },
      details,
    })
    return lines
  })
}

/** The response that a line of the log is about; `null` when there is no such line. */
export async function findLineOwner(
  { prisma }: Database,
  surveyId: string,
  number: number,
): Promise<string | null> {
  const line = await prisma.responseCorrection.findUnique({
    where: { surveyId_number: { surveyId, number } },
    select: { responseId: true },
  })
  return line?.responseId ?? null
}
