import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { SignedIn, TestApp } from './test-app.ts'

/** A draft as the tests ask for it. */
export interface ShownDraft {
  readonly revision: number
  readonly document: Questionnaire
  readonly savedByName: string
  readonly hasChanges: boolean
}

/** What any of the mutations of a questionnaire gives, whichever it is. */
export interface Outcome extends Partial<ShownDraft> {
  readonly __typename: string
  readonly id?: string
  readonly key?: string
  readonly number?: number
  readonly message?: string
  readonly code?: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
  readonly draft?: ShownDraft
}

export const DRAFT_FIELDS = 'revision document savedByName hasChanges'
const DRAFT = `... on QuestionnaireDraft { ${DRAFT_FIELDS} }`
const REFUSALS = `__typename ... on Error { code message } ... on DraftConflictError { draft { ${DRAFT_FIELDS} } }`
const PROBLEMS = (type: string) => `... on ${type} { problems { path message } }`

const DOCUMENTS = {
  createQuestionnaire: `... on Questionnaire { id key draft { ${DRAFT_FIELDS} } } ... on Error { code message } ${PROBLEMS('InvalidInputError')} __typename`,
  saveDraft: `${REFUSALS} ${PROBLEMS('InvalidInputError')} ${DRAFT}`,
  restoreDraft: `${REFUSALS} ${PROBLEMS('InvalidInputError')} ${DRAFT}`,
  publishDraft: `${REFUSALS} ${['QuestionnaireIncompleteError', 'RevisionBreaksAnswersError', 'LockedQuestionsChangedError'].map(PROBLEMS).join(' ')} ... on QuestionnaireVersion { id number }`,
  removeQuestionnaire: `__typename ... on Error { code message } ... on RemovedQuestionnaire { id key }`,
} as const
type Mutation = keyof typeof DOCUMENTS

/** One mutation of questionnaires, as a browser sends it; null where the viewer edits no such questionnaire. */
export async function edit(
  test: TestApp,
  as: SignedIn,
  name: Mutation,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${DOCUMENTS[name]} } }`
  const { data, errors } = await test.graphql<Readonly<Record<string, Outcome | null>> | null>(
    query,
    { input },
    { as },
  )
  if (errors) throw new Error(errors[0]?.extensions.code + ': ' + errors[0]?.message)
  return data?.[name] ?? { __typename: 'null' }
}

/** A questionnaire of the organiser's organisation with this document (its key apart) as its draft of revision 1. */
export async function startQuestionnaire(
  test: TestApp,
  as: SignedIn,
  document: Questionnaire,
): Promise<{ readonly id: string; readonly key: string; readonly document: Questionnaire }> {
  const { organisationId } = as
  const input = { organisationId, title: document.title, document }
  const { id, key, draft, message } = await edit(test, as, 'createQuestionnaire', input)
  if (id === undefined || key === undefined || draft === undefined) throw new Error(message)
  return { id, key, document: draft.document }
}
