import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { ConflictDialog } from '../draft/ConflictDialog.tsx'
import { DraftNotices } from '../draft/DraftNotices.tsx'
import { SavedState } from '../draft/SavedState.tsx'
import { useDraft, useSettledDraft } from '../draft/use-draft.ts'
import '../questionnaire.css'
import { QuestionnaireFrame } from '../QuestionnaireFrame.tsx'
import { ChangesView } from './ChangesView.tsx'

const ChangesPageQuery = graphql(`
  query ChangesPage($key: String!) {
    questionnaire(key: $key) {
      id
      title
      mayEdit
      latestVersion {
        id
        number
        document
      }
      draft {
        id
        revision
        hasChanges
        document
        changes {
          kind
          weight
          questionKey
          sectionKey
          part
          optionCode
          demandsNewKey
          message
          answerCount
        }
      }
    }
  }
`)

/** What the draft changes, what that means for answers, and publishing it. */
export function ChangesPage() {
  const { t } = useTranslation('revision')
  const { key = '' } = useParams()
  const { store, status, problem, questionnaire, revision } = useDraft(key)
  const isSettled = useSettledDraft(key)
  const result = useQuery(ChangesPageQuery, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
    skip: !isSettled,
  })
  const { questionnaire: found } = result.data ?? result.previousData ?? {}
  // What was asked while a save was on its way may be older than it.
  const isBehind = found?.draft != null && revision !== null && found.draft.revision < revision
  const { loading, error, refetch } = result
  useEffect(() => {
    if (isBehind && !loading && !error) void refetch()
  }, [isBehind, loading, error, refetch])
  if (!found || status === 'failed') {
    const message = error?.message ?? (status === 'failed' ? (problem ?? undefined) : undefined)
    return (
      <PageFallback
        isLoading={loading || !isSettled}
        problem={message}
        onRetry={() => {
          void refetch()
          void store?.open()
        }}
      />
    )
  }
  const { id, title, mayEdit, latestVersion, draft } = found
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={latestVersion ? title : questionnaire?.title.trim() || title}
      mayEdit={mayEdit}
      title={t('title')}
      lead={
        <>
          {latestVersion ? t('lead', { number: latestVersion.number }) : t('leadFirst')}{' '}
          {store && status === 'ready' && <SavedState store={store} />}
        </>
      }
    >
      {!mayEdit || !draft ? (
        <EmptyState title={t('forbidden')}>
          <p>{t('forbiddenText')}</p>
        </EmptyState>
      ) : store && status === 'ready' ? (
        <>
          <DraftNotices store={store} />
          <ChangesView
            store={store}
            questionnaireId={id}
            version={latestVersion ?? null}
            draft={draft}
            isLoading={loading || isBehind}
          />
          <ConflictDialog store={store} />
        </>
      ) : (
        <Loading />
      )}
    </QuestionnaireFrame>
  )
}
