import type { ApolloClient } from '@apollo/client'
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
    $asOutsider: Boolean
  ) {
    survey(id: $id) {
      id
      table(
        rowKey: $rowKey
        columnKey: $columnKey
        filter: $filter
        weightVersion: $weightVersion
        asOutsider: $asOutsider
      ) {
        ...WorkbenchTable
      }
    }
  }
`)

const RegionalTableQuery = graphql(`
  query RegionalTable(
    $id: ID!
    $rowKey: String!
    $columnKey: String
    $filter: [ConditionInput!]
    $weightVersion: Int
  ) {
    regionalSurvey(id: $id) {
      id
      table(rowKey: $rowKey, columnKey: $columnKey, filter: $filter, weightVersion: $weightVersion) {
        ...WorkbenchTable
      }
    }
  }
`)

/** With whose eyes one looks: the organiser's own, an organiser's who wants to see what others see, the region's. */
export type Eyes = 'OWN' | 'AS_OUTSIDER' | 'REGION'

/** What tables are asked for. */
export interface TablesAsked {
  readonly surveyId: string
  readonly request: ViewRequest
  /** Number of the weight version; `null`: without weights. */
  readonly weightVersion: number | null
  readonly eyes: Eyes
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

const fetchPolicy = 'network-only'

async function askTable(client: ApolloClient, { eyes, ...variables }: Wish) {
  if (eyes === 'REGION') {
    const { data, error } = await client.query({ query: RegionalTableQuery, variables, fetchPolicy })
    if (error) throw error
    return data?.regionalSurvey?.table
  }
  const asOutsider = eyes === 'AS_OUTSIDER'
  const { data, error } = await client.query({
    query: TableQuery,
    variables: { ...variables, asOutsider },
    fetchPolicy,
  })
  if (error) throw error
  return data?.survey?.table
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Asks for the tables of a request, each on its own, so that the server counts them side by side.
 *
 * @param state - changes when answers came in and everything is to be asked again
 */
export function useTables({ surveyId, request, weightVersion, eyes }: TablesAsked, state: number): Tables {
  const client = useApolloClient()
  const [fetched, setFetched] = useState(NOTHING)
  const { rowKeys, columnKey, filter } = request
  const asked = JSON.stringify({ surveyId, rowKeys, columnKey, filter, weightVersion, eyes })
  useEffect(() => {
    let isCurrent = true
    const { rowKeys: keys, surveyId: id, ...rest } = JSON.parse(asked) as Asked
    const ask = async (rowKey: string) => {
      const table = await askTable(client, { id, rowKey, ...rest })
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

interface Asked extends Omit<Wish, 'id' | 'rowKey'> {
  readonly surveyId: string
  readonly rowKeys: readonly string[]
}

interface Wish {
  readonly id: string
  readonly rowKey: string
  readonly eyes: Eyes
  readonly columnKey: string | null
  readonly filter: { readonly dimension: string; readonly codes: string[] }[]
  readonly weightVersion: number | null
}
