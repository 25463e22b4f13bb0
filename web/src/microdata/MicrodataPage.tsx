import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { openQuestions } from '@rozeznanie/core/response'
import { graphql } from '../gql/index.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { DataFileForm } from './DataFileForm.tsx'
import { codebookAddress, type FileWish } from './data-file.ts'
import { DownloadProgress } from './DownloadProgress.tsx'
import { useDataDownload } from './use-data-download.ts'
import './microdata.css'

const MicrodataPageQuery = graphql(`
  query MicrodataPage($id: ID!) {
    survey(id: $id) {
      id
      resultsQuestionnaire
      weightVersions {
        number
        name
        retiredOn
      }
    }
  }
`)

const FIRST_WISH: FileWish = { format: 'csv', values: 'codes', withWeights: true, withOpenAnswers: false }
const GOING = ['preparing', 'downloading', 'checking']

/** The answers of a survey as files for other programs, and what their columns mean. */
export function MicrodataPage() {
  const { t } = useTranslation('microdata')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(MicrodataPageQuery, { variables: { id } })
  const document = data?.survey?.resultsQuestionnaire
  const hasOpenAnswers = useMemo(
    () => document != null && openQuestions(parseQuestionnaire(document)).length > 0,
    [document],
  )
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (document == null) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  const inUse = data.survey.weightVersions.filter(({ retiredOn }) => retiredOn === null)
  return (
    <Downloads surveyId={id} weightNames={inUse.map(({ name }) => name)} hasOpenAnswers={hasOpenAnswers} />
  )
}

interface DownloadsProps {
  readonly surveyId: string
  readonly weightNames: readonly string[]
  readonly hasOpenAnswers: boolean
}

function Downloads({ surveyId, weightNames, hasOpenAnswers }: DownloadsProps) {
  const { t } = useTranslation('microdata')
  const [wish, setWish] = useState(FIRST_WISH)
  const { stage, start, resume, cancel } = useDataDownload(surveyId)
  return (
    <Page title={t('title')} lead={<p className="measure">{t('lead')}</p>}>
      <div className="microdata">
        <Card title={t('form.heading')}>
          <DataFileForm
            wish={wish}
            weightNames={weightNames}
            hasOpenAnswers={hasOpenAnswers}
            isBusy={GOING.includes(stage.kind)}
            onChange={setWish}
            onSubmit={() => start(wish)}
          />
          <DownloadProgress stage={stage} onCancel={cancel} onResume={resume} />
        </Card>
        <div className="microdata__aside">
          <Card title={t('codebook.heading')}>
            <p>{t('codebook.text')}</p>
            <div className="row">
              {(['xlsx', 'csv'] as const).map((format) => (
                <LinkButton
                  key={format}
                  to={codebookAddress(surveyId, wish, format)}
                  look="secondary"
                  isDownload
                  label={`${t(`codebook.${format}`)} – ${t('codebook.heading')}`}
                >
                  {t(`codebook.${format}`)}
                </LinkButton>
              ))}
            </div>
          </Card>
          <Card title={t('about.heading')}>
            <p>{t('about.missing')}</p>
            <p>{t('about.multi')}</p>
            <p>{t('about.order')}</p>
          </Card>
        </div>
      </div>
    </Page>
  )
}
