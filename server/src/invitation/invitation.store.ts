import type { Viewer } from '@rozeznanie/core/account'
import type { CodeBatchProposal, CodeSettings } from '@rozeznanie/core/invitation'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { isSpentIn, lockSpentCodes } from './spend.store.ts'
import type { NewTicketKey } from './ticket-key.store.ts'

const audited = (viewer: Viewer, at: Date, action: string, surveyId: string, details = {}) => ({
  ...{ viewer, at, action, objectType: 'Survey', objectId: surveyId, details },
})

/** A survey as this room has to know it before it decides. */
export interface InvitedSurvey extends CodeSettings {
  readonly organisationId: string
  readonly takesCodes: boolean
  readonly codeCount: number
  readonly localityIds: readonly string[]
}

/** @returns `null` when there is no such survey */
export async function loadInvitedSurvey({ prisma }: Database, id: string): Promise<InvitedSurvey | null> {
  const survey = await prisma.survey.findUnique({
    where: { id },
    include: {
      municipality: { select: { localities: { where: { retiredAt: null }, select: { id: true } } } },
      responses: { take: 1, select: { id: true } },
    },
  })
  if (!survey) return null
  const codeCount = await prisma.oneTimeCode.count({ where: { surveyId: id, isVoid: false } })
  return {
    organisationId: survey.organisationId,
    takesCodes: survey.takesCodes,
    isClosed: survey.closedAt !== null,
    hasAnswers: survey.responses.length > 0,
    hasCodes: codeCount > 0,
    codeCount,
    localityIds: survey.municipality.localities.map((locality) => locality.id),
  }
}

interface Settling {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
  /** `null` turns codes off. */
  readonly key: NewTicketKey | null
}

/** Turns codes on or off. @returns false when an answer or a code came in the meantime */
export async function saveSettling(
  { prisma }: Database,
  { surveyId, viewer, at, key }: Settling,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const unused = { responses: { none: {} }, codeBatches: { none: {} }, closedAt: null }
    const { count } = await tx.survey.updateMany({
      where: { id: surveyId, ...unused },
      data: { takesCodes: key !== null },
    })
    if (count === 0) return false
    if (key) {
      await tx.ticketKey.createMany({ data: [{ surveyId, ...key }], skipDuplicates: true })
      const nothing = { spent: new Uint8Array(), shown: new Uint8Array() }
      await tx.spentCodes.createMany({ data: [{ surveyId, ...nothing }], skipDuplicates: true })
    }
    await recordAudit(tx, audited(viewer, at, key ? 'turnCodesOn' : 'turnCodesOff', surveyId))
    return true
  })
}

interface NewKioskPass {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
  readonly kioskPass: Uint8Array<ArrayBuffer>
}

/** Puts another pass of the shared tablets in the place of the one before. */
export async function saveKioskPass({ prisma }: Database, pass: NewKioskPass): Promise<void> {
  const { surveyId, viewer, at, kioskPass } = pass
  await prisma.$transaction(async (tx) => {
    await tx.ticketKey.update({ where: { surveyId }, data: { kioskPass } })
    await recordAudit(tx, audited(viewer, at, 'renewKioskPass', surveyId))
  })
}

interface BatchToSave {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
  /** The local day. */
  readonly madeOn: string
  readonly proposal: CodeBatchProposal
  readonly makeCode: () => string
}

/** Stores a batch with its codes, numbered on from the last letter. @returns its number */
export async function saveBatch({ prisma }: Database, batch: BatchToSave): Promise<number> {
  const { surveyId, viewer, at, madeOn, proposal, makeCode } = batch
  const { name, localityId, codeCount } = proposal
  return prisma.$transaction(
    async (tx) => {
      // Two batches at once would take the same numbers.
      await lockSpentCodes(tx, surveyId)
      const where = { surveyId }
      const { _max: last } = await tx.codeBatch.aggregate({ where, _max: { number: true } })
      const { _max: letter } = await tx.oneTimeCode.aggregate({ where, _max: { serial: true } })
      const number = (last.number ?? 0) + 1
      const batchRow = { surveyId, number, name, localityId, madeOn: new Date(madeOn) }
      await tx.codeBatch.create({ data: batchRow })
      for (let made = 0; made < codeCount;) {
        const firstSerial = (letter.serial ?? 0) + 1 + made
        const codes = Array.from({ length: codeCount - made }, makeCode)
        // A code that somebody has is passed over, and its letter gets another.
        const rows = [...new Set(codes)].map((code, index) => ({ code, serial: firstSerial + index }))
        const taken = await tx.oneTimeCode.findMany({
          where: { surveyId, code: { in: rows.map(({ code }) => code) } },
          select: { code: true },
        })
        if (taken.length > 0) continue
        await tx.oneTimeCode.createMany({
          data: rows.map((row) => ({ ...row, surveyId, batchNumber: number })),
        })
        made += rows.length
      }
      await recordAudit(tx, audited(viewer, at, 'makeCodes', surveyId, { batch: number, codeCount }))
      return number
    },
    { timeout: 60_000 },
  )
}

interface Reissue {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
  readonly serial: number
  readonly makeCode: () => string
  /** Decides by what the letter stands at; throws to leave all as it is. */
  readonly decide: (letter: { readonly isSpent: boolean } | null) => void
}

/** Replaces the code of a letter, unless it is used at the same instant. @returns the new code */
export async function saveReissue({ prisma }: Database, reissue: Reissue): Promise<string> {
  const { surveyId, viewer, at, serial, makeCode, decide } = reissue
  return prisma.$transaction(async (tx) => {
    const lists = await lockSpentCodes(tx, surveyId)
    const old = await tx.oneTimeCode.findFirst({ where: { surveyId, serial, isVoid: false } })
    decide(old && lists && { isSpent: isSpentIn(lists, old.code) })
    let code = makeCode()
    while (await tx.oneTimeCode.findUnique({ where: { surveyId_code: { surveyId, code } } }))
      code = makeCode()
    await tx.oneTimeCode.updateMany({ where: { surveyId, serial, isVoid: false }, data: { isVoid: true } })
    const batchNumber = old?.batchNumber ?? 0
    await tx.oneTimeCode.create({ data: { surveyId, code, serial, batchNumber } })
    await recordAudit(tx, audited(viewer, at, 'reissueCode', surveyId, { serial }))
    return code
  })
}
