import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { givenOutAs } from '@rozeznanie/core/questionnaire/library'
import type {
  CollectionPeriod,
  DecidedSurvey,
  SurveyProposal,
  SurveyProposalFacts,
} from '@rozeznanie/core/survey'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { kioskPassHash } from '../invitation/kiosk-pass.access.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { isUuid } from '../kernel/ids.ts'
import { dayOf, midnightOf } from '../kernel/scalars.ts'
import type { AnswerableSurvey } from './public-survey.access.ts'

const CODE_TRIES = 5

/** The organisation that a survey belongs to; `null` when there is no such survey. */
export async function findSurveyOwner({ prisma }: Database, surveyId: string): Promise<string | null> {
  const survey = await prisma.survey.findUnique({ where: { id: surveyId }, select: { organisationId: true } })
  return survey?.organisationId ?? null
}

/** What `openSurvey` of core has to know of a proposal. */
export async function loadProposalFacts(
  { prisma }: Database,
  proposal: SurveyProposal,
): Promise<SurveyProposalFacts> {
  const { organisationId, questionnaireVersionId: versionId } = proposal
  const [served, version] = await Promise.all([
    prisma.organisationMunicipality.findMany({
      where: { organisationId, municipality: { vanishedOn: null } },
      select: { municipalityCode: true },
    }),
    isUuid(versionId)
      ? prisma.questionnaireVersion.findFirst({
          where: { id: versionId, questionnaire: { OR: [{ organisationId: null }, { organisationId }] } },
        })
      : null,
  ])
  return {
    servedMunicipalityCodes: served.map(({ municipalityCode }) => municipalityCode),
    version: version && {
      isPublished: version.publishedAt !== null,
      ...givenOutAs(parseQuestionnaire(version.document)),
    },
  }
}

const isCodeTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

interface SurveyToSave {
  readonly proposal: DecidedSurvey
  readonly viewer: Viewer | null
  readonly at: Date
  /** Asked again when the code is taken. */
  readonly makeCode: () => string
}

/** Stores a new survey under a free code, with its line in the audit. @returns its id */
export async function saveSurvey(
  db: Database,
  { proposal, viewer, at, makeCode }: SurveyToSave,
): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.prisma.$transaction(async (tx) => {
        const { referenceOn } = proposal
        const dates = {
          opensOn: midnightOf(proposal.opensOn),
          closesOn: midnightOf(proposal.closesOn),
          referenceOn: referenceOn === null ? null : midnightOf(referenceOn),
        }
        const { questionnaireVersionId } = proposal
        const first = { questionnaireVersionId, since: at, accountId: viewer?.accountId ?? null }
        const { id } = await tx.survey.create({
          data: { ...proposal, ...dates, code: makeCode(), createdAt: at, versions: { create: first } },
        })
        await recordAudit(tx, { viewer, at, action: 'openSurvey', objectType: 'Survey', objectId: id })
        return id
      })
    } catch (error) {
      if (!isCodeTaken(error) || tries === CODE_TRIES) throw error
    }
  }
}

/** The dates of a survey with its organisation; `null` when there is no such survey. */
export async function loadPeriod(
  { prisma }: Database,
  surveyId: string,
): Promise<(CollectionPeriod & { readonly organisationId: string }) | null> {
  const survey = await prisma.survey.findUnique({ where: { id: surveyId } })
  if (!survey) return null
  const { opensOn, closesOn, ...facts } = survey
  return { ...facts, opensOn: dayOf(opensOn), closesOn: dayOf(closesOn) }
}

/** Stores that a survey was closed by hand. @returns false when it had been closed in the meantime */
export async function saveClosing(
  { prisma }: Database,
  { surveyId, viewer, closedAt }: { surveyId: string; viewer: Viewer | null; closedAt: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.survey.updateMany({
      where: { id: surveyId, closedAt: null },
      data: { closedAt },
    })
    if (count === 1) {
      await recordAudit(tx, {
        viewer,
        at: closedAt,
        action: 'closeSurvey',
        objectType: 'Survey',
        objectId: surveyId,
      })
    }
    return count === 1
  })
}

/** A survey with all that its answering page needs, by its normalised code or its id. */
export async function findAnswerableSurvey(
  { prisma }: Database,
  where: { readonly code: string } | { readonly id: string },
): Promise<AnswerableSurvey | null> {
  const [survey, demo] = await Promise.all([
    prisma.survey.findUnique({
      where,
      include: {
        organisation: { select: { name: true } },
        ticketKey: { select: { modulus: true, kioskPass: true } },
        versions: {
          select: { questionnaireVersion: { select: { id: true, document: true } } },
          orderBy: { questionnaireVersion: { number: 'asc' } },
        },
        municipality: {
          select: { name: true, localities: { select: { id: true, name: true, retiredAt: true } } },
        },
      },
    }),
    prisma.installation.findUnique({ where: { key: 'demo' } }),
  ])
  if (!survey) return null
  const { municipality, organisation, versions, opensOn, closesOn, ticketKey, referenceOn, ...facts } = survey
  const localities = municipality.localities.toSorted((one, other) =>
    one.name.localeCompare(other.name, 'pl'),
  )
  return {
    ...facts,
    opensOn: dayOf(opensOn),
    closesOn: dayOf(closesOn),
    referenceOn: referenceOn && dayOf(referenceOn),
    organisationName: organisation.name,
    municipalityName: municipality.name,
    questionnaires: new Map(
      versions.map(({ questionnaireVersion: { id, document } }) => [id, parseQuestionnaire(document)]),
    ),
    localities: localities
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ id, name }) => ({ id, name })),
    localityIds: localities.map(({ id }) => id),
    isDemo: demo !== null,
    ticketKey: facts.takesCodes && ticketKey ? Buffer.from(ticketKey.modulus).toString('base64url') : null,
    kioskPassHash: facts.takesCodes && ticketKey ? kioskPassHash(ticketKey.kioskPass) : null,
  }
}
