import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { findForm } from '../../server/src/institution/form.store.ts'
import type { Database } from '../../server/src/database/database.ts'

/** `loading` was broken off and is taken up again; `loaded` is whole; null: this database holds no example. */
export type DemoState = 'loading' | 'loaded' | null

export async function demoStateOf({ prisma }: Database): Promise<DemoState> {
  const fact = await prisma.installation.findUnique({ where: { key: 'demo' } })
  return fact === null ? null : fact.value === 'loaded' ? 'loaded' : 'loading'
}

export async function saveDemoState({ prisma }: Database, value: 'loading' | 'loaded'): Promise<void> {
  await prisma.installation.upsert({
    where: { key: 'demo' },
    create: { key: 'demo', value },
    update: { value },
  })
}

export async function findOrganisationId({ prisma }: Database, name: string): Promise<string | null> {
  return (await prisma.organisation.findUnique({ where: { name }, select: { id: true } }))?.id ?? null
}

export async function findAccount({ prisma }: Database, email: string) {
  return prisma.account.findUnique({ where: { email }, select: { id: true, name: true } })
}

export async function findSurvey({ prisma }: Database, organisationId: string, title: string) {
  return prisma.survey.findFirst({ where: { organisationId, title }, select: { id: true, closedAt: true } })
}

export async function localityIdsByName(
  { prisma }: Database,
  municipalityCode: string,
): Promise<Map<string, string>> {
  const localities = await prisma.locality.findMany({ where: { municipalityCode, retiredAt: null } })
  return new Map(localities.map(({ name, id }) => [name, id]))
}

/** The newest published version of a questionnaire. */
export async function latestVersionId({ prisma }: Database, key: string): Promise<string> {
  const version = await prisma.questionnaireVersion.findFirstOrThrow({
    where: { questionnaire: { key }, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
  })
  return version.id
}

/** The draft of a questionnaire; null when there is none of this key. */
export async function findDraft({ prisma }: Database, key: string) {
  const draft = await prisma.draftState.findFirst({
    where: { questionnaire: { key } },
    orderBy: { revision: 'desc' },
    select: { questionnaireId: true, revision: true, document: true },
  })
  return draft && { ...draft, document: parseQuestionnaire(draft.document) }
}

export async function allMunicipalityCodes({ prisma }: Database): Promise<string[]> {
  return (await prisma.municipality.findMany({ select: { code: true } })).map(({ code }) => code)
}

/** How many interviews of a survey were stored on each day, by visit and by telephone. */
export async function interviewsByDay({ prisma }: Database, surveyId: string) {
  const rows = await prisma.response.groupBy({
    by: ['submittedOn', 'mode'],
    where: { surveyId, mode: { in: ['CAPI', 'CATI'] } },
    _count: true,
    orderBy: [{ submittedOn: 'asc' }, { mode: 'asc' }],
  })
  return rows.map(({ submittedOn, mode, _count }) => ({
    day: submittedOn.toISOString().slice(0, 10),
    channel: mode === 'CATI' ? ('CATI' as const) : ('CAPI' as const),
    count: _count,
  }))
}

/** The forms of institutions in a survey. */
export async function formsOf(db: Database, surveyId: string) {
  const forms = await db.prisma.institutionForm.findMany({ where: { surveyId }, select: { id: true } })
  const found = await Promise.all(forms.map(({ id }) => findForm(db, surveyId, id)))
  return found.filter((form) => form !== null)
}

/** Whether an organisation has notes from the field already. */
export async function hasNotes({ prisma }: Database, organisationId: string): Promise<boolean> {
  return (await prisma.fieldNote.count({ where: { organisationId } })) > 0
}
