import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { graphql } from '../../gql/index.ts'

const StateDocument = graphql(`
  query StateDocument($key: String!, $revision: Int!) {
    questionnaire(key: $key) {
      id
      draft {
        id
        state(revision: $revision) {
          id
          document
        }
      }
    }
  }
`)

interface StateDocumentResult {
  readonly document: Questionnaire | null
  readonly hasFailed: boolean
}

/** The text of one state, fetched when it is first looked at; it never changes. No revision: nothing is fetched. */
export function useStateDocument(key: string, revision: number | null): StateDocumentResult {
  const { data, loading } = useQuery(StateDocument, {
    variables: { key, revision: revision ?? 0 },
    skip: revision === null,
  })
  const json: unknown = data?.questionnaire?.draft?.state?.document
  const document = useMemo(() => (json ? parseQuestionnaire(json) : null), [json])
  return { document, hasFailed: revision !== null && !loading && document === null }
}
