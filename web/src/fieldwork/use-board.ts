import { useQuery, useSubscription } from '@apollo/client/react'
import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { useState } from 'react'
import type { FieldworkBoardQuery as BoardQueryType } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'
import { useThrottled } from '../ui/use-throttled.ts'

const FieldworkBoardQuery = graphql(`
  query FieldworkBoard($id: ID!) {
    survey(id: $id) {
      id
      title
      organisation {
        id
        memberships {
          role
          account {
            id
            name
            isDisabled
          }
        }
      }
      municipality {
        code
        name
        localities {
          id
          name
        }
      }
      flaggedCount
      conflictCount
      openDiscrepancyCount
      unusedCodeCount
      fieldwork
    }
  }
`)

const FieldworkProgressed = graphql(`
  subscription FieldworkProgressed($surveyId: ID!) {
    surveyProgressed(surveyId: $surveyId) {
      surveyId
      asOf
    }
  }
`)

/** Between two askings while answers come in. */
const PAUSE_MS = 2_000

export type BoardSurvey = NonNullable<BoardQueryType['survey']>

interface BoardState {
  readonly survey: BoardSurvey | null
  /** `null` for whoever does not organise the survey. */
  readonly board: FieldworkBoard | null
  readonly isLoading: boolean
  readonly problem: string | undefined
  /** When answers last came in while the page was open. */
  readonly asOf: string | null
  readonly refresh: () => void
}

/** The fieldwork board of a survey; it follows the answers by itself. */
export function useBoard(surveyId: string): BoardState {
  const [asOf, setAsOf] = useState<string | null>(null)
  const { data, previousData, loading, error, refetch } = useQuery(FieldworkBoardQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'cache-and-network',
  })
  const refresh = useThrottled(() => void refetch(), PAUSE_MS)
  useSubscription(FieldworkProgressed, {
    variables: { surveyId },
    onData: ({ data: { data: progressed } }) => {
      if (progressed) setAsOf(progressed.surveyProgressed.asOf)
      refresh()
    },
  })
  const survey = (data ?? previousData)?.survey ?? null
  const board = (survey?.fieldwork ?? null) as FieldworkBoard | null
  return { survey, board, isLoading: loading, problem: error?.message, asOf, refresh: () => void refetch() }
}
