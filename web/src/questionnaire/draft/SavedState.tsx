import { useTranslation } from 'react-i18next'
import { formatClock } from '../../i18n/format.ts'
import './draft.css'
import type { DraftStore } from './draft-store.ts'
import { useDraftState } from './use-draft.ts'

/** Whether the server has everything, in words. Only what the person has to know is said aloud. */
export function SavedState({ store }: { readonly store: DraftStore }) {
  const { t } = useTranslation('draft')
  const saving = useDraftState(store, (state) => state.saving)
  const problem = useDraftState(store, (state) => state.problem)
  const savedAt = useDraftState(store, (state) => state.base?.savedAt)
  const isAlarming = saving === 'offline' || saving === 'refused' || saving === 'conflict'
  const words =
    saving === 'saved' && savedAt
      ? t('saving.savedAt', { time: formatClock(savedAt).slice(0, 5) })
      : t(`saving.${saving}`, { problem })
  return (
    <span className={`saved-state saved-state--${saving}`}>
      <span aria-hidden={isAlarming || undefined}>{words}</span>
      <span className="visually-hidden" role="status">
        {isAlarming && words}
      </span>
    </span>
  )
}
