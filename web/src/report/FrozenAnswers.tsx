import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'

const RenewSnapshotMutation = graphql(`
  mutation RenewSnapshot($input: RenewSnapshotInput!) {
    renewSnapshot(input: $input) {
      id
    }
  }
`)

interface FrozenAnswersProps {
  readonly surveyId: string
  /** In words. */
  readonly asOf: string
  /** The report is to be read again. */
  onRenewed(): Promise<unknown>
}

/** Which answers the report holds, why it waits, and a way to take the present ones in at once. */
export function FrozenAnswers({ surveyId, asOf, onRenewed }: FrozenAnswersProps) {
  const { t } = useTranslation('report')
  const [isAsking, setAsking] = useState(false)
  const [isRead, setRead] = useState(false)
  const [renew, { loading, error }] = useMutation(RenewSnapshotMutation)
  const takeIn = async () => {
    setRead(false)
    const { data } = await renew({ variables: { input: { surveyId } } })
    if (data?.renewSnapshot) await onRenewed()
    setRead(data?.renewSnapshot != null)
    setAsking(false)
  }
  return (
    <div className="no-print">
      <Card title={t('frozen.title', { time: asOf })}>
        <p>{t('frozen.why')}</p>
        <div className="row">
          <Button look="secondary" onClick={() => setAsking(true)}>
            {t('frozen.renew')}
          </Button>
        </div>
        <div role="status">{isRead && <p>{t('frozen.done', { time: asOf })}</p>}</div>
        {error && (
          <Notice tone="danger">
            <p>{error.message}</p>
          </Notice>
        )}
        <ConfirmDialog
          isOpen={isAsking}
          title={t('frozen.renew')}
          confirmLabel={t('frozen.confirm')}
          isBusy={loading}
          onConfirm={() => void takeIn()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('frozen.warning')}</p>
        </ConfirmDialog>
      </Card>
    </div>
  )
}
