import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { connection } from './connection.ts'

/** The live region is always there, so that a screen reader hears when its words appear. */
export function ConnectionNotice() {
  const { t } = useTranslation('app')
  const isUp = useSyncExternalStore(connection.subscribe, connection.isUp)
  return (
    <div className={isUp ? 'visually-hidden' : 'strip strip--offline'} role="status">
      {!isUp && t('offline.message')}
    </div>
  )
}
