import { CombinedGraphQLErrors, type ApolloClient } from '@apollo/client'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import type { DraftFacts, StoredDraft } from './draft-state.ts'

export const StoredDraft_draft = graphql(`
  fragment StoredDraft_draft on QuestionnaireDraft {
    id
    revision
    document
    savedAt
    savedByName
  }
`)

const OpenDraftQuery = graphql(`
  query OpenDraft($key: String!) {
    viewer {
      accountId
    }
    questionnaire(key: $key) {
      id
      mayEdit
      organisation {
        id
        name
        municipalities {
          code
        }
      }
      latestVersion {
        id
        number
      }
      draft {
        id
        ...StoredDraft_draft
      }
    }
  }
`)

const SaveDraftMutation = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      __typename
      ... on QuestionnaireDraft {
        id
        revision
        savedAt
        savedByName
        hasChanges
      }
      ... on DraftConflictError {
        message
        draft {
          id
          ...StoredDraft_draft
        }
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
    }
  }
`)

export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly facts: DraftFacts; readonly draft: StoredDraft }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly message: string }

/** What the server does not take, by its path within the document. */
export interface FieldRefusal {
  readonly path: string
  readonly message: string
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'conflict'; readonly theirs: StoredDraft }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly FieldRefusal[] }
  | { readonly kind: 'unreachable' }

export interface SaveRequest {
  readonly questionnaireId: string
  readonly draftId: string
  readonly baseRevision: number
  readonly document: Questionnaire
}

/** The draft on the server. */
export interface DraftGateway {
  load(key: string): Promise<LoadOutcome>
  save(request: SaveRequest): Promise<SaveOutcome>
}

function storedDraft(draft: FragmentType<typeof StoredDraft_draft>): StoredDraft {
  const { revision, document, savedAt, savedByName } = readFragment(StoredDraft_draft, draft)
  return { revision, document: parseQuestionnaire(document), savedAt, savedByName: savedByName ?? null }
}

async function load(client: ApolloClient, key: string): Promise<LoadOutcome> {
  const { data, error } = await client.query({
    query: OpenDraftQuery,
    variables: { key },
    fetchPolicy: 'no-cache',
  })
  if (!data) return { kind: 'failed', message: error?.message ?? '' }
  const { questionnaire, viewer } = data
  if (!questionnaire?.draft || !questionnaire.mayEdit || !viewer) return { kind: 'missing' }
  const { id, draft, latestVersion, organisation } = questionnaire
  const [municipality, ...others] = organisation?.municipalities ?? []
  const facts: DraftFacts = {
    questionnaireId: id,
    draftId: draft.id,
    accountId: viewer.accountId,
    organisationName: organisation?.name ?? '',
    municipalityCode: municipality && others.length === 0 ? municipality.code : null,
    latestVersion: latestVersion ? { id: latestVersion.id, number: latestVersion.number } : null,
  }
  return { kind: 'loaded', facts, draft: storedDraft(draft) }
}

const GONE =
  'nie ma już tego kwestionariusza albo nie może go Pan/Pani zmieniać. Kopia jest na tym komputerze.'

const refused = (message: string): SaveOutcome => ({ kind: 'refused', message, problems: [] })

/** A server that says no will say no again; whoever was signed out, or has no connection, tries again later. */
function outcomeOf(error: unknown): SaveOutcome {
  if (!CombinedGraphQLErrors.is(error)) return { kind: 'unreachable' }
  const isSignedOut = error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
  return isSignedOut ? { kind: 'unreachable' } : refused(error.errors[0]?.message ?? error.message)
}

/** What the pages around the editor show of a draft is asked for again after it was saved. */
const STALE = ['document', 'changes', 'states'] as const

async function save(client: ApolloClient, request: SaveRequest): Promise<SaveOutcome> {
  const { draftId, ...input } = request
  const { data, error } = await client.mutate({
    mutation: SaveDraftMutation,
    variables: { input },
    update: (cache) => {
      const id = cache.identify({ __typename: 'QuestionnaireDraft', id: draftId })
      for (const fieldName of STALE) cache.evict({ id, fieldName })
    },
  })
  if (error) return outcomeOf(error)
  const result = data?.saveDraft
  switch (result?.__typename) {
    case 'QuestionnaireDraft':
      return { kind: 'saved', revision: result.revision, savedAt: result.savedAt }
    case 'DraftConflictError':
      return { kind: 'conflict', theirs: storedDraft(result.draft) }
    case 'InvalidInputError':
      return { kind: 'refused', message: result.message, problems: result.problems }
    default:
      return refused(GONE)
  }
}

/** Reaches the server through the workspace's client; a lost connection is an outcome, not an exception. */
export function apolloGateway(client: ApolloClient): DraftGateway {
  return {
    load: (key) => load(client, key).catch((error: Error) => ({ kind: 'failed', message: error.message })),
    save: (request) => save(client, request).catch(outcomeOf),
  }
}
