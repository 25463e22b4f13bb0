import { useMutation } from '@apollo/client/react'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { graphql } from '../../gql/index.ts'
import { type FormProblem, problemsOf } from '../../ui/form-problems.ts'
import { requestInput } from './request-input.ts'

const SaveView = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      __typename
      ... on SavedView {
        id
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

const RemoveView = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      id
    }
  }
`)

interface Named {
  readonly name: string
  readonly request: ViewRequest
}

export type SaveOutcome = { readonly id: string } | { readonly problems: readonly FormProblem[] }

export interface SavedViewsActions {
  /** Keeps anew, or instead of the view with this id. */
  readonly save: (view: Named, viewId: string | null) => Promise<SaveOutcome>
  readonly remove: (viewId: string) => Promise<void>
}

/** Keeping views of one survey; the list of the page is asked for again after each. */
export function useSavedViews(surveyId: string, failed: string): SavedViewsActions {
  const again = { refetchQueries: ['Workbench'], awaitRefetchQueries: true }
  const [saveView] = useMutation(SaveView, again)
  const [removeView] = useMutation(RemoveView, again)
  return {
    save: async ({ name, request }, viewId) => {
      const input = { surveyId, viewId, name, request: requestInput(request) }
      const { data, error } = await saveView({ variables: { input } })
      const result = data?.saveView
      if (result?.__typename === 'SavedView') return { id: result.id }
      return { problems: problemsOf(result ?? { message: error?.message ?? failed }) }
    },
    remove: async (viewId) => {
      await removeView({ variables: { input: { surveyId, viewId } } })
    },
  }
}
