import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import type { BegunSheet } from './sheet.ts'

const SecondEntriesQuery = graphql(`
  query SecondEntries($id: ID!) {
    survey(id: $id) {
      id
      sheetsToEnterAgain {
        responseId
        sheetNumber
        batchName
        versionId
      }
    }
  }
`)

const SHOWN = 8

interface SecondEntriesProps {
  readonly surveyId: string
  /** Grows when a sheet was received; then the list is read again. */
  readonly receivedCount: number
  /** Sheets that wait to be sent from here. */
  readonly heldIds: readonly string[]
  readonly onBegin: (sheet: BegunSheet) => void
}

/** Drawn sheets that wait for this person to enter them a second time, blind to the first. */
export function SecondEntries({ surveyId, receivedCount, heldIds, onBegin }: SecondEntriesProps) {
  const { t } = useTranslation('entry')
  const { data, refetch } = useQuery(SecondEntriesQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'network-only',
  })
  useEffect(() => {
    if (receivedCount > 0) void refetch()
  }, [receivedCount, refetch])
  const sheets = (data?.survey?.sheetsToEnterAgain ?? []).filter(
    ({ responseId }) => !heldIds.includes(responseId),
  )
  if (sheets.length === 0) return null
  return (
    <Card title={t('again.title')}>
      <p>{t('again.lead', { count: sheets.length })}</p>
      <ul className="entry-batches">
        {sheets.slice(0, SHOWN).map(({ responseId, sheetNumber, batchName, versionId }) => {
          const number =
            sheetNumber === null ? t('again.noNumber') : t('again.sheet', { number: sheetNumber })
          const name = batchName === null ? number : `${number} – ${batchName}`
          return (
            <li key={responseId} className="entry-batch">
              <span>{name}</span>
              <Button
                look="secondary"
                label={t('again.beginLabel', { sheet: name })}
                onClick={() =>
                  onBegin({
                    id: responseId,
                    mode: 'PAPI',
                    versionId,
                    sheetNumber: sheetNumber ?? '',
                    isAgain: true,
                  })
                }
              >
                {t('again.begin')}
              </Button>
            </li>
          )
        })}
      </ul>
      {sheets.length > SHOWN && <p className="muted">{t('again.more', { count: sheets.length - SHOWN })}</p>}
    </Card>
  )
}
