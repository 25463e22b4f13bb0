import { useQuery } from '@apollo/client/react'
import { graphql } from '../gql/index.ts'

/** The piles of paper of a survey. */
export const EntryBatchesQuery = graphql(`
  query EntryBatches($id: ID!) {
    survey(id: $id) {
      id
      entryBatches {
        id
        name
        expectedCount
        enteredCount
        missingSheets
        isClosed
      }
    }
  }
`)

/** Piles that sheets can still be put into. */
export function useOpenBatches(surveyId: string) {
  const { data } = useQuery(EntryBatchesQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'cache-and-network',
  })
  return (data?.survey?.entryBatches ?? []).filter(({ isClosed }) => !isClosed)
}
