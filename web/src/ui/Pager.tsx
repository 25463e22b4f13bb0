import { useTranslation } from 'react-i18next'
import './blocks.css'
import { Button } from './Button.tsx'

interface PagerProps {
  readonly shown: number
  readonly total: number
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly onMore: () => void
}

export function Pager({ shown, total, hasMore, isBusy, onMore }: PagerProps) {
  const { t } = useTranslation('ui')
  return (
    <div className="pager">
      <p className="muted" role="status">
        {t('shownOf', { shown, total })}
      </p>
      {hasMore && (
        <Button look="secondary" isBusy={isBusy} onClick={onMore}>
          {t('showMore')}
        </Button>
      )}
    </div>
  )
}
