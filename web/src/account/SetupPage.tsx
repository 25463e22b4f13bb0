import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Logo } from '../ui/Logo.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SetupForm } from './SetupForm.tsx'
import './threshold.css'

const SetupPageQuery = graphql(`
  query SetupPage {
    installation {
      needsSetup
    }
  }
`)

/** The first start without example data: makes the first administrator. */
export function SetupPage() {
  const { t } = useTranslation('account')
  const { data, loading, error, refetch } = useQuery(SetupPageQuery)
  if (!data)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!data.installation.needsSetup) return <Navigate to="/" replace />
  return (
    <div className="threshold">
      <header className="threshold__side">
        <Logo size="large" />
        <p className="threshold__promise">{t('promise')}</p>
      </header>
      <main className="threshold__main" id="tresc">
        <Page title={t('setup.title')} lead={t('setup.lead')}>
          <SetupForm />
        </Page>
      </main>
    </div>
  )
}
