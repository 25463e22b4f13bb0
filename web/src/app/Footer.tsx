import { useTranslation } from 'react-i18next'

interface FooterProps {
  readonly version: string
}

export function Footer({ version }: FooterProps) {
  const { t } = useTranslation('app')
  return (
    <footer className="footer no-print">
      <p>{t('footer.what')}</p>
      <p>{t('footer.version', { version })}</p>
    </footer>
  )
}
