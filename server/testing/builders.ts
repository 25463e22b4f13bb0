import { randomBytes, randomUUID } from 'node:crypto'
import type { OrganisationKind, Role } from '@rozeznanie/core/account'
import { type Questionnaire, questionCount } from '@rozeznanie/core/questionnaire'
import { makeSurveyCode } from '@rozeznanie/core/survey'
import { aQuestionnaire } from '@rozeznanie/core/testing'
import { createAccount } from '../src/account/create-account.ts'
import type { Context } from '../src/context.ts'
import { createOrganisation } from '../src/organisation/create-organisation.ts'
import { checksumOf } from '../src/questionnaire/questionnaire.store.ts'

/** Of every account that tests make. */
export const TEST_PASSWORD = 'trzy koty na płocie'
export const TEST_MUNICIPALITY = '260401'

interface SurveyWishes {
  readonly organisationId: string
  readonly municipalityCode?: string
  readonly questionnaireVersionId?: string
  readonly title?: string
  readonly opensOn?: string
  readonly closesOn?: string
}

/** Rows of the least that matters, made through the use cases where a test would otherwise lie. */
export interface Builders {
  /** A municipality with its county and voivodeship; `260401` when a test does not care. */
  aMunicipality(wishes?: { readonly code?: string; readonly name?: string }): Promise<string>
  aLocality(wishes?: { readonly municipalityCode?: string; readonly name?: string }): Promise<string>
  anOrganisation(wishes?: {
    readonly kind?: OrganisationKind
    readonly name?: string
    readonly municipalityCodes?: readonly string[]
  }): Promise<string>
  anAccount(wishes?: {
    readonly isAdministrator?: boolean
    readonly organisationId?: string
    readonly role?: Role
  }): Promise<{ accountId: string; email: string; organisationId: string | null }>
  /** A published version, of the shared library unless an organisation is named. @returns the version's id */
  aQuestionnaireVersion(document?: Questionnaire, organisationId?: string): Promise<string>
  /** The next published version of the questionnaire that a version belongs to. @returns the version's id */
  aNextVersion(versionId: string, document: Questionnaire): Promise<string>
  /** A survey that is open on every day of this century unless told otherwise. */
  aSurvey(wishes: SurveyWishes): Promise<{ id: string; code: string; questionnaireVersionId: string }>
}

export function createBuilders(context: Context): Builders {
  const { prisma } = context.db
  const aMunicipality: Builders['aMunicipality'] = async ({
    code = TEST_MUNICIPALITY,
    name = `Gmina ${code}`,
  } = {}) => {
    const voivodeshipCode = code.slice(0, 2)
    const countyCode = code.slice(0, 4)
    const voivodeship = { code: voivodeshipCode, name: 'świętokrzyskie' }
    const county = { code: countyCode, name: 'kielecki', voivodeshipCode }
    await prisma.voivodeship.createMany({ data: [voivodeship], skipDuplicates: true })
    await prisma.county.createMany({ data: [county], skipDuplicates: true })
    await prisma.municipality.createMany({
      data: [{ code, name, kind: 3, countyCode }],
      skipDuplicates: true,
    })
    return code
  }
  const aQuestionnaireVersion: Builders['aQuestionnaireVersion'] = (
    document = smallQuestionnaire(),
    organisationId,
  ) => publish(context, document, organisationId)
  return {
    aMunicipality,
    aQuestionnaireVersion,
    aNextVersion: async (versionId, document) => {
      const where = { id: versionId }
      const { questionnaireId, number } = await prisma.questionnaireVersion.findUniqueOrThrow({ where })
      const json = JSON.parse(JSON.stringify(document)) as object
      const saved = { questionnaireId, document: json, checksum: checksumOf(document) }
      const publishedAt = new Date('2026-02-01T00:00:00Z')
      const next = { ...saved, number: number + 1, publishedAt }
      return (await prisma.questionnaireVersion.create({ data: next })).id
    },
    aLocality: async ({ municipalityCode = TEST_MUNICIPALITY, name = unique('Wieś') } = {}) => {
      await aMunicipality({ code: municipalityCode })
      return (await prisma.locality.create({ data: { municipalityCode, name, kind: 'SOLECTWO' } })).id
    },
    anOrganisation: async ({
      kind = 'CUS',
      name = unique(kind),
      municipalityCodes = [TEST_MUNICIPALITY],
    } = {}) => {
      for (const code of municipalityCodes) await aMunicipality({ code })
      return createOrganisation(context, { kind, name, phone: '41 123 45 67', municipalityCodes })
    },
    anAccount: async ({ isAdministrator = false, organisationId = null, role = null } = {}) => {
      const email = `${randomUUID()}@gmina.example`
      const account = {
        email,
        name: 'Anna Nowak',
        password: TEST_PASSWORD,
        isAdministrator,
        organisationId,
        role,
      }
      return { accountId: await createAccount(context, account), email, organisationId }
    },
    aSurvey: async ({ municipalityCode = TEST_MUNICIPALITY, ...wishes }) => {
      await aMunicipality({ code: municipalityCode })
      const questionnaireVersionId = wishes.questionnaireVersionId ?? (await aQuestionnaireVersion())
      return openSurvey(context, { ...wishes, municipalityCode, questionnaireVersionId })
    },
  }
}

async function publish({ db }: Context, document: Questionnaire, organisationId?: string): Promise<string> {
  const owner = { key: unique(document.key), title: document.title, organisationId: organisationId ?? null }
  const questionnaire = await db.prisma.questionnaire.create({ data: owner })
  const publishedAt = new Date('2026-01-01T00:00:00Z')
  const json = JSON.parse(JSON.stringify(document)) as object
  const saved = { questionnaireId: questionnaire.id, document: json, checksum: checksumOf(document) }
  const version = await db.prisma.questionnaireVersion.create({ data: { ...saved, number: 1, publishedAt } })
  if (organisationId === undefined) return version.id
  const facts = { title: document.title, questionCount: questionCount(document), savedAt: publishedAt }
  await db.prisma.draftState.create({
    data: { ...saved, ...facts, revision: 1, kind: 'PUBLISHED', publishedVersionId: version.id },
  })
  return version.id
}

async function openSurvey(
  { db }: Context,
  wishes: SurveyWishes & { municipalityCode: string; questionnaireVersionId: string },
) {
  const { opensOn = '2000-01-01', closesOn = '2099-12-31', title = 'Ankieta próbna', ...rest } = wishes
  return db.prisma.survey.create({
    data: {
      ...rest,
      title,
      code: makeSurveyCode(randomBytes(5)),
      sampleType: 'OPEN_LINK',
      opensOn: new Date(opensOn),
      closesOn: new Date(closesOn),
      informationClause: 'Administratorem danych jest centrum.',
      contactPhone: '41 123 45 67',
      versions: {
        create: {
          questionnaireVersionId: rest.questionnaireVersionId,
          since: new Date('2026-01-01T00:00:00Z'),
        },
      },
    },
    select: { id: true, code: true, questionnaireVersionId: true },
  })
}

function smallQuestionnaire(): Questionnaire {
  const yes = { code: '1', label: 'Tak' }
  const no = { code: '2', label: 'Nie' }
  return aQuestionnaire([
    { type: 'SINGLE', key: 'needs_help', text: 'Czy potrzebuje Pan/Pani pomocy?', options: [yes, no] },
  ])
}

function unique(word: string): string {
  return `${word} ${randomUUID().slice(0, 8)}`.trim()
}
