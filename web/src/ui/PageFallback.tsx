import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { LinkButton } from './LinkButton.tsx'
import { Loading } from './Loading.tsx'
import { Notice } from './Notice.tsx'
import { Page } from './Page.tsx'
import { titleOf } from './page-title.ts'

interface PageFallbackProps {
  readonly isLoading: boolean
  /** What went wrong, as a Polish sentence. */
  readonly problem?: string
  readonly onRetry: () => void
}

/** What stands in place of a page that has nothing to show yet: waiting, a problem, or nothing found. */
export function PageFallback({ isLoading, problem, onRetry }: PageFallbackProps) {
  const { t } = useTranslation('ui')
  useEffect(() => {
    if (isLoading) document.title = titleOf(t('loading'))
  }, [isLoading, t])

  if (isLoading && !problem) return <Loading />
  if (problem) {
    return (
      <Page title={t('problem.title')}>
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
        <div className="row">
          <Button onClick={onRetry}>{t('problem.retry')}</Button>
          <LinkButton to="/" look="secondary">
            {t('missing.home')}
          </LinkButton>
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('missing.title')}>
      <EmptyState title={t('missing.heading')} action={<LinkButton to="/">{t('missing.home')}</LinkButton>}>
        <p>{t('missing.text')}</p>
      </EmptyState>
    </Page>
  )
}
