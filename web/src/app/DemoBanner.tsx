import { useTranslation } from 'react-i18next'

export function DemoBanner() {
  const { t } = useTranslation('app')
  return (
    <p className="strip strip--demo">
      <strong>{t('demo.title')}</strong> {t('demo.text')}
    </p>
  )
}
