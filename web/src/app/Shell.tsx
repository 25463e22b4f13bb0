import { useQuery } from '@apollo/client/react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration } from 'react-router'
import { graphql } from '../gql/gql.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { DemoBanner } from './DemoBanner.tsx'
import './shell.css'

export const ShellQuery = graphql(`
  query Shell {
    installation {
      needsSetup
      isDemo
      version
    }
    viewer {
      accountId
      ...Workspace_viewer
    }
  }
`)

/** Around every page: the skip link, the banner of example data and the word on a lost connection. */
export function Shell() {
  const { t } = useTranslation('app')
  const { data: current, previousData, loading, error, refetch } = useQuery(ShellQuery)
  const data = current ?? previousData
  return (
    <>
      <a className="skip-link visually-hidden" href="#tresc">
        {t('skip')}
      </a>
      {data?.installation.isDemo && <DemoBanner />}
      <ConnectionNotice />
      {data ? (
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      ) : (
        <main className="lonely">
          <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
        </main>
      )}
      <ScrollRestoration />
    </>
  )
}
