import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import type {
  CorrectResponseInput,
  DecideConflictInput,
  ResolveDiscrepancyInput,
  UndoCorrectionInput,
} from '../gql/graphql.ts'
import { problemsOf, type FormProblem } from '../ui/form-problems.ts'

const Correct = graphql(`
  mutation CorrectResponse($input: CorrectResponseInput!) {
    result: correctResponse(input: $input) {
      __typename
      ... on CorrectedResponse {
        responseId
        survey {
          ...QualityCounts
        }
      }
      ... on Error {
        message
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on AnswersRefusedError {
        violations {
          message
        }
      }
    }
  }
`)

const Undo = graphql(`
  mutation UndoCorrection($input: UndoCorrectionInput!) {
    result: undoCorrection(input: $input) {
      __typename
      ... on CorrectedResponse {
        responseId
        survey {
          ...QualityCounts
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

const Decide = graphql(`
  mutation DecideConflict($input: DecideConflictInput!) {
    result: decideConflict(input: $input) {
      __typename
      ... on CorrectedResponse {
        responseId
        survey {
          ...QualityCounts
        }
      }
      ... on Error {
        message
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
    }
  }
`)

export const ResolveDiscrepancy = graphql(`
  mutation ResolveDiscrepancy($input: ResolveDiscrepancyInput!) {
    result: resolveDiscrepancy(input: $input) {
      __typename
      ... on CorrectedResponse {
        responseId
        survey {
          ...QualityCounts
        }
      }
      ... on Error {
        message
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on AnswersRefusedError {
        violations {
          message
        }
      }
    }
  }
`)

/** What came of sending a decision: nothing wrong, or problems to be shown beside the fields. */
export type Decided = readonly FormProblem[]

interface Answer {
  readonly __typename: string
  readonly message?: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
  readonly violations?: readonly { readonly message: string }[]
}

/** Sends decisions about responses; the counts of the survey follow by themselves. */
export function useDecisions() {
  const { t } = useTranslation('cleaning')
  const [correct, one] = useMutation(Correct)
  const [undo, two] = useMutation(Undo)
  const [decide, three] = useMutation(Decide)
  const [resolve, four] = useMutation(ResolveDiscrepancy)
  const read = (result: Answer | null | undefined, error?: { readonly message: string }): Decided => {
    if (result?.__typename === 'CorrectedResponse') return []
    const violations = result?.violations ?? []
    if (violations.length > 0) return violations.map(({ message }) => ({ name: 'value', message }))
    const { message = error?.message ?? t('decision.failed'), problems } = result ?? {}
    return problemsOf({ message, ...(problems && { problems }) })
  }
  return {
    isBusy: [one, two, three, four].some(({ loading }) => loading),
    correct: async (input: CorrectResponseInput): Promise<Decided> => {
      const { data, error } = await correct({ variables: { input } })
      return read(data?.result, error)
    },
    undo: async (input: UndoCorrectionInput): Promise<Decided> => {
      const { data, error } = await undo({ variables: { input } })
      return read(data?.result, error)
    },
    decide: async (input: DecideConflictInput): Promise<Decided> => {
      const { data, error } = await decide({ variables: { input } })
      return read(data?.result, error)
    },
    resolve: async (input: ResolveDiscrepancyInput): Promise<Decided> => {
      const { data, error } = await resolve({ variables: { input } })
      return read(data?.result, error)
    },
  }
}
