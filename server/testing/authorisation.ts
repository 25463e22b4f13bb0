import { randomUUID } from 'node:crypto'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { makeCodeBatch } from '../src/invitation/make-code-batch.ts'
import { settleCodes } from '../src/invitation/settle-codes.ts'
import { createQuestionnaire } from '../src/questionnaire/create-questionnaire.ts'
import { ACTORS, type Actor, type SignedIn, type TestApp } from './test-app.ts'

/**
 * What becomes of a request. `allowed`: the person passes, even if the rules then refuse what was sent.
 * `hidden`: nothing, as if the object were not there. `signIn`: nobody is signed in. `forbidden`: not for this person.
 */
export type Verdict = 'allowed' | 'hidden' | 'signIn' | 'forbidden'
export const EVERYBODY = ['anonymous', ...ACTORS] as const
export type Somebody = (typeof EVERYBODY)[number]
type Verdicts = Readonly<Record<Somebody, Verdict>>

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
  readonly spareAccountId: string
}

export interface FieldRow {
  /** The field with its arguments and its selection. */
  readonly call: (world: World) => string | Promise<string>
  readonly verdicts: Verdicts
}

export interface RouteRow {
  readonly url: (world: World) => string
  readonly verdicts: Verdicts
  /** Sent by POST instead of a file. */
  readonly json?: object
}

const same = (verdict: Verdict): Omit<Verdicts, 'anonymous'> => ({
  administrator: verdict,
  stranger: verdict,
  organiser: verdict,
  interviewer: verdict,
  analyst: verdict,
})
const EVERYONE: Verdicts = { anonymous: 'allowed', ...same('allowed') }
const SIGNED_IN: Verdicts = { anonymous: 'signIn', ...same('allowed') }
const ADMINISTRATOR: Verdicts = { anonymous: 'signIn', ...same('forbidden'), administrator: 'allowed' }
const MEMBERS: Verdicts = {
  anonymous: 'signIn',
  ...same('hidden'),
  organiser: 'allowed',
  interviewer: 'allowed',
}
const ORGANISER: Verdicts = { anonymous: 'signIn', ...same('hidden'), organiser: 'allowed' }
const ORGANISER_OR_FORBIDDEN: Verdicts = { anonymous: 'signIn', ...same('forbidden'), organiser: 'allowed' }
const ANALYST: Verdicts = { anonymous: 'signIn', ...same('forbidden'), analyst: 'allowed' }

const quoted = (text: string) => JSON.stringify(text)
const answerName = ({ surveyId, responseId }: World) =>
  `surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, questionKey: "wishes"`

const formName = ({ surveyId, formId }: World) => `surveyId: ${quoted(surveyId)}, formId: ${quoted(formId)}`

/** One row for every root field of the schema; a new field without a row fails the test. */
export const FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.installation': { call: () => 'installation { needsSetup }', verdicts: EVERYONE },
  'Query.viewer': { call: () => 'viewer { accountId }', verdicts: { ...EVERYONE, anonymous: 'hidden' } },
  'Query.accounts': { call: () => 'accounts { email }', verdicts: ADMINISTRATOR },
  'Query.municipality': { call: () => 'municipality(code: "260401") { name }', verdicts: SIGNED_IN },
  'Query.municipalities': { call: () => 'municipalities { totalCount }', verdicts: SIGNED_IN },
  'Query.organisations': { call: () => 'organisations { name }', verdicts: SIGNED_IN },
  'Query.organisation': {
    call: ({ organisationId }) => `organisation(id: ${quoted(organisationId)}) { name }`,
    verdicts: { ...MEMBERS, administrator: 'allowed' },
  },
  'Query.questionnaires': { call: () => 'questionnaires { key }', verdicts: SIGNED_IN },
  'Query.questionnaire': {
    call: () => 'questionnaire(key: "own_questionnaire") { title }',
    verdicts: MEMBERS,
  },
  'Query.surveys': { call: () => 'surveys { totalCount }', verdicts: SIGNED_IN },
  'Query.survey': { call: ({ surveyId }) => `survey(id: ${quoted(surveyId)}) { title }`, verdicts: MEMBERS },
  'Query.regionalSurveys': { call: () => 'regionalSurveys { organisationName }', verdicts: ANALYST },
  'Mutation.signIn': {
    call: () => 'signIn(input: { email: "nikt", password: "x" }) { __typename }',
    verdicts: EVERYONE,
  },
  'Mutation.createFirstAdministrator': {
    call: () =>
      'createFirstAdministrator(input: { setupCode: "x", email: "x", name: "x", password: "x" }) { __typename }',
    verdicts: EVERYONE,
  },
  'Mutation.createAccount': {
    call: () =>
      'createAccount(input: { email: "x", name: "x", password: "x", isAdministrator: true }) { __typename }',
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setAccountDisabled': {
    call: ({ spareAccountId: id }) =>
      `setAccountDisabled(input: { accountId: ${quoted(id)}, isDisabled: true }) { __typename }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setMembership': {
    call: ({ spareAccountId, organisationId }) =>
      `setMembership(input: { accountId: ${quoted(spareAccountId)}, organisationId: ${quoted(organisationId)}, role: ORGANISER }) { id }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.createOrganisation': {
    call: () =>
      'createOrganisation(input: { kind: CUS, name: "", phone: "", municipalityCodes: [] }) { __typename }',
    verdicts: ADMINISTRATOR,
  },
  'Mutation.updateOrganisation': {
    call: ({ organisationId }) =>
      `updateOrganisation(input: { organisationId: ${quoted(organisationId)}, name: "", phone: "", municipalityCodes: [] }) { __typename }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setLocalities': {
    call: () =>
      'setLocalities(input: { municipalityCode: "260401", localities: [{ name: "", kind: OSIEDLE }] }) { __typename }',
    verdicts: { ...ADMINISTRATOR, organiser: 'allowed' },
  },
  'Mutation.createQuestionnaire': {
    call: ({ organisationId }) =>
      `createQuestionnaire(input: { organisationId: ${quoted(organisationId)}, title: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.saveDraft': {
    call: ({ questionnaireId: id }) =>
      `saveDraft(input: { questionnaireId: ${quoted(id)}, baseRevision: 1, document: $answers }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.restoreDraft': {
    call: ({ questionnaireId: id }) =>
      `restoreDraft(input: { questionnaireId: ${quoted(id)}, baseRevision: 1, revision: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.publishDraft': {
    call: ({ questionnaireId: id }) =>
      `publishDraft(input: { questionnaireId: ${quoted(id)}, revision: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.removeQuestionnaire': {
    call: async (world) =>
      `removeQuestionnaire(input: { questionnaireId: ${quoted(await world.spareQuestionnaireId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.openSurvey': {
    call: ({ organisationId, questionnaireVersionId }) =>
      `openSurvey(input: { organisationId: ${quoted(organisationId)}, municipalityCode: "260401",
        questionnaireVersionId: ${quoted(questionnaireVersionId)}, title: "", opensOn: "2026-11-01", closesOn: "2026-11-30",
        sampleType: OPEN_LINK, informationClause: "", contactPhone: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.updateMaterials': {
    call: ({ surveyId }) =>
      `updateMaterials(input: { surveyId: ${quoted(surveyId)}, invitationReason: "", sheetReturn: "", embedHosts: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.planBooklets': {
    call: ({ surveyId }) =>
      `planBooklets(input: { surveyId: ${quoted(surveyId)}, copies: 1, language: "pl", isLarge: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.closeSurvey': {
    call: async (world) =>
      `closeSurvey(input: { surveyId: ${quoted(await world.spareSurveyId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setSurveyGrace': {
    call: ({ surveyId }) =>
      `setSurveyGrace(input: { surveyId: ${quoted(surveyId)}, graceDays: 5 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.moveSurvey': {
    call: ({ surveyId, questionnaireVersionId: versionId }) =>
      `moveSurvey(input: { surveyId: ${quoted(surveyId)}, questionnaireVersionId: ${quoted(versionId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.extendSurvey': {
    call: ({ surveyId }) =>
      `extendSurvey(input: { surveyId: ${quoted(surveyId)}, closesOn: "2000-01-02" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.recordCall': {
    call: ({ surveyId }) =>
      `recordCall(input: { surveyId: ${quoted(surveyId)}, id: "${randomUUID()}", outcome: BUSY }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.addInstitutions': {
    call: ({ organisationId }) =>
      `addInstitutions(input: { organisationId: ${quoted(organisationId)}, text: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.updateInstitution': {
    call: ({ institutionId: id }) =>
      `updateInstitution(input: { institutionId: ${quoted(id)}, name: "", email: "", phone: "", isRetired: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.inviteInstitutions': {
    call: ({ surveyId }) =>
      `inviteInstitutions(input: { surveyId: ${quoted(surveyId)}, institutionIds: [], dueOn: "2026-11-22", isPrefilled: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.returnInstitutionForm': {
    call: (world) => `returnInstitutionForm(input: { ${formName(world)}, remarks: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.acceptInstitutionForm': {
    call: (world) => `acceptInstitutionForm(input: { ${formName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.noteInstitutionForm': {
    call: (world) => `noteInstitutionForm(input: { ${formName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Query.fieldNote': {
    call: ({ fieldNoteId }) => `fieldNote(id: ${quoted(fieldNoteId)}) { title }`,
    verdicts: MEMBERS,
  },
  'Mutation.saveFieldNote': {
    call: ({ organisationId }) =>
      `saveFieldNote(input: { organisationId: ${quoted(organisationId)}, municipalityCode: "260401", place: "",
        method: FIELD, notedOn: "2026-11-22", title: "", text: "", diAreas: [], quotes: [] }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.removeFieldNote': {
    call: async (world) =>
      `removeFieldNote(input: { noteId: ${quoted(await world.spareFieldNoteId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.releaseQuote': {
    call: ({ fieldNoteId: id }) =>
      `releaseQuote(input: { noteId: ${quoted(id)}, number: 1, text: "Daleko", area: POVERTY }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.withdrawQuote': {
    call: ({ fieldNoteId: id }) =>
      `withdrawQuote(input: { noteId: ${quoted(id)}, number: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.assignInterviewer': {
    call: ({ surveyId, spareAccountId: id }) =>
      `assignInterviewer(input: { surveyId: ${quoted(surveyId)}, accountId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.unassignInterviewer': {
    call: ({ surveyId, spareAccountId: id }) =>
      `unassignInterviewer(input: { surveyId: ${quoted(surveyId)}, assignmentId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.saveSurveyPlan': {
    call: ({ surveyId }) =>
      `saveSurveyPlan(input: { surveyId: ${quoted(surveyId)}, target: 0, localityTargets: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.savePopulationStructure': {
    call: ({ surveyId }) =>
      `savePopulationStructure(input: { surveyId: ${quoted(surveyId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.copySurveyPlan': {
    call: ({ surveyId: id }) =>
      `copySurveyPlan(input: { fromSurveyId: ${quoted(id)}, toSurveyId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setSurveyCodes': {
    call: ({ surveyId }) =>
      `setSurveyCodes(input: { surveyId: ${quoted(surveyId)}, takesCodes: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.makeCodeBatch': {
    call: ({ surveyId }) =>
      `makeCodeBatch(input: { surveyId: ${quoted(surveyId)}, name: "", codeCount: 0 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.reissueCode': {
    call: ({ surveyId }) => `reissueCode(input: { surveyId: ${quoted(surveyId)}, serial: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.submitResponse': {
    call: ({ surveyCode, questionnaireVersionId }) =>
      `submitResponse(input: { surveyCode: ${quoted(surveyCode)}, id: "${randomUUID()}",
        questionnaireVersionId: ${quoted(questionnaireVersionId)}, mode: CAWI, answers: $answers }) { __typename }`,
    verdicts: EVERYONE,
  },
  'Mutation.correctResponse': {
    call: ({ surveyId, responseId }) =>
      `correctResponse(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, kind: INCLUDE, path: [], reason: "OTHER", remark: "", flags: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.undoCorrection': {
    call: ({ surveyId }) =>
      `undoCorrection(input: { surveyId: ${quoted(surveyId)}, number: 1, remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.decideConflict': {
    call: ({ surveyId, responseId }) =>
      `decideConflict(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, conflictHash: "", take: FIRST, reason: "OTHER", remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.resolveDiscrepancy': {
    call: ({ surveyId, responseId }) =>
      `resolveDiscrepancy(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, path: [], take: FIRST, remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setDoubleEntryShare': {
    call: ({ surveyId }) =>
      `setDoubleEntryShare(input: { surveyId: ${quoted(surveyId)}, percent: 10 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.createEntryBatch': {
    call: ({ surveyId }) =>
      `createEntryBatch(input: { surveyId: ${quoted(surveyId)}, name: "", expectedCount: 1 }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.setEntryBatchClosed': {
    call: ({ surveyId }) =>
      `setEntryBatchClosed(input: { surveyId: ${quoted(surveyId)}, batchId: "-", isClosed: true, evenIfMissing: false }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.fileSheet': {
    call: ({ surveyId, responseId }) =>
      `fileSheet(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, batchId: "-" }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.enterSheetAgain': {
    call: ({ surveyId, responseId }) =>
      `enterSheetAgain(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, answers: $answers }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.releaseAnswer': {
    call: (world) => `releaseAnswer(input: { ${answerName(world)}, text: "Ławka" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.withdrawAnswer': {
    call: (world) => `withdrawAnswer(input: { ${answerName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.signOut': { call: () => 'signOut', verdicts: EVERYONE },
  'Subscription.surveyProgressed': {
    call: ({ surveyId }) => `surveyProgressed(surveyId: ${quoted(surveyId)}) { responseCount }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
}

const download = (file: string, verdicts: Verdicts): RouteRow => ({
  url: ({ surveyId }) => `/download/surveys/${surveyId}/${file}`,
  verdicts,
})
const letters = (file: string): RouteRow => ({
  url: ({ codedSurveyId }) => `/download/surveys/${codedSurveyId}/invitations/1/${file}`,
  verdicts: ORGANISER,
})
const form = (file: string): RouteRow => ({
  url: () => `/download/questionnaires/own_questionnaire/${file}`,
  verdicts: MEMBERS,
})
const upload = (step: string): RouteRow => ({
  url: ({ surveyId }) => `/upload/surveys/${surveyId}/import/${step}`,
  verdicts: ORGANISER_OR_FORBIDDEN,
})

/** One row for every route of files; a new route without a row fails the test. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /download/surveys/:id/qr.svg': download('qr.svg', MEMBERS),
  'GET /download/surveys/:id/qr.png': download('qr.png', MEMBERS),
  'GET /download/surveys/:id/booklet.pdf': download('booklet.pdf', ORGANISER),
  'GET /download/surveys/:id/leaflet.pdf': download('leaflet.pdf', ORGANISER),
  'GET /download/surveys/:id/poster.pdf': download('poster.pdf', ORGANISER),
  'GET /download/surveys/:id/report.docx': download('report.docx', ORGANISER),
  'GET /download/surveys/:id/report.xlsx': download('report.xlsx', ORGANISER),
  'GET /download/surveys/:id/report.csv': download('report.csv', ORGANISER),
  'GET /download/surveys/:id/report.json': download('report.json', ORGANISER),
  'GET /download/surveys/:id/cleaning.csv': download('cleaning.csv', ORGANISER),
  'GET /download/surveys/:id/invitations/:batchId/letters.pdf': letters('letters.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/labels.pdf': letters('labels.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/reminders.pdf': letters('reminders.pdf'),
  'GET /download/surveys/:id/invitations/:batchId/codes.csv': letters('codes.csv'),
  'GET /download/surveys/:id/invitations/:batchId/reminders.csv': letters('reminders.csv'),
  'GET /download/questionnaires/:key/form.xlsx': form('form.xlsx'),
  'GET /download/questionnaires/:key/surveyjs.json': form('surveyjs.json'),
  'GET /download/questionnaires/:key/questionnaire.json': form('questionnaire.json'),
  'POST /upload/questionnaires/read': {
    url: () => '/upload/questionnaires/read',
    verdicts: { ...ADMINISTRATOR, organiser: 'allowed', stranger: 'allowed' },
  },
  'POST /upload/surveys/:surveyId/structure': {
    url: ({ surveyId }) => `/upload/surveys/${surveyId}/structure`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'POST /upload/surveys/:surveyId/rescue': {
    url: ({ surveyId }) => `/upload/surveys/${surveyId}/rescue`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'GET /teren/bundle': { url: () => '/teren/bundle', verdicts: SIGNED_IN },
  'POST /teren/visits': { url: () => '/teren/visits', json: { visits: [] }, verdicts: SIGNED_IN },
  'POST /teren/surveys/:id/responses': {
    url: ({ surveyId }) => `/teren/surveys/${surveyId}/responses`,
    json: {},
    verdicts: { ...ORGANISER, interviewer: 'forbidden' },
  },
  'POST /upload/register/plan': { url: () => '/upload/register/plan', verdicts: ADMINISTRATOR },
  'POST /upload/register/apply': { url: () => '/upload/register/apply', verdicts: ADMINISTRATOR },
  'POST /upload/surveys/:surveyId/import/columns': upload('columns'),
  'POST /upload/surveys/:surveyId/import/dry-run': upload('dry-run'),
  'POST /upload/surveys/:surveyId/import/confirm': upload('confirm'),
}

const HOW = 'through its parent'
const OWN = 'by its own rule as well'

/** How each object type is guarded; a new type without a decision fails the test. */
export const OBJECT_TYPES: Readonly<Record<string, typeof HOW | typeof OWN>> = {
  Installation: HOW,
  Viewer: HOW,
  ViewerMembership: HOW,
  Account: HOW,
  Organisation: HOW,
  Membership: HOW,
  Voivodeship: HOW,
  County: HOW,
  Locality: HOW,
  Municipality: HOW,
  QuestionnaireVersion: OWN,
  Questionnaire: OWN,
  QuestionnaireChange: HOW,
  QuestionnaireDraft: HOW,
  QuestionnaireDraftState: HOW,
  RemovedQuestionnaire: HOW,
  Survey: OWN,
  RegionalSurvey: HOW,
  SurveyVersion: HOW,
  VersionCount: HOW,
  Receipt: HOW,
  CodeBatch: HOW,
  ReissuedCode: HOW,
  SurveySheets: HOW,
  Callback: HOW,
  Institution: HOW,
  InstitutionForm: HOW,
  InstitutionFormEvent: HOW,
  FormRemark: HOW,
  FieldNote: HOW,
  FieldQuote: HOW,
  FieldNoteCount: HOW,
  SurveyProgress: HOW,
  OpenAnswer: HOW,
  Crosstab: HOW,
  CodeLabel: HOW,
  Proportion: HOW,
  SummaryBase: HOW,
  MeanEstimate: HOW,
  Frequency: HOW,
  ChoiceSummary: HOW,
  MatrixRowSummary: HOW,
  MatrixSummary: HOW,
  Bin: HOW,
  NumberSummary: HOW,
  RankRow: HOW,
  RankSummary: HOW,
  TextSummary: HOW,
  ModeCount: HOW,
  SurveyResults: HOW,
  FieldProblem: HOW,
  Violation: HOW,
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
