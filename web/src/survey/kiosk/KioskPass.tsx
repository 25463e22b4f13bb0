import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

const RenewKioskPassMutation = graphql(`
  mutation RenewKioskPass($input: RenewKioskPassInput!) {
    renewKioskPass(input: $input) {
      id
      kioskPass
    }
  }
`)

interface KioskPassProps {
  readonly surveyId: string
  readonly mayRenew: boolean
}

/** Says what the pass in the address is, and makes another when it got about. */
export function KioskPass({ surveyId, mayRenew }: KioskPassProps) {
  const { t } = useTranslation('kiosk')
  const [isAsking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<'renewed' | 'failed' | null>(null)
  const [renew, { loading }] = useMutation(RenewKioskPassMutation)
  const confirm = async () => {
    const { data } = await renew({ variables: { input: { surveyId } } })
    setAsking(false)
    setOutcome(data?.renewKioskPass ? 'renewed' : 'failed')
  }
  return (
    <>
      <p>{t('pass.text')}</p>
      {outcome && (
        <Notice tone={outcome === 'renewed' ? 'success' : 'danger'} isAnnounced>
          <p>{t(`pass.${outcome}`)}</p>
        </Notice>
      )}
      {mayRenew && (
        <div className="row">
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t('pass.renew')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('pass.question')}
        confirmLabel={t('pass.renew')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('pass.consequence')}</p>
      </ConfirmDialog>
    </>
  )
}
