import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { useAddress } from '../ui/use-address.ts'
import { logFilePath, qualityPath } from './cleaning.paths.ts'
import { LogList } from './LogList.tsx'

const LogPageQuery = graphql(`
  query CleaningLogPage($id: ID!, $beforeNumber: Int) {
    survey(id: $id) {
      id
      correctionCount
      cleaningLog(beforeNumber: $beforeNumber) {
        number
        ...LogList_line
      }
    }
  }
`)

/** Every decision of the survey, the newest first, a hundred at a time. */
export function LogPage() {
  const { t } = useTranslation('cleaning')
  const { id = '' } = useParams()
  const [search] = useAddress()
  const before = Number(search.get('przed') ?? NaN)
  const { data, loading, error, refetch } = useQuery(LogPageQuery, {
    variables: { id, beforeNumber: Number.isInteger(before) ? before : null },
    fetchPolicy: 'cache-and-network',
  })
  const lines = data?.survey?.cleaningLog
  if (!lines)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const oldest = lines.at(-1)?.number ?? 1
  return (
    <Page
      title={t('log.title')}
      actions={
        lines.length > 0 && (
          <LinkButton to={logFilePath(id)} look="secondary" isDownload>
            {t('log.download')}
          </LinkButton>
        )
      }
    >
      {lines.length === 0 && (
        <EmptyState title={t('log.emptyTitle')}>
          <p>{t('log.empty')}</p>
        </EmptyState>
      )}
      <LogList surveyId={id} lines={lines} onDone={async () => void (await refetch())} />
      {oldest > 1 && lines.length > 0 && (
        <LinkButton to={`${qualityPath(id, 'dziennik')}?przed=${oldest}`} look="secondary">
          {t('log.more')}
        </LinkButton>
      )}
    </Page>
  )
}
