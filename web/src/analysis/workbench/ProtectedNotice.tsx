import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Eyes } from './use-tables.ts'

interface ProtectedNoticeProps {
  readonly eyes: Exclude<Eyes, 'OWN'>
  /** Back to what the organiser sees. */
  readonly onOwn: () => void
}

/** Says that the numbers are protected, and what that means for reading them. */
export function ProtectedNotice({ eyes, onOwn }: ProtectedNoticeProps) {
  const { t } = useTranslation('workbench')
  return (
    <Notice title={t(eyes === 'REGION' ? 'eyes.regionTitle' : 'eyes.title')}>
      <p>{t('eyes.text')}</p>
      {eyes === 'AS_OUTSIDER' && (
        <div className="row no-print">
          <Button look="secondary" onClick={onOwn}>
            {t('eyes.own')}
          </Button>
        </div>
      )}
    </Notice>
  )
}
