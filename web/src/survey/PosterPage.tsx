import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDay, unbroken } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { publicAddress, surveysPath, surveyFilePath, surveyPath } from './survey.paths.ts'
import './survey.css'

const PosterPageQuery = graphql(`
  query PosterPage($id: ID!) {
    survey(id: $id) {
      id
      title
      answerPath
      answerUrl
      closesOn
      contactPhone
      organisation {
        id
        name
      }
      municipality {
        code
        name
      }
      questionnaireVersion {
        id
        estimatedMinutes
      }
    }
  }
`)

/** One sheet for the notice board; what is around it is not printed. */
export function PosterPage() {
  const { t } = useTranslation('survey')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(PosterPageQuery, { variables: { id } })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { survey } = data
  const address = publicAddress(window.location.origin, survey)
  return (
    <Page
      title={t('poster.title')}
      lead={t('poster.lead')}
      crumbs={[
        { label: t('list.title'), to: surveysPath() },
        { label: survey.title, to: surveyPath(id) },
      ]}
      actions={<Button onClick={() => window.print()}>{t('poster.print')}</Button>}
    >
      <section className="poster" aria-label={t('poster.sheet')}>
        <p className="poster__who">{survey.organisation.name}</p>
        <h2>{t('poster.headline', { municipality: survey.municipality.name })}</h2>
        <p className="poster__why">
          {t('poster.why', { count: survey.questionnaireVersion.estimatedMinutes })}
        </p>
        <img
          src={surveyFilePath(id, 'qr.svg')}
          alt={t('invitation.qr', { address })}
          width="360"
          height="360"
        />
        <p>{t('poster.scan')}</p>
        <p className="poster__address">{address.replace(/^https?:\/\//, '')}</p>
        <p>{t('poster.until', { day: formatDay(survey.closesOn) })}</p>
        <p className="poster__help">{t('poster.help', { phone: unbroken(survey.contactPhone) })}</p>
      </section>
    </Page>
  )
}
