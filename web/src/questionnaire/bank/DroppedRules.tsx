import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface DroppedRulesProps {
  /** Polish sentences. */
  readonly dropped: readonly string[]
  readonly onClose: () => void
}

/** Rules that did not come along with what was added: nothing is left out silently. */
export function DroppedRules({ dropped, onClose }: DroppedRulesProps) {
  const { t } = useTranslation('bank')
  const { t: tu } = useTranslation('ui')
  return (
    <Dialog title={t('outcome')} onClose={onClose} actions={<Button onClick={onClose}>{tu('close')}</Button>}>
      <Notice tone="warning">
        <p>{t('droppedLead')}</p>
        <ul>
          {dropped.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </Dialog>
  )
}
