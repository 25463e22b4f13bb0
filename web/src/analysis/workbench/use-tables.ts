import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { graphql, readFragment } from '../../gql/index.ts'
import { type Table, WorkbenchTable } from './workbench-table.ts'

const TableQuery = graphql(`
  query WorkbenchTable(
    $id: ID!
    $rowKey: String!
    $columnKey: String
    $filter: [ConditionInput!]
    $weightVersion: Int
  ) {
    survey(id: $id) {
      id
      table(rowKey: $rowKey, columnKey: $columnKey, filter: $filter, weightVersion: $weightVersion) {
        ...WorkbenchTable
      }
    }
  }
`)

/** What tables are asked for. */
export interface TablesAsked {
  readonly surveyId: string
  readonly request: ViewRequest
  /** Number of the weight version; `null`: without weights. */
  readonly weightVersion: number | null
}

/** The tables of what is asked; while others are fetched, those that stood before. */
export interface Tables {
  readonly tables: readonly Table[]
  readonly isLoading: boolean
  /** Polish: why there are none. */
  readonly problem: string | null
}

interface Fetched {
  readonly asked: string
  readonly tables: readonly Table[]
  readonly problem: string | null
}

const NOTHING: Fetched = { asked: '', tables: [], problem: null }

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Asks for the tables of a request, each on its own, so that the server counts them side by side.
 *
 * @param state - changes when answers came in and everything is to be asked again
 */
export function useTables({ surveyId, request, weightVersion }: TablesAsked, state: number): Tables {
  const client = useApolloClient()
  const [fetched, setFetched] = useState(NOTHING)
  const { rowKeys, columnKey, filter } = request
  const asked = JSON.stringify({ surveyId, rowKeys, columnKey, filter, weightVersion })
  useEffect(() => {
    let isCurrent = true
    const { rowKeys: keys, surveyId: id, ...rest } = JSON.parse(asked) as Asked
    const ask = async (rowKey: string) => {
      const variables = { id, rowKey, ...rest }
      const { data } = await client.query({ query: TableQuery, variables, fetchPolicy: 'network-only' })
      const table = data?.survey?.table
      return table ? [readFragment(WorkbenchTable, table)] : []
    }
    const show = (tables: readonly Table[], problem: string | null) => {
      if (isCurrent) setFetched({ asked, tables, problem })
    }
    Promise.all(keys.map(ask)).then(
      (tables) => show(tables.flat(), null),
      (error: unknown) => show([], messageOf(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [client, asked, state])
  return { ...fetched, isLoading: fetched.asked !== asked }
}

interface Asked {
  readonly surveyId: string
  readonly rowKeys: readonly string[]
  readonly columnKey: string | null
  readonly filter: { readonly dimension: string; readonly codes: string[] }[]
  readonly weightVersion: number | null
}
