import { useMutation, useQuery } from '@apollo/client/react'
import { numbersInWords } from '@rozeznanie/core/entry'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import type { EntryBatchesQuery as Batches } from '../gql/graphql.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { EntryBatchesQuery } from './batches.ts'
import { NewBatch } from './NewBatch.tsx'

const SetClosed = graphql(`
  mutation SetEntryBatchClosed($input: SetEntryBatchClosedInput!) {
    result: setEntryBatchClosed(input: $input) {
      __typename
      ... on EntryBatch {
        id
        isClosed
      }
      ... on Error {
        message
      }
    }
  }
`)

type Batch = NonNullable<NonNullable<Batches['survey']>['entryBatches']>[number]

interface EntryBatchesProps {
  readonly surveyId: string
  /** Grows when a sheet was received; then the piles are read again. */
  readonly receivedCount: number
}

/** Piles of paper: how many sheets of each are in, and which are missing. */
export function EntryBatches({ surveyId, receivedCount }: EntryBatchesProps) {
  const { t } = useTranslation('entry')
  const { data, refetch } = useQuery(EntryBatchesQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'cache-and-network',
  })
  const [isAdding, setIsAdding] = useState(false)
  useEffect(() => {
    if (receivedCount > 0) void refetch()
  }, [receivedCount, refetch])
  const batches = data?.survey?.entryBatches
  if (!batches) return null
  return (
    <Card title={t('batches.title')}>
      <p className="muted">{batches.length === 0 ? t('batches.empty') : t('batches.lead')}</p>
      <ul className="entry-batches">
        {batches.map((batch) => (
          <BatchLine key={batch.id} surveyId={surveyId} batch={batch} onDone={() => void refetch()} />
        ))}
      </ul>
      {isAdding ? (
        <NewBatch
          surveyId={surveyId}
          onCancel={() => setIsAdding(false)}
          onDone={() => {
            setIsAdding(false)
            void refetch()
          }}
        />
      ) : (
        <div className="row">
          <Button look="secondary" onClick={() => setIsAdding(true)}>
            {t('batches.new')}
          </Button>
        </div>
      )}
    </Card>
  )
}

interface BatchLineProps {
  readonly surveyId: string
  readonly batch: Batch
  readonly onDone: () => void
}

function BatchLine({ surveyId, batch, onDone }: BatchLineProps) {
  const { t } = useTranslation('entry')
  const { id: batchId, name, expectedCount, enteredCount, missingSheets, isClosed } = batch
  const [warning, setWarning] = useState<string | null>(null)
  const [save, { loading }] = useMutation(SetClosed)
  const set = async (wanted: boolean, evenIfMissing: boolean) => {
    const { data, error } = await save({
      variables: { input: { surveyId, batchId, isClosed: wanted, evenIfMissing } },
    })
    const result = data?.result
    if (result?.__typename === 'EntryBatch') {
      setWarning(null)
      onDone()
    } else setWarning(result?.message ?? error?.message ?? t('batches.failed'))
  }
  return (
    <li className="entry-batch">
      <div>
        <p>
          <strong>{name}</strong> {isClosed && <StatusTag tone="neutral">{t('batches.closed')}</StatusTag>}
        </p>
        <progress max={expectedCount} value={Math.min(enteredCount, expectedCount)} aria-label={name} />{' '}
        <span>{t('batches.progress', { entered: enteredCount, expected: expectedCount })}</span>
        {missingSheets.length > 0 && (
          <p className="muted">{t('batches.missing', { numbers: numbersInWords(missingSheets) })}</p>
        )}
      </div>
      <Button
        look="quiet"
        isBusy={loading}
        label={t(isClosed ? 'batches.reopenLabel' : 'batches.closeLabel', { name })}
        onClick={() => void set(!isClosed, false)}
      >
        {t(isClosed ? 'batches.reopen' : 'batches.close')}
      </Button>
      <ConfirmDialog
        isOpen={warning !== null}
        title={t('batches.missingTitle')}
        confirmLabel={t('batches.closeAnyway')}
        isBusy={loading}
        onConfirm={() => void set(true, true)}
        onCancel={() => setWarning(null)}
      >
        <p>{warning}</p>
      </ConfirmDialog>
    </li>
  )
}
