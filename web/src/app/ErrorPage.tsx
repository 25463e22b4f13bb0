import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { errorReference, isStaleChunk } from './error-reference.ts'
import './shell.css'

/** A defect of the page itself: says so, gives a reference for the report, and offers a reload. */
export function ErrorPage() {
  const { t } = useTranslation('app')
  const error = useRouteError()
  const [openedAt] = useState(() => new Date())
  const isOutdated = isStaleChunk(error)
  return (
    <main className="lonely" id="tresc">
      <Page title={t(isOutdated ? 'outdated.title' : 'defect.title')}>
        <Notice tone={isOutdated ? 'info' : 'danger'} isAnnounced>
          <p>{t(isOutdated ? 'outdated.text' : 'defect.text')}</p>
          {!isOutdated && <p>{t('defect.reference', { reference: errorReference(error, openedAt) })}</p>}
        </Notice>
        <div className="row">
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
        </div>
      </Page>
    </main>
  )
}
