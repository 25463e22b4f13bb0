import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import type { DraftStore } from '../draft/draft-store.ts'

export const PublishDraft = graphql(`
  mutation PublishDraft($input: PublishDraftInput!) {
    publishDraft(input: $input) {
      __typename
      ... on QuestionnaireVersion {
        id
        number
        questionnaire {
          id
          title
          latestVersion {
            id
            number
            document
          }
          draft {
            id
            revision
            hasChanges
          }
        }
      }
      ... on QuestionnaireIncompleteError {
        problems {
          path
          message
        }
      }
      ... on RevisionBreaksAnswersError {
        problems {
          path
          message
        }
      }
      ... on LockedQuestionsChangedError {
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

interface Publishing {
  /** Number of the version that was just published. */
  readonly published: number | null
  /** Polish sentences: why it was not. */
  readonly refusal: readonly string[]
  readonly isBusy: boolean
  publish(): Promise<void>
}

/** Publishes the draft as it stands, after everything unsaved has reached the server. */
export function usePublish(store: DraftStore, questionnaireId: string): Publishing {
  const { t } = useTranslation('revision')
  const [published, setPublished] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<readonly string[]>([])
  const [send, { loading }] = useMutation(PublishDraft, {
    update: (cache, { data }) => {
      if (data?.publishDraft?.__typename !== 'QuestionnaireVersion') return
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'questionnaires' })
      cache.evict({
        id: cache.identify({ __typename: 'Questionnaire', id: questionnaireId }),
        fieldName: 'versions',
      })
      const draft = cache.identify({ __typename: 'QuestionnaireDraft', id: questionnaireId })
      cache.evict({ id: draft, fieldName: 'changes' })
      cache.evict({ id: draft, fieldName: 'states' })
    },
  })
  const publish = async () => {
    setRefusal([])
    const isSaved = await store.save()
    const revision = store.getState().base?.revision
    if (!isSaved || revision === undefined) return setRefusal([t('publish.unsaved')])
    const { data, error } = await send({ variables: { input: { questionnaireId, revision } } })
    const result = data?.publishDraft
    if (!result) return setRefusal([error?.message ?? t('publish.failed')])
    switch (result.__typename) {
      case 'QuestionnaireVersion':
        setPublished(result.number)
        break
      case 'DraftConflictError':
        setRefusal([t('publish.conflict')])
        break
      default:
        setRefusal(result.problems.map(({ message }) => message))
        return
    }
    await store.refresh()
  }
  return { published, refusal, isBusy: loading, publish }
}
