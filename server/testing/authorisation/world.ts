import { randomUUID } from 'node:crypto'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { makeCodeBatch } from '../../src/invitation/make-code-batch.ts'
import { settleCodes } from '../../src/invitation/settle-codes.ts'
import { createQuestionnaire } from '../../src/questionnaire/create-questionnaire.ts'
import { type Actor, type SignedIn, type TestApp } from '../test-app.ts'

/** Objects of the home organisation; the `stranger` is an organiser of another one. */
export interface World {
  readonly people: Readonly<Record<Actor, SignedIn>>
  readonly organisationId: string
  readonly questionnaireId: string
  readonly questionnaireVersionId: string
  /** A questionnaire that nobody publishes, for the test of removing. */
  readonly spareQuestionnaireId: () => Promise<string>
  readonly surveyId: string
  readonly surveyCode: string
  /** A survey whose organiser made codes. */
  readonly codedSurveyId: string
  readonly responseId: string
  readonly institutionId: string
  /** Of the institution, in the survey. */
  readonly formId: string
  readonly fieldNoteId: string
  /** A note that nobody removes but the test of removing. */
  readonly spareFieldNoteId: () => Promise<string>
  /** A survey nobody closes but the test of closing. */
  readonly spareSurveyId: () => Promise<string>
  /** Of the organiser's survey, a new one each time. */
  readonly spareViewId: () => Promise<string>
  readonly spareReportTableId: () => Promise<string>
  readonly spareAccountId: string
}

/** Of the questionnaire of the world, as the variable `answers`. */
export const ANSWERS = { needs_help: 'yes', wishes: 'Ławka przed przychodnią' }

/** Makes the people and the objects that the rows speak of. */
export async function makeWorld(test: TestApp): Promise<World> {
  const elsewhere = await test.anOrganisation({ municipalityCodes: ['260402'] })
  const people = {
    administrator: await test.signInAs('administrator'),
    stranger: await test.signInAs('stranger', { organisationId: elsewhere }),
    organiser: await test.signInAs('organiser'),
    interviewer: await test.signInAs('interviewer'),
    analyst: await test.signInAs('analyst'),
  }
  const organisationId = people.organiser.organisationId ?? ''
  const questions = [
    yesNo('needs_help'),
    { type: 'TEXT_LONG', key: 'wishes', text: 'Czego brakuje?' },
  ] as const
  const document = aQuestionnaire(questions, { key: 'own_questionnaire' })
  const questionnaireVersionId = await test.aQuestionnaireVersion(document, organisationId)
  const { id: questionnaireId } = await test.db.prisma.questionnaire.update({
    where: { id: (await test.db.prisma.questionnaire.findFirstOrThrow({ where: { organisationId } })).id },
    data: { key: 'own_questionnaire' },
  })
  const blank = { organisationId, title: 'Próbny', audience: null, copyOfVersionId: null, document: null }
  const survey = { organisationId, questionnaireVersionId }
  const { id: surveyId, code: surveyCode } = await test.aSurvey(survey)
  const responseId = await respond(test, surveyCode, questionnaireVersionId)
  const { id: institutionId } = await test.db.prisma.institution.create({
    data: { organisationId, name: 'Szkoła' },
  })
  const form = { surveyId, id: randomUUID(), institutionId, token: randomUUID(), questionnaireVersionId }
  await test.db.prisma.institutionForm.create({ data: { ...form, dueOn: new Date('2026-11-22') } })
  return {
    people,
    institutionId,
    formId: form.id,
    organisationId,
    questionnaireId,
    questionnaireVersionId,
    spareQuestionnaireId: async () => createQuestionnaire(await test.contextOf(people.organiser), blank),
    surveyId,
    surveyCode,
    codedSurveyId: await makeCodes(test, people.organiser, survey),
    responseId,
    fieldNoteId: await note(test, people.organiser),
    spareFieldNoteId: () => note(test, people.organiser),
    spareSurveyId: async () => (await test.aSurvey(survey)).id,
    spareViewId: () => savedView(test, surveyId),
    spareReportTableId: () => reportTable(test, surveyId),
    spareAccountId: (await test.anAccount()).accountId,
  }
}

/** A note of the organiser with one quote. */
async function note(test: TestApp, { accountId, organisationId }: SignedIn): Promise<string> {
  const { id } = await test.db.prisma.fieldNote.create({
    data: {
      organisationId: organisationId ?? '',
      municipalityCode: '260401',
      method: 'FIELD',
      notedOn: new Date('2026-11-20'),
      title: 'Rozmowy na przystanku',
      text: 'O dojazdach.',
      diAreas: ['POVERTY'],
      authorId: accountId,
      quotes: { create: { number: 1, text: 'Daleko' } },
    },
  })
  return id
}

/** Something added to the report of the survey. */
async function reportTable({ db }: TestApp, surveyId: string): Promise<string> {
  const data = { surveyId, sectionCode: 'A1', request: { rowKeys: ['sleep'] } }
  return (await db.prisma.reportTable.create({ data })).id
}

/** Something kept in the workbench of the survey. */
async function savedView({ db }: TestApp, surveyId: string): Promise<string> {
  const data = {
    surveyId,
    name: randomUUID(),
    request: { rowKeys: ['sleep'] },
    savedAt: new Date('2026-11-20'),
  }
  return (await db.prisma.savedView.create({ data })).id
}

async function makeCodes(test: TestApp, organiser: SignedIn, survey: { organisationId: string }) {
  const { id } = await test.aSurvey(survey)
  const context = await test.contextOf(organiser)
  await settleCodes(context, { surveyId: id, takesCodes: true })
  await makeCodeBatch(context, id, { name: 'Listy', codeCount: 2, localityId: null })
  return id
}

async function respond(test: TestApp, surveyCode: string, questionnaireVersionId: string): Promise<string> {
  const id = randomUUID()
  const input = { surveyCode, id, questionnaireVersionId, mode: 'CAWI', answers: ANSWERS }
  const query = 'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }'
  const { data } = await test.graphql<{ submitResponse: { __typename: string } }>(query, { input })
  if (data.submitResponse.__typename !== 'Receipt') throw new Error(JSON.stringify(data))
  return id
}
