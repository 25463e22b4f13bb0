import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Logo } from '../ui/Logo.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { returnAddress } from './return-address.ts'
import { SignInForm } from './SignInForm.tsx'
import './threshold.css'

const SignInPageQuery = graphql(`
  query SignInPage {
    installation {
      needsSetup
      isDemo
    }
    viewer {
      accountId
    }
  }
`)

/** The door of the workspace. */
export function SignInPage() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const { data, loading, error, refetch } = useQuery(SignInPageQuery)
  if (!data)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (data.installation.needsSetup) return <Navigate to="/pierwsze-uruchomienie" replace />
  if (data.viewer) return <Navigate to={returnAddress(search.get('powrot'))} replace />
  return (
    <div className="threshold">
      <header className="threshold__side">
        <Logo size="large" />
        <p className="threshold__promise">{t('promise')}</p>
        <ul className="threshold__points">
          <li>{t('points.ask')}</li>
          <li>{t('points.see')}</li>
          <li>{t('points.write')}</li>
        </ul>
      </header>
      <main className="threshold__main" id="tresc">
        <Page title={t('signIn.title')} lead={search.has('powrot') ? t('signIn.first') : undefined}>
          <SignInForm isDemo={data.installation.isDemo} />
        </Page>
      </main>
    </div>
  )
}
