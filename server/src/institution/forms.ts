import { randomBytes, randomUUID } from 'node:crypto'
import {
  acceptForm,
  assertDueOn,
  FormLockedError,
  keepForm,
  prefilledAnswers,
  returnForm,
  submitForm,
  type Remark,
  type SentForm,
} from '@rozeznanie/core/institution'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import {
  addForms,
  changeForm,
  findAskedInstitutions,
  findEarlierForms,
  findForm,
  hasBecomeResponse,
  noteOnForm,
  type StoredForm,
} from './form.store.ts'
import { organisesSurvey } from './institution.access.ts'
import { midnightOf } from '../kernel/scalars.ts'

/** 128 bits: nobody guesses an address. */
const newToken = (): string => randomBytes(16).toString('base64url')

function questionnaireOf(
  survey: AnswerableSurvey,
  { questionnaireVersionId }: { questionnaireVersionId: string },
) {
  const questionnaire = survey.questionnaires.get(questionnaireVersionId)
  if (!questionnaire) throw new Error(`survey ${survey.id} never had version ${questionnaireVersionId}`)
  return questionnaire
}

const contextOf = ({ localityIds }: AnswerableSurvey, now: Date) => ({ localityIds, today: localDayOf(now) })

interface Invitation {
  readonly surveyId: string
  readonly institutionIds: readonly string[]
  readonly dueOn: string
  /** Begin with what was accepted the last time. */
  readonly isPrefilled: boolean
}

/**
 * Gives institutions their forms, each under an address of its own. Whoever has one already keeps it.
 *
 * @returns `null` when the viewer organises no such survey
 * @throws InvalidInputError
 */
export async function inviteInstitutions(context: Context, invitation: Invitation): Promise<number | null> {
  const { db, viewer, now, publicSurveys } = context
  const { surveyId, dueOn } = invitation
  const survey = (await organisesSurvey(context, surveyId)) ? await publicSurveys.byId(surveyId) : null
  if (!survey) return null
  if (survey.referenceOn === null) {
    const message = 'Do tej ankiety nie zaprasza się instytucji: odpowiadają na nią mieszkańcy.'
    throw new InvalidInputError([{ path: 'surveyId', message }])
  }
  assertDueOn(dueOn, survey)
  const ids = await findAskedInstitutions(db, survey.organisationId, invitation.institutionIds)
  if (ids.length === 0) {
    const message = 'Proszę zaznaczyć co najmniej jedną instytucję.'
    throw new InvalidInputError([{ path: 'institutionIds', message }])
  }
  const questionnaire = questionnaireOf(survey, survey)
  const earlier = invitation.isPrefilled
    ? await findEarlierForms(db, ids, survey.questionnaireVersionId)
    : null
  const forms = ids.map((institutionId) => {
    const before = earlier?.get(institutionId)
    return {
      ...{ id: randomUUID(), institutionId, token: newToken() },
      answers: before ? prefilledAnswers(questionnaire, before.answers, contextOf(survey, now())) : {},
      prefilledFrom: before?.referenceOn ?? null,
    }
  })
  const { questionnaireVersionId } = survey
  const accountId = viewer?.accountId ?? null
  return addForms(db, { surveyId, questionnaireVersionId, dueOn, at: now(), accountId, forms })
}

/** What the page of a form may do; refusals are those of core. */
export type FormWork = 'keep' | 'submit'

/** Keeps or submits what an institution wrote. @returns the form afterwards */
export async function writeForm(
  { db, now }: Pick<Context, 'db' | 'now'>,
  survey: AnswerableSurvey,
  { surveyId, id }: StoredForm,
  work: FormWork,
  sent: SentForm,
): Promise<StoredForm | null> {
  const decide = work === 'keep' ? keepForm : submitForm
  return changeForm(db, { surveyId, id }, (form) => {
    const next = decide(form, sent, questionnaireOf(survey, form), contextOf(survey, now()))
    const event = {
      kind: 'SUBMITTED',
      at: now(),
      accountId: null,
      details: { answers: next.answers },
    } as const
    return work === 'keep' ? { form: next } : { form: next, event }
  })
}

interface Found {
  readonly form: StoredForm
  readonly survey: AnswerableSurvey
  readonly questionnaire: Questionnaire
}

/** The form with its survey, for whoever organises it; `null` for others. */
async function findOwn(context: Context, surveyId: string, formId: string): Promise<Found | null> {
  if (!(await organisesSurvey(context, surveyId))) return null
  const [survey, form] = await Promise.all([
    context.publicSurveys.byId(surveyId),
    findForm(context.db, surveyId, formId),
  ])
  return survey && form && { form, survey, questionnaire: questionnaireOf(survey, form) }
}

/** Gives a submitted form back with remarks. @returns false when the viewer organises no such form */
export async function returnToInstitution(
  context: Context,
  { surveyId, formId, remarks }: { surveyId: string; formId: string; remarks: readonly Remark[] },
): Promise<boolean> {
  const found = await findOwn(context, surveyId, formId)
  if (!found) return false
  const { db, viewer, now } = context
  await changeForm(db, found.form, async (form) => {
    // An acceptance that was cut off after its response was stored is one nevertheless.
    if (await hasBecomeResponse(db, form)) throw new FormLockedError('ACCEPTED')
    const next = returnForm(form, remarks, found.questionnaire)
    const event = { kind: 'RETURNED', at: now(), accountId: viewer?.accountId ?? null } as const
    return { form: next, event: { ...event, details: { remarks: next.remarks } } }
  })
  return true
}

/**
 * Accepts a submitted form: its answers become a response and count. Stored under the form's own id, so that an
 * acceptance that was cut off can be repeated.
 *
 * @returns false when the viewer organises no such form
 */
export async function acceptFromInstitution(
  context: Context,
  { surveyId, formId }: { surveyId: string; formId: string },
): Promise<boolean> {
  const found = await findOwn(context, surveyId, formId)
  if (!found) return false
  const { db, viewer, now, responses } = context
  await changeForm(db, found.form, async (form) => {
    const next = acceptForm(form)
    const { id, questionnaireVersionId, answers } = form
    const submission = { id, questionnaireVersionId, mode: 'INSTITUTION', answers } as const
    await responses.storeMany(found.survey, [submission], localDayOf(now()))
    return { form: next, event: { kind: 'ACCEPTED', at: now(), accountId: viewer?.accountId ?? null } }
  })
  return true
}

/** What is noted on a form beside its answers. */
export type Noting =
  | { readonly kind: 'REMINDED' }
  | { readonly kind: 'LINK_RENEWED' }
  | { readonly kind: 'DUE_MOVED'; readonly dueOn: string }

/** Notes a reminder, or gives a form a new address or a new day. @returns false when the viewer organises no such form */
export async function noteForm(
  context: Context,
  { surveyId, formId }: { surveyId: string; formId: string },
  wanted: () => Noting,
): Promise<boolean> {
  const found = await findOwn(context, surveyId, formId)
  if (!found) return false
  const noting = wanted()
  const { db, viewer, now } = context
  const event = { kind: noting.kind, at: now(), accountId: viewer?.accountId ?? null }
  if (noting.kind === 'DUE_MOVED') {
    assertDueOn(noting.dueOn, found.survey)
    await noteOnForm(
      db,
      found.form,
      { dueOn: midnightOf(noting.dueOn) },
      { ...event, details: { dueOn: noting.dueOn } },
    )
  } else if (noting.kind === 'REMINDED') {
    await noteOnForm(db, found.form, { remindedOn: midnightOf(localDayOf(now())) }, event)
  } else {
    await noteOnForm(db, found.form, { token: newToken() }, event)
  }
  return true
}
