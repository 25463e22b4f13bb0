import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDecimal } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SheetDifferences } from './SheetDifferences.tsx'
import { ShareForm } from './ShareForm.tsx'

const DiscrepanciesPageQuery = graphql(`
  query DiscrepanciesPage($id: ID!) {
    survey(id: $id) {
      id
      doubleEntryPercent
      municipality {
        code
        localities {
          id
          name
        }
      }
      doubleEntry {
        sampledCount
        enteredCount
        fieldCount
        differencesPerThousand
      }
      discrepancies {
        responseId
        ...SheetDifferences_sheet
      }
    }
  }
`)

/** Where two entries of a sheet differ, decided with the paper in hand. */
export function DiscrepanciesPage() {
  const { t } = useTranslation('cleaning')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(DiscrepanciesPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  const sheets = survey?.discrepancies
  if (!survey || !sheets || !survey.doubleEntry)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { sampledCount, enteredCount, fieldCount, differencesPerThousand } = survey.doubleEntry
  return (
    <Page title={t('discrepancies.title')} lead={<p className="measure">{t('discrepancies.lead')}</p>}>
      {sheets.length === 0 && (
        <EmptyState title={t('discrepancies.emptyTitle')}>
          <p>{t('discrepancies.empty')}</p>
        </EmptyState>
      )}
      {sheets.map((sheet) => (
        <SheetDifferences
          key={sheet.responseId}
          surveyId={id}
          sheet={sheet}
          localities={survey.municipality.localities}
          onDone={async () => void (await refetch())}
        />
      ))}
      <Card>
        <p>{t('discrepancies.progress', { sampled: sampledCount, entered: enteredCount })}</p>
        {differencesPerThousand !== null && (
          <p>
            {t('discrepancies.rate', { rate: formatDecimal(differencesPerThousand), fields: fieldCount })}
          </p>
        )}
        <ShareForm key={survey.doubleEntryPercent} surveyId={id} percent={survey.doubleEntryPercent} />
      </Card>
    </Page>
  )
}
