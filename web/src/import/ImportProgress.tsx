import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'

const ImportProgressQuery = graphql(`
  query ImportProgress($id: ID!) {
    survey(id: $id) {
      id
      responseCount
    }
  }
`)

const ASK_AGAIN_MS = 700

interface ImportProgressProps {
  readonly surveyId: string
  /** Rows that are being stored. */
  readonly rowCount: number
}

/** How many rows of a file are stored so far, by the number of responses; there while the storing goes on. */
export function ImportProgress({ surveyId, rowCount }: ImportProgressProps) {
  const { t } = useTranslation('import')
  const { data } = useQuery(ImportProgressQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'network-only',
    pollInterval: ASK_AGAIN_MS,
  })
  const now = data?.survey?.responseCount
  const [before, setBefore] = useState<number>()
  if (before === undefined && now !== undefined) setBefore(now)
  const stored = Math.min(rowCount, Math.max(0, (now ?? 0) - (before ?? now ?? 0)))
  return (
    <p className="import-progress">
      <progress value={stored} max={rowCount} aria-label={t('check.storing')} />{' '}
      {t('check.stored', { stored: formatCount(stored), all: formatCount(rowCount) })}
    </p>
  )
}
