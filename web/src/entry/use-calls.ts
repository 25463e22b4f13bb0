import { useMutation } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import type { RecordCallInput } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'

const RecordCallMutation = graphql(`
  mutation RecordCall($input: RecordCallInput!) {
    recordCall(input: $input) {
      __typename
      ... on Survey {
        id
        callbacks {
          ...CallList_callback
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

const RETRY_MS = 5_000
const placeOf = (surveyId: string) => `rozeznanie-calls-${surveyId}`

function keptCalls(surveyId: string): readonly RecordCallInput[] {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(placeOf(surveyId)) ?? '[]')
    return Array.isArray(kept) ? (kept as RecordCallInput[]) : []
  } catch {
    return []
  }
}

function keepCalls(surveyId: string, calls: readonly RecordCallInput[]): void {
  try {
    window.sessionStorage.setItem(placeOf(surveyId), JSON.stringify(calls))
  } catch {
    // Without a place to keep them they live as long as the tab.
  }
}

export interface Calls {
  /** Notes a call; it is sent by itself, once, as soon as the server can be reached. */
  readonly record: (call: Omit<RecordCallInput, 'surveyId'>) => void
  /** How many the server does not have yet. */
  readonly waitingCount: number
  /** What the server did not take, in its words. */
  readonly refusal: string | null
}

/** The calls of a survey that this tab has noted. */
export function useCalls(surveyId: string): Calls {
  const [waiting, setWaiting] = useState(() => keptCalls(surveyId))
  const [refusal, setRefusal] = useState<string | null>(null)
  const [send] = useMutation(RecordCallMutation)
  useEffect(() => keepCalls(surveyId, waiting), [surveyId, waiting])
  const [next] = waiting
  const sendNext = useCallback(async () => {
    if (!next) return
    const { data } = await send({ variables: { input: next } }).catch(() => ({ data: undefined }))
    if (!data) return
    const result = data.recordCall
    setRefusal(result?.__typename === 'InvalidInputError' ? result.message : null)
    setWaiting((before) => before.filter(({ id }) => id !== next.id))
  }, [next, send])
  useEffect(() => {
    if (!next) return undefined
    const now = () => void sendNext()
    now()
    const timer = window.setInterval(now, RETRY_MS)
    window.addEventListener('online', now)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', now)
    }
  }, [next, sendNext])
  return {
    record: (call) => setWaiting((before) => [...before, { ...call, surveyId }]),
    waitingCount: waiting.length,
    refusal,
  }
}
