import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SetMembership } from './set-membership.ts'

interface RemoveMemberProps {
  readonly organisationId: string
  readonly accountId: string
  readonly name: string
}

export function RemoveMember({ organisationId, accountId, name }: RemoveMemberProps) {
  const { t } = useTranslation('organisation')
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [setMembership, { loading }] = useMutation(SetMembership)
  const confirm = async () => {
    const { data, error } = await setMembership({
      variables: { input: { organisationId, accountId, role: null } },
    })
    setIsAsking(false)
    if (!data?.setMembership) setProblem(error?.message ?? t('failed'))
  }
  return (
    <>
      <Button look="quiet" label={t('members.removeNamed', { name })} onClick={() => setIsAsking(true)}>
        {t('members.remove')}
      </Button>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('members.question')}
        confirmLabel={t('members.confirm')}
        isDangerous
        isBusy={loading}
        onConfirm={() => void confirm()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('members.consequence', { name })}</p>
      </ConfirmDialog>
    </>
  )
}
