import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { HistoryState } from './fold-states.ts'

interface RestoreStateProps {
  /** The state that is asked about; null: nothing is asked. */
  readonly state: HistoryState | null
  readonly isBusy: boolean
  readonly onConfirm: (state: HistoryState) => void
  readonly onCancel: () => void
}

export function RestoreState({ state, isBusy, onConfirm, onCancel }: RestoreStateProps) {
  const { t } = useTranslation('history')
  return (
    <ConfirmDialog
      isOpen={state !== null}
      title={t('confirmTitle', { when: state ? formatInstant(state.savedAt) : '' })}
      confirmLabel={t('restore')}
      isBusy={isBusy}
      onConfirm={() => state && onConfirm(state)}
      onCancel={onCancel}
    >
      <p>{t('confirmText')}</p>
    </ConfirmDialog>
  )
}
