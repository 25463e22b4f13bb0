import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import type { HistoryState } from './fold-states.ts'

export const RestoreDraft = graphql(`
  mutation RestoreDraft($input: RestoreDraftInput!) {
    restoreDraft(input: $input) {
      __typename
      ... on QuestionnaireDraft {
        id
        revision
        title
        savedAt
        savedByName
        hasChanges
      }
      ... on Error {
        message
      }
    }
  }
`)

export type Outcome =
  | { readonly kind: 'restored'; readonly savedAt: string }
  | { readonly kind: 'refused'; readonly message: string }

interface Restoring {
  readonly outcome: Outcome | null
  readonly isRestoring: boolean
  restore(state: HistoryState, newest: number): Promise<void>
}

/** Makes an earlier state the draft again; whoever saved meanwhile is not written over. */
export function useRestore(questionnaireId: string, onChanged: () => void): Restoring {
  const { t } = useTranslation('history')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [send, { loading }] = useMutation(RestoreDraft, {
    update: (cache) => {
      const id = cache.identify({ __typename: 'QuestionnaireDraft', id: questionnaireId })
      for (const fieldName of ['document', 'changes']) cache.evict({ id, fieldName })
    },
  })
  const restore = async ({ revision, savedAt }: HistoryState, newest: number) => {
    const input = { questionnaireId, baseRevision: newest, revision }
    const { data, error } = await send({ variables: { input } })
    const result = data?.restoreDraft
    onChanged()
    if (result?.__typename === 'QuestionnaireDraft') return setOutcome({ kind: 'restored', savedAt })
    const message =
      result?.__typename === 'DraftConflictError'
        ? t('conflict')
        : (result?.message ?? error?.message ?? t('failed'))
    setOutcome({ kind: 'refused', message })
  }
  return { outcome, isRestoring: loading, restore }
}
