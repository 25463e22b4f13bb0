import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useEditor } from './use-editor.ts'

const KEYS = [
  { keys: ['Ctrl', 'Enter'], what: 'add' },
  { keys: ['Enter'], what: 'addOption' },
  { keys: ['Alt', '↑ ↓'], what: 'move' },
  { keys: ['Ctrl', 'Z'], what: 'undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], what: 'redo' },
  { keys: ['Ctrl', 'S'], what: 'save' },
  { keys: ['Esc'], what: 'close' },
  { keys: ['↑ ↓'], what: 'outline' },
  { keys: ['Delete'], what: 'remove' },
] as const

/** How the editor is used, and its keys. */
export function HelpWindow() {
  const { desk, t } = useEditor()
  return (
    <Dialog
      title={t('help.title')}
      lead={t('help.lead')}
      onClose={() => desk.show(null)}
      actions={<Button onClick={() => desk.show(null)}>{t('help.close')}</Button>}
    >
      <ul className="help-list">
        {(['saving', 'problems', 'bank', 'publish'] as const).map((tip) => (
          <li key={tip}>{t(`help.tips.${tip}`)}</li>
        ))}
      </ul>
      <h3>{t('help.keys')}</h3>
      <dl className="help-keys">
        {KEYS.map(({ keys, what }) => (
          <div key={what} className="help-keys__pair">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`help.what.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
