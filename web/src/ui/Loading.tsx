import { useTranslation } from 'react-i18next'
import './blocks.css'
import { Skeleton } from './Skeleton.tsx'

/** While a page waits for its query. */
export function Loading() {
  const { t } = useTranslation('ui')
  return (
    <div className="loading">
      <p role="status">{t('loading')}</p>
      <Skeleton />
    </div>
  )
}
