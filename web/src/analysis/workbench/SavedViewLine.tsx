import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Button } from '../../ui/Button.tsx'
import { NameViewForm } from './NameViewForm.tsx'
import type { SaveOutcome } from './use-saved-views.ts'
import type { KeptView, View } from './use-view.ts'
import { addressOfSaved } from './view-state.ts'

interface SavedViewLineProps {
  readonly saved: KeptView
  readonly view: View
  readonly onRename: (name: string) => Promise<SaveOutcome>
  readonly onRemove: () => void
}

/** A kept view as a link, with what can be done to it. */
export function SavedViewLine({ saved, view, onRename, onRemove }: SavedViewLineProps) {
  const { t } = useTranslation('workbench')
  const { pathname } = useLocation()
  const [isRenaming, setRenaming] = useState(false)
  const { id, name } = saved
  if (isRenaming) {
    return (
      <NameViewForm
        label={t('saved.renameOf', { name })}
        firstName={name}
        onCancel={() => setRenaming(false)}
        onSave={onRename}
        onSaved={() => setRenaming(false)}
      />
    )
  }
  return (
    <>
      <Link
        to={`${pathname}?${addressOfSaved(view.search, id).toString()}`}
        aria-current={view.kept?.id === id ? 'true' : undefined}
      >
        {name}
      </Link>
      <span className="saved-views__actions">
        <Button look="quiet" label={t('saved.renameOf', { name })} onClick={() => setRenaming(true)}>
          {t('saved.rename')}
        </Button>
        <Button look="quiet" label={t('saved.removeOf', { name })} onClick={onRemove}>
          {t('saved.remove')}
        </Button>
      </span>
    </>
  )
}
