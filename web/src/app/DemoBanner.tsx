import { useTranslation } from 'react-i18next'

export function DemoBanner() {
  const { t } = useTranslation('app')
  return (
    <aside className="strip strip--demo" aria-label={t('demo.label')}>
      <strong>{t('demo.title')}</strong> {t('demo.text')}
    </aside>
  )
}
