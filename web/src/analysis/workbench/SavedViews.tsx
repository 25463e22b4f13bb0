import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NameViewForm } from './NameViewForm.tsx'
import { SavedViewLine } from './SavedViewLine.tsx'
import { useSavedViews } from './use-saved-views.ts'
import type { KeptView, View } from './use-view.ts'
import { addressOfSaved, withoutSaved, withRequest } from './view-state.ts'

interface SavedViewsProps {
  readonly surveyId: string
  readonly views: readonly KeptView[]
  readonly view: View
}

/** What was kept under a name, to be opened, renamed and removed; and keeping what one looks at now. */
export function SavedViews({ surveyId, views, view }: SavedViewsProps) {
  const { t } = useTranslation('workbench')
  const { save, remove } = useSavedViews(surveyId, t('saved.failed'))
  const [removed, setRemoved] = useState<KeptView | null>(null)
  const [isNaming, setNaming] = useState(false)
  const open = (id: string) => view.go(addressOfSaved(view.search, id))
  return (
    <Disclosure summary={t('saved.title', { count: views.length })} isOpenAtFirst={view.kept !== null}>
      <div className="stack-tight">
        {views.length === 0 && <p className="muted">{t('saved.none')}</p>}
        <ul className="saved-views">
          {views.map((one) => (
            <li key={one.id}>
              <SavedViewLine
                saved={one}
                view={view}
                onRename={(name) => save({ name, request: one.request }, one.id)}
                onRemove={() => setRemoved(one)}
              />
            </li>
          ))}
        </ul>
        {isNaming ? (
          <NameViewForm
            label={t('saved.save')}
            firstName=""
            onCancel={() => setNaming(false)}
            onSave={(name) => save({ name, request: view.request }, null)}
            onSaved={(id) => {
              setNaming(false)
              open(id)
            }}
          />
        ) : (
          view.request.rowKeys.length > 0 && (
            <div className="row">
              {view.kept && view.isChanged && (
                <Button
                  look="secondary"
                  onClick={() => {
                    const { id, name } = view.kept ?? { id: '', name: '' }
                    void save({ name, request: view.request }, id).then(
                      (outcome) => 'id' in outcome && open(id),
                    )
                  }}
                >
                  {t('saved.keepChanges', { name: view.kept.name })}
                </Button>
              )}
              <Button look="secondary" onClick={() => setNaming(true)}>
                {t('saved.save')}
              </Button>
            </div>
          )
        )}
      </div>
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('saved.removeTitle', { name: removed?.name ?? '' })}
        confirmLabel={t('saved.remove')}
        isDangerous
        onCancel={() => setRemoved(null)}
        onConfirm={() => {
          const gone = removed
          setRemoved(null)
          if (!gone) return
          void remove(gone.id).then(() => {
            // what was looked at stays, under no name
            if (view.kept?.id === gone.id) view.go(withoutSaved(withRequest(view.search, view.request)))
          })
        }}
      >
        <p>{t('saved.removeText')}</p>
      </ConfirmDialog>
    </Disclosure>
  )
}
