import { useQuery } from '@apollo/client/react'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDay } from '../i18n/format.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { EntryDesk } from './EntryDesk.tsx'
import './entry.css'

const EntryPageQuery = graphql(`
  query EntryPage($id: ID!) {
    survey(id: $id) {
      id
      code
      status
      isInGrace
      lastGraceDay
      contactPhone
      organisation {
        id
        name
      }
      municipality {
        code
        name
        localities {
          id
          name
        }
      }
      questionnaireVersion {
        id
      }
      versions {
        version {
          id
          number
          document
        }
      }
      sheets {
        nextNumber
        enteredToday
      }
      callbacks {
        ...CallList_callback
      }
    }
  }
`)

/** Paper sheets and telephone interviews of a survey, entered from the keyboard. */
export function EntryPage() {
  const { t } = useTranslation('entry')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(EntryPageQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const survey = data?.survey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { code, status, isInGrace, contactPhone, organisation, municipality, questionnaireVersion } = survey
  return (
    <Page title={t('title')} lead={t('lead')}>
      {status !== 'OPEN' && (
        <Notice tone="warning">
          <p>{isInGrace ? t('inGrace', { day: formatDay(survey.lastGraceDay) }) : t(`notOpen.${status}`)}</p>
        </Notice>
      )}
      <EntryDesk
        key={id}
        survey={{
          id,
          code,
          isOpen: status === 'OPEN' || isInGrace,
          presentVersionId: questionnaireVersion.id,
          versions: survey.versions.map(({ version }) => ({
            id: version.id,
            number: version.number,
            questionnaire: version.document as Questionnaire,
          })),
          localities: municipality.localities,
          nextNumber: survey.sheets.nextNumber,
          enteredToday: survey.sheets.enteredToday,
          callbacks: survey.callbacks,
          words: {
            organizacja: organisation.name,
            gmina: municipality.name,
            telefon: contactPhone,
          },
        }}
      />
    </Page>
  )
}
