import { Link } from 'react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { changesPath, exportPath, historyPath, paperPath, translationsPath } from '../questionnaire.paths.ts'
import { ToolButton } from './ToolButton.tsx'
import { turnBack, UNDO_BUTTON_ID } from './turn-back.ts'
import { useEditor, useOfDraft } from './use-editor.ts'

/** Undoing, and the pages around the editor. */
export function EditorActions() {
  const editor = useEditor()
  const { store, desk, t } = editor
  const canUndo = useOfDraft(({ history }) => (history?.past.length ?? 0) > 0)
  const canRedo = useOfDraft(({ history }) => (history?.future.length ?? 0) > 0)
  const links = [
    { to: historyPath(store.key), label: t('links.history') },
    { to: translationsPath(store.key), label: t('links.translations') },
    { to: paperPath(store.key), label: t('links.paper') },
    { to: exportPath(store.key), label: t('links.export') },
  ]
  return (
    <>
      <div className="editor-bar__tools">
        <ToolButton
          icon="undo"
          isBare
          id={UNDO_BUTTON_ID}
          isOff={!canUndo}
          onClick={() => turnBack(editor, false)}
        >
          {t('undo')}
        </ToolButton>
        <ToolButton icon="redo" isBare isOff={!canRedo} onClick={() => turnBack(editor, true)}>
          {t('redo')}
        </ToolButton>
        <ToolButton icon="help" isBare onClick={() => desk.show({ kind: 'help' })}>
          {t('help.open')}
        </ToolButton>
      </div>
      <nav className="editor-bar__links" aria-label={t('links.label')}>
        {links.map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
          </Link>
        ))}
      </nav>
      <LinkButton to={changesPath(store.key)}>{t('links.changes')}</LinkButton>
    </>
  )
}
