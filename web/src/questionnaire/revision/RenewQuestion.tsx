import { hasOptions, type Question } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'

interface RenewQuestionProps {
  /** The question of the version before, and what it has become. */
  readonly old: Question
  readonly now: Question
  readonly onRenew: (isJoined: boolean) => void
}

/** Makes a new question of one that no longer means what it did; asks what becomes of the old answers. */
export function RenewQuestion({ old, now, onRenew }: RenewQuestionProps) {
  const { t } = useTranslation('revision')
  const [isAsking, setAsking] = useState(false)
  const [choice, setChoice] = useState('apart')
  const canJoin = old.type === now.type && hasOptions(old) && hasOptions(now)
  return (
    <>
      <Button
        look="secondary"
        label={t('remedy.renewNamed', { title: now.text })}
        onClick={() => setAsking(true)}
      >
        {t('remedy.renew')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('remedy.dialogTitle')}
        confirmLabel={t('remedy.confirm')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onRenew(canJoin && choice === 'join')
        }}
      >
        <p>{t('remedy.dialogText', { title: now.text })}</p>
        {canJoin && (
          <RadioGroupField
            name={`renew-${now.key}`}
            label={t('remedy.joinLabel')}
            choices={[
              { value: 'apart', label: t('remedy.apart'), hint: t('remedy.apartHint') },
              { value: 'join', label: t('remedy.join'), hint: t('remedy.joinHint') },
            ]}
            value={choice}
            onChange={setChoice}
          />
        )}
      </ConfirmDialog>
    </>
  )
}
