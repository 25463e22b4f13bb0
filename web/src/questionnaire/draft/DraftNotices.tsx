import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { DraftNotice } from './draft-state.ts'
import type { DraftStore } from './draft-store.ts'
import { useDraftState } from './use-draft.ts'

const MOST_NAMED = 3

type Merged = Extract<DraftNotice, { kind: 'merged' }>

function whatChanged({ places }: Merged, t: TFunction<'draft'>): string {
  const named = places.slice(0, MOST_NAMED).join(', ')
  const others = places.length - MOST_NAMED
  if (places.length === 0) return t('notice.changedAround')
  return others > 0
    ? t('notice.changedMore', { places: named, count: others })
    : t('notice.changed', { places: named })
}

/** What happened to the draft without the person's doing: work that came back, changes of others that came in. */
export function DraftNotices({ store }: { readonly store: DraftStore }) {
  const { t } = useTranslation('draft')
  const notices = useDraftState(store, (state) => state.notices)
  return (
    <div className="draft-notices" role="status">
      {notices.map((notice) => (
        <Notice
          key={notice.kind}
          title={
            notice.kind === 'restored'
              ? undefined
              : notice.name === null
                ? t('notice.mergedTitleUnknown')
                : t('notice.mergedTitle', { name: notice.name })
          }
        >
          {notice.kind === 'restored' ? (
            <p>{t('notice.restored', { at: formatInstant(notice.at) })}</p>
          ) : (
            <p>
              {whatChanged(notice, t)} {t(notice.hadOwn ? 'notice.mergedBoth' : 'notice.mergedTheirs')}
            </p>
          )}
          <Button look="quiet" onClick={store.dismissNotices}>
            {t('notice.close')}
          </Button>
        </Notice>
      ))}
    </div>
  )
}
