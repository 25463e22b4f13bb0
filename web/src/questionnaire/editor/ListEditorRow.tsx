import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react'
import type { ListItem } from './list-items.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

interface ListEditorRowProps {
  readonly id: string
  readonly item: ListItem
  readonly label: string
  readonly isOpen: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onToggle?: () => void
  readonly onRename: (label: string) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
  readonly onMove: (step: -1 | 1) => void
  readonly onPaste: (text: string) => void
  readonly children: ReactNode
}

/** One label with its actions. */
export function ListEditorRow(props: ListEditorRowProps) {
  const { id, item, label, isOpen, isFirst, isLast, children } = props
  const { onToggle, onRename, onAdd, onRemove, onMove, onPaste } = props
  const { t } = useEditor()
  const context = item.label || label
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (isPlain && !event.altKey && event.key === 'Enter') onAdd()
    else if (isPlain && !event.altKey && event.key === 'Backspace' && item.label === '') onRemove()
    else if (isPlain && event.altKey && event.key === 'ArrowUp') onMove(-1)
    else if (isPlain && event.altKey && event.key === 'ArrowDown') onMove(1)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\n\r]\s*\S/.test(text)) return
    event.preventDefault()
    onPaste(text)
  }
  return (
    <li className="list-row">
      <div className="list-row__line">
        <input
          id={id}
          className="control"
          type="text"
          autoComplete="off"
          aria-label={label}
          maxLength={300}
          value={item.label}
          onChange={(event) => onRename(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={paste}
        />
        <div className="list-row__tools">
          <ToolButton icon="up" isBare isOff={isFirst} context={context} onClick={() => onMove(-1)}>
            {t('list.up')}
          </ToolButton>
          <ToolButton icon="down" isBare isOff={isLast} context={context} onClick={() => onMove(1)}>
            {t('list.down')}
          </ToolButton>
          {onToggle && (
            <ToolButton icon="settings" isBare isExpanded={isOpen} context={context} onClick={onToggle}>
              {t('list.settings')}
            </ToolButton>
          )}
          <ToolButton icon="remove" isBare isDangerous context={context} onClick={onRemove}>
            {t('list.remove')}
          </ToolButton>
        </div>
      </div>
      {item.marks.length > 0 && !isOpen && <p className="list-row__marks">{item.marks.join(', ')}</p>}
      {children && <div className="list-row__settings">{children}</div>}
    </li>
  )
}
