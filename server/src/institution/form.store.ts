import type { Answers } from '@rozeznanie/core/questionnaire'
import type { FormState, Remark } from '@rozeznanie/core/institution'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isUuid } from '../kernel/ids.ts'
import { dayOf, midnightOf } from '../kernel/scalars.ts'

/** A form as the database has it. */
export interface StoredForm extends FormState {
  readonly surveyId: string
  readonly id: string
  readonly institutionName: string
  readonly questionnaireVersionId: string
  /** Local days. */
  readonly dueOn: string
  readonly prefilledFrom: string | null
}

export type FormEvent =
  'INVITED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'REMINDED' | 'LINK_RENEWED' | 'DUE_MOVED'

type Tx = Prisma.TransactionClient

const WITH_NAME = { institution: { select: { name: true } } } as const
type Row = Prisma.InstitutionFormGetPayload<{ include: typeof WITH_NAME }>

const toForm = (row: Row): StoredForm => ({
  surveyId: row.surveyId,
  id: row.id,
  institutionName: row.institution.name,
  questionnaireVersionId: row.questionnaireVersionId,
  status: row.status,
  revision: row.revision,
  // Written by this program only, in the shapes of core.
  answers: row.answers as unknown as Answers,
  remarks: row.remarks as unknown as readonly Remark[],
  dueOn: dayOf(row.dueOn),
  prefilledFrom: row.prefilledFrom && dayOf(row.prefilledFrom),
})

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue

/** The form of an address; `null` when there is none. */
export async function findFormByToken({ prisma }: Database, token: string): Promise<StoredForm | null> {
  const row = await prisma.institutionForm.findUnique({ where: { token }, include: WITH_NAME })
  return row && toForm(row)
}

/** The form of a survey; `null` when the survey has no such form. */
export async function findForm(
  { prisma }: Database,
  surveyId: string,
  id: string,
): Promise<StoredForm | null> {
  if (!isUuid(surveyId) || !isUuid(id)) return null
  const row = await prisma.institutionForm.findUnique({
    where: { surveyId_id: { surveyId, id } },
    include: WITH_NAME,
  })
  return row && toForm(row)
}

interface EventToAdd {
  readonly kind: FormEvent
  readonly at: Date
  readonly accountId: string | null
  readonly details?: unknown
}

async function addEvent(tx: Tx, { surveyId, id }: { surveyId: string; id: string }, event: EventToAdd) {
  const number = (await tx.institutionFormEvent.count({ where: { surveyId, formId: id } })) + 1
  const { details = {}, ...facts } = event
  await tx.institutionFormEvent.create({
    data: { surveyId, formId: id, number, ...facts, details: json(details) },
  })
}

/** What becomes of a form that `changeForm` holds. */
export interface FormChange {
  readonly form: FormState
  readonly event?: EventToAdd
}

/**
 * Changes a form while nobody else can: `decide` sees it as it is now, and what it throws leaves everything as it was.
 *
 * @returns the form afterwards; `null` when there is none
 */
export async function changeForm(
  { prisma }: Database,
  { surveyId, id }: { readonly surveyId: string; readonly id: string },
  decide: (form: StoredForm) => Promise<FormChange> | FormChange,
): Promise<StoredForm | null> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM institution_form WHERE survey_id = ${surveyId}::uuid AND id = ${id}::uuid FOR UPDATE`
      const where = { surveyId_id: { surveyId, id } }
      const row = await tx.institutionForm.findUnique({ where, include: WITH_NAME })
      if (!row) return null
      const before = toForm(row)
      const { form, event } = await decide(before)
      const { status, revision, answers, remarks } = form
      const data = { status, revision, answers: json(answers), remarks: json(remarks) }
      await tx.institutionForm.update({ where, data })
      if (event) await addEvent(tx, before, event)
      return { ...before, status, revision, answers, remarks }
    },
    { timeout: 20_000 },
  )
}

/** A further fact of a form beside its answers, with its event. */
export async function noteOnForm(
  { prisma }: Database,
  { surveyId, id }: { readonly surveyId: string; readonly id: string },
  data: { readonly remindedOn?: Date; readonly dueOn?: Date; readonly token?: string },
  event: EventToAdd,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.institutionForm.update({ where: { surveyId_id: { surveyId, id } }, data })
    await addEvent(tx, { surveyId, id }, event)
  })
}

/** Whether the form has become a response. */
export async function hasBecomeResponse(
  { prisma }: Database,
  { surveyId, id }: { readonly surveyId: string; readonly id: string },
): Promise<boolean> {
  return (await prisma.response.count({ where: { surveyId, id } })) > 0
}

/** What an institution last had accepted in any survey of this questionnaire. */
export interface EarlierForm {
  readonly answers: Answers
  /** Local day. */
  readonly referenceOn: string
}

/** The newest accepted forms of institutions to any version of the same questionnaire, by institution. */
export async function findEarlierForms(
  { prisma }: Database,
  institutionIds: readonly string[],
  questionnaireVersionId: string,
): Promise<ReadonlyMap<string, EarlierForm>> {
  const rows = await prisma.institutionForm.findMany({
    where: {
      institutionId: { in: [...institutionIds] },
      status: 'ACCEPTED',
      survey: {
        referenceOn: { not: null },
        questionnaireVersion: { questionnaire: { versions: { some: { id: questionnaireVersionId } } } },
      },
    },
    select: { institutionId: true, answers: true, survey: { select: { referenceOn: true } } },
    orderBy: { survey: { referenceOn: 'asc' } },
  })
  return new Map(
    rows.flatMap(({ institutionId, answers, survey: { referenceOn } }) =>
      referenceOn === null
        ? []
        : [[institutionId, { answers: answers as unknown as Answers, referenceOn: dayOf(referenceOn) }]],
    ),
  )
}

/** A form that is about to be sent out. */
export interface NewForm {
  readonly id: string
  readonly institutionId: string
  readonly token: string
  readonly answers: Answers
  readonly prefilledFrom: string | null
}

/** Stores new forms of a survey; institutions that have one already are passed over. @returns how many are new */
export async function addForms(
  { prisma }: Database,
  facts: {
    readonly surveyId: string
    readonly questionnaireVersionId: string
    readonly dueOn: string
    readonly at: Date
    readonly accountId: string | null
    readonly forms: readonly NewForm[]
  },
): Promise<number> {
  const { surveyId, questionnaireVersionId, dueOn, at, accountId, forms } = facts
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.institutionForm.createMany({
      data: forms.map(({ answers, prefilledFrom, ...form }) => ({
        ...form,
        ...{ surveyId, questionnaireVersionId, dueOn: midnightOf(dueOn), answers: json(answers) },
        prefilledFrom: prefilledFrom === null ? null : midnightOf(prefilledFrom),
      })),
      skipDuplicates: true,
    })
    const ids = forms.map(({ id }) => id)
    const stored = await tx.institutionForm.findMany({
      where: { surveyId, id: { in: ids } },
      select: { id: true },
    })
    const event = { kind: 'INVITED', at, accountId } as const
    await tx.institutionFormEvent.createMany({
      data: stored.map(({ id }) => ({ surveyId, formId: id, number: 1, ...event })),
    })
    return count
  })
}

/** Institutions of these ids that belong to the organisation and are still asked. */
export async function findAskedInstitutions(
  { prisma }: Database,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await prisma.institution.findMany({
    where: { organisationId, retiredAt: null, id: { in: ids.filter(isUuid) } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
