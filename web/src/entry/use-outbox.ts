import { useMutation } from '@apollo/client/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { graphql } from '../gql/index.ts'
import { Outbox, type OutboxState, type SendOutcome } from './outbox.ts'
import type { WaitingSheet } from './sheet.ts'

const SubmitSheetMutation = graphql(`
  mutation SubmitSheet($input: SubmitResponseInput!, $file: FileSheetInput!, $isPaper: Boolean!) {
    submitResponse(input: $input) {
      __typename
      ... on Receipt {
        receipt
      }
      ... on Error {
        message
      }
      ... on InvalidInputError {
        problems {
          message
        }
      }
      ... on AnswersRefusedError {
        violations {
          message
        }
      }
    }
    fileSheet(input: $file) @include(if: $isPaper) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

const EnterAgainMutation = graphql(`
  mutation EnterSheetAgain($input: EnterSheetAgainInput!) {
    enterSheetAgain(input: $input) {
      __typename
      ... on FiledSheet {
        responseId
      }
      ... on Error {
        message
      }
      ... on AnswersRefusedError {
        violations {
          message
        }
      }
    }
  }
`)

const RETRY_MS = 4_000

function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

/** Sends the second entry of a sheet; its number stands for the receipt. */
function useSecondSender(surveyId: string): (sheet: WaitingSheet) => Promise<SendOutcome> {
  const [enterAgain] = useMutation(EnterAgainMutation)
  return async ({ id: responseId, sheetNumber, answers }) => {
    const { data } = await enterAgain({ variables: { input: { surveyId, responseId, answers } } })
    const result = data?.enterSheetAgain
    if (!result) return { kind: 'away' }
    if (result.__typename === 'FiledSheet') return { kind: 'stored', receipt: sheetNumber }
    const details = result.__typename === 'AnswersRefusedError' ? result.violations : []
    return { kind: 'refused', message: [result.message, ...details.map(({ message }) => message)].join(' ') }
  }
}

/** Sends a sheet, and puts a paper one into its pile in the same request. */
function useSender(surveyId: string, surveyCode: string): (sheet: WaitingSheet) => Promise<SendOutcome> {
  const [submit] = useMutation(SubmitSheetMutation)
  const sendAgain = useSecondSender(surveyId)
  return async (sheet) => {
    if (sheet.isAgain === true) return sendAgain(sheet)
    const { id, versionId, mode, sheetNumber, answers, batchId = null } = sheet
    const input = { surveyCode, id, questionnaireVersionId: versionId, mode, answers }
    const { data } = await submit({
      variables: {
        input: { ...input, ...(sheetNumber && { sheetNumber }) },
        file: { surveyId, responseId: id, batchId },
        isPaper: mode === 'PAPI',
      },
    })
    const result = data?.submitResponse
    if (!result) return { kind: 'away' }
    if (result.__typename === 'Receipt') return { kind: 'stored', receipt: result.receipt }
    const details =
      result.__typename === 'InvalidInputError'
        ? result.problems.map(({ message }) => message)
        : result.__typename === 'AnswersRefusedError'
          ? result.violations.map(({ message }) => message)
          : []
    return { kind: 'refused', message: [result.message, ...new Set(details)].join(' ') }
  }
}

/** The sheets of a survey that the server does not have yet; they are sent by themselves as soon as it can be reached. */
export function useOutbox(surveyId: string, surveyCode: string): readonly [Outbox, OutboxState] {
  const send = useSender(surveyId, surveyCode)
  const [outbox] = useState(
    () =>
      new Outbox(surveyId, {
        send,
        storage: tabStorage(),
        later: (call) => void window.setTimeout(call, RETRY_MS),
      }),
  )
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot)
  useEffect(() => {
    const sendAll = () => void outbox.sendAll()
    sendAll()
    window.addEventListener('online', sendAll)
    return () => window.removeEventListener('online', sendAll)
  }, [outbox])
  const isUnsafe = state.waiting.length > 0 || Object.keys(state.begun?.kept?.answers ?? {}).length > 0
  useEffect(() => {
    if (!isUnsafe) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsafe])
  return [outbox, state]
}
