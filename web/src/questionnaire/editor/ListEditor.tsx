import { type ReactNode, useState } from 'react'
import { fieldId } from '../../ui/field-ids.ts'
import type { ListItem } from './list-items.ts'
import { ListEditorRow } from './ListEditorRow.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

export interface ListActions {
  readonly rename: (index: number, label: string) => void
  /** Puts an empty item in and tells its id. */
  readonly insert: (index: number) => string
  readonly remove: (index: number) => void
  readonly move: (index: number, step: -1 | 1) => void
  /** Several lines were pasted into an item. */
  readonly paste: (index: number, text: string) => void
}

interface ListEditorProps {
  /** Name of the field, `question.<key>.options`: ids of the inputs come from it. */
  readonly name: string
  readonly title: string
  /** „Odpowiedź”, „Wiersz”: names one item together with its number. */
  readonly itemName: string
  readonly addLabel: string
  readonly items: readonly ListItem[]
  readonly actions: ListActions
  readonly settings?: (index: number) => ReactNode
  /** Buttons beside the one that adds. */
  readonly children?: ReactNode
}

/** A list of labels edited by typing: Enter adds the next one, Backspace in an empty one takes it out, Alt with arrows moves it. */
export function ListEditor(props: ListEditorProps) {
  const { name, title, itemName, addLabel, items, actions, settings, children } = props
  const { desk, t } = useEditor()
  const [openId, setOpenId] = useState<string | null>(null)
  const idAt = (index: number) => fieldId(index === 0 ? name : `${name}.${items[index]?.id}`)
  const addAt = (index: number) => {
    const id = actions.insert(index)
    desk.focus(fieldId(index === 0 ? name : `${name}.${id}`))
  }
  const removeAt = (index: number) => {
    const label = items[index]?.label
    const heir = index > 0 ? idAt(index - 1) : items.length > 1 ? fieldId(name) : addId
    actions.remove(index)
    desk.focus(heir)
    desk.say(t('list.removed', { label: label || itemName }))
  }
  const moveBy = (index: number, step: -1 | 1) => {
    const to = index + step
    if (to < 0 || to >= items.length) return desk.say(t(step < 0 ? 'list.first' : 'list.last'))
    actions.move(index, step)
    desk.focus(fieldId(to === 0 ? name : `${name}.${items[index]?.id}`))
    desk.say(
      t('list.moved', { label: items[index]?.label || itemName, position: to + 1, total: items.length }),
    )
  }
  const addId = `${fieldId(name)}-add`
  return (
    <fieldset className="field list-editor">
      <legend className="field__label">{title}</legend>
      <ol className="list-editor__items">
        {items.map((item, index) => (
          <ListEditorRow
            key={item.id}
            id={idAt(index)}
            item={item}
            label={t('list.item', { item: itemName, number: index + 1 })}
            isOpen={openId === item.id}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            onToggle={settings && (() => setOpenId(openId === item.id ? null : item.id))}
            onRename={(label) => actions.rename(index, label)}
            onAdd={() => addAt(index + 1)}
            onRemove={() => removeAt(index)}
            onMove={(step) => moveBy(index, step)}
            onPaste={(text) => actions.paste(index, text)}
          >
            {openId === item.id && settings?.(index)}
          </ListEditorRow>
        ))}
      </ol>
      <div className="list-editor__tools">
        <ToolButton icon="plus" id={addId} onClick={() => addAt(items.length)}>
          {addLabel}
        </ToolButton>
        {children}
      </div>
    </fieldset>
  )
}
