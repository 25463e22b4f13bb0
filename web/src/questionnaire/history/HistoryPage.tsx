import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { formatDay, formatInstant } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { useSettledDraft } from '../draft/use-draft.ts'
import '../questionnaire.css'
import { QuestionnaireFrame } from '../QuestionnaireFrame.tsx'
import { foldStates, type HistoryState } from './fold-states.ts'
import './history.css'
import { HistoryContext } from './history-context.ts'
import { RestoreOutcome } from './RestoreOutcome.tsx'
import { RestoreState } from './RestoreState.tsx'
import { StateFoldItem } from './StateFoldItem.tsx'
import { StatePreview } from './StatePreview.tsx'
import { useRestore } from './use-restore.ts'

const HistoryPageQuery = graphql(`
  query HistoryPage($key: String!, $first: Int!) {
    questionnaire(key: $key) {
      id
      title
      mayEdit
      draft {
        id
        title
        revision
        states(first: $first) {
          totalCount
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              id
              revision
              kind
              savedAt
              savedByName
              restoredRevision
              questionCount
              version {
                id
                number
              }
            }
          }
        }
      }
    }
  }
`)

const A_PAGE = 50

/** Every state of the draft: who saved it, what changed, and the way back to it. */
export function HistoryPage() {
  const { t } = useTranslation('history')
  const { key = '' } = useParams()
  const [first, setFirst] = useState(A_PAGE)
  const isSettled = useSettledDraft(key)
  const result = useQuery(HistoryPageQuery, {
    variables: { key, first },
    fetchPolicy: 'cache-and-network',
    skip: !isSettled,
  })
  const found = (result.data ?? result.previousData)?.questionnaire
  if (!found) {
    const { loading, error, refetch } = result
    return (
      <PageFallback
        isLoading={loading || !isSettled}
        problem={error?.message}
        onRetry={() => void refetch()}
      />
    )
  }
  const { id, title, mayEdit, draft } = found
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={draft?.title.trim() || title}
      mayEdit={mayEdit}
      title={t('title')}
      lead={draft && t('lead')}
    >
      {draft ? (
        <History
          questionnaireId={id}
          questionnaireKey={key}
          states={draft.states.edges.map(({ node }) => node)}
          hasMore={draft.states.pageInfo.hasNextPage}
          isBusy={result.loading}
          onMore={() => setFirst(first + A_PAGE)}
          onChanged={() => void result.refetch()}
        />
      ) : (
        <EmptyState title={t('forbidden')}>
          <p>{t('forbiddenText')}</p>
        </EmptyState>
      )}
    </QuestionnaireFrame>
  )
}

interface HistoryProps {
  readonly questionnaireId: string
  readonly questionnaireKey: string
  readonly states: readonly HistoryState[]
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly onMore: () => void
  readonly onChanged: () => void
}

function History(props: HistoryProps) {
  const { questionnaireId, questionnaireKey, states, hasMore, isBusy, onMore, onChanged } = props
  const { t } = useTranslation('history')
  const [shown, setShown] = useState<HistoryState | null>(null)
  const [asked, setAsked] = useState<HistoryState | null>(null)
  const { outcome, isRestoring, restore } = useRestore(questionnaireId, onChanged)
  const newest = states[0]?.revision ?? 0
  const nameOf = (revision: number) => {
    const state = states.find((one) => one.revision === revision)
    return state ? formatInstant(state.savedAt) : null
  }
  return (
    <HistoryContext value={{ questionnaireKey, newest, nameOf, onShow: setShown, onRestore: setAsked }}>
      <RestoreOutcome outcome={outcome} questionnaireKey={questionnaireKey} />
      {foldStates(states).map(({ day, folds }) => (
        <section key={day} className="history-day" aria-labelledby={`dzien-${day}`}>
          <h2 id={`dzien-${day}`}>{formatDay(day)}</h2>
          <ol className="history-list">
            {folds.map((fold) => (
              <StateFoldItem key={fold.id} fold={fold} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore ? (
        <div className="row">
          <Button look="secondary" isBusy={isBusy} onClick={onMore}>
            {t('more')}
          </Button>
        </div>
      ) : (
        <p className="muted">{t('end')}</p>
      )}
      {shown && <StatePreview state={shown} onClose={() => setShown(null)} />}
      <RestoreState
        state={asked}
        isBusy={isRestoring}
        onCancel={() => setAsked(null)}
        onConfirm={(state) => {
          setAsked(null)
          setShown(null)
          void restore(state, newest)
        }}
      />
    </HistoryContext>
  )
}
