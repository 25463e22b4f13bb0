import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import type { Target } from './editor-desk.ts'
import { outlineRowId } from './element-ids.ts'
import { openTarget } from './open-target.ts'
import type { OutlineRow } from './outline-rows.ts'
import { moveByStep, remove } from './question-actions.ts'
import { moveSectionByStep } from './section-actions.ts'
import { type Editor, useEditor } from './use-editor.ts'

function move(editor: Editor, row: OutlineRow, step: -1 | 1): void {
  const focusId = outlineRowId(row.target)
  if (row.kind === 'question') moveByStep(editor, row.question.key, step, focusId)
  if (row.kind === 'section') moveSectionByStep(editor, row.section.key, step, focusId)
}

function rowFor(rows: readonly OutlineRow[], from: number, key: string): OutlineRow | undefined {
  const parentLevel = (rows[from]?.level ?? 1) - 1
  switch (key) {
    case 'ArrowDown':
      return rows[from + 1]
    case 'ArrowUp':
      return rows[from - 1]
    case 'ArrowLeft':
      return rows.slice(0, from).findLast(({ level }) => level === parentLevel)
    case 'ArrowRight': {
      const next = rows[from + 1]
      return next && next.level > parentLevel + 1 ? next : undefined
    }
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return undefined
  }
}

/** Arrows go through the lines, with Alt they move the line itself; Enter opens it, Delete takes a question out. */
export function useOutlineKeys(rows: readonly OutlineRow[], list: RefObject<HTMLDivElement | null>) {
  const editor = useEditor()
  const [current, setCurrent] = useState<Target>()
  const focus = (row: OutlineRow | undefined) => {
    if (row) list.current?.querySelector<HTMLElement>(`#${CSS.escape(outlineRowId(row.target))}`)?.focus()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) =>
    setCurrent(
      (target.closest<HTMLElement>('[data-target]')?.dataset.target as Target | undefined) ?? undefined,
    )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const at = rows.findIndex(({ target }) => outlineRowId(target) === document.activeElement?.id)
    const row = rows[at]
    if (!row) return
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      move(editor, row, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Enter' || event.key === ' ') openTarget(editor, row.target)
    else if (event.key === 'Delete' && row.kind === 'question') {
      const heir = rows[at + 1] ?? rows[at - 1]
      remove(editor, row.question.key)
      if (heir) editor.desk.focus(outlineRowId(heir.target))
    } else {
      const next = rowFor(rows, at, event.key)
      if (!next) return
      focus(next)
    }
    event.preventDefault()
  }
  const isThere = rows.some(({ target }) => target === current)
  return { current: isThere ? current : undefined, onFocus, onKeyDown }
}
