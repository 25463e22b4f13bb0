import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { BatchList } from './BatchList.tsx'
import { NewBatch } from './NewBatch.tsx'
import { ReissueCode } from './ReissueCode.tsx'
import { TurnCodes } from './TurnCodes.tsx'

const CodesPageQuery = graphql(`
  query CodesPage($id: ID!) {
    survey(id: $id) {
      id
      takesCodes
      unusedCodeCount
      responseCount
      status
      municipality {
        code
        localities {
          id
          name
        }
      }
      codeBatches {
        id
        number
        codeCount
        usedCount
        ...BatchList_batch
      }
    }
  }
`)

/** One-time codes of a survey: turned on, made, printed, replaced. */
export function CodesPage() {
  const { t } = useTranslation('invitation')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(CodesPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  if (!survey?.codeBatches)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { codeBatches: batches, takesCodes, unusedCodeCount, status, municipality } = survey
  const sum = (counts: readonly number[]) => counts.reduce((whole, count) => whole + count, 0)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {(!takesCodes || batches.length === 0) && (
        <TurnCodes surveyId={id} takesCodes={takesCodes} hasResponses={survey.responseCount > 0} />
      )}
      {takesCodes && batches.length > 0 && (
        <>
          <KeyFigures
            figures={[
              { value: String(sum(batches.map(({ codeCount }) => codeCount))), label: t('figures.made') },
              { value: String(sum(batches.map(({ usedCount }) => usedCount))), label: t('figures.used') },
              { value: String(unusedCodeCount ?? 0), label: t('figures.unused') },
            ]}
          />
          <Disclosure summary={t('privacy.title')}>
            <p className="measure">{t('privacy.text')}</p>
          </Disclosure>
          <BatchList surveyId={id} batches={batches} />
        </>
      )}
      {takesCodes && status !== 'CLOSED' && (
        <NewBatch surveyId={id} localities={municipality.localities} onMade={() => void refetch()} />
      )}
      {takesCodes && status !== 'CLOSED' && batches.length > 0 && (
        <ReissueCode surveyId={id} batchOf={(serial) => batchWith(batches, serial)} />
      )}
    </Page>
  )
}

/** Replaced codes keep the number of their letter, and with it their batch. */
function batchWith(
  batches: readonly { readonly number: number; readonly codeCount: number }[],
  serial: number,
) {
  let last = 0
  for (const { number, codeCount } of [...batches].reverse()) {
    last += codeCount
    if (serial <= last) return number
  }
  return null
}
