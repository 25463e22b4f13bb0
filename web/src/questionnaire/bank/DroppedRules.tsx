import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface DroppedRulesProps {
  /** Polish sentences. */
  readonly dropped: readonly string[]
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Rules that cannot come along with what is added: nothing is left out silently. */
export function DroppedRules({ dropped, onConfirm, onClose }: DroppedRulesProps) {
  const { t } = useTranslation('bank')
  const { t: tu } = useTranslation('ui')
  return (
    <Dialog
      title={t('dropped.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onConfirm}>{t('dropped.confirm')}</Button>
          <Button look="secondary" onClick={onClose}>
            {tu('cancel')}
          </Button>
        </>
      }
    >
      <Notice tone="warning">
        <p>{t('dropped.lead')}</p>
        <ul className="bank-lines">
          {dropped.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </Dialog>
  )
}
