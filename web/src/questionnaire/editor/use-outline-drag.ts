import { placeOf, type QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { type PointerEvent, type RefObject, useState } from 'react'
import { outlineRowId } from './element-ids.ts'
import type { OutlineRow } from './outline-rows.ts'
import { moveToPlace, present } from './question-actions.ts'
import { type Editor, useEditor } from './use-editor.ts'

interface Drop {
  readonly target: OutlineRow['target']
  readonly side: 'before' | 'after'
}

/** The line under the pointer, and whether its upper or lower half. */
function dropUnder(list: HTMLElement, y: number): Drop | null {
  const lines = [...list.querySelectorAll<HTMLElement>('[data-target]')]
  const line = lines.find((one) => y < one.getBoundingClientRect().bottom) ?? lines.at(-1)
  if (!line?.dataset.target) return null
  const { top, height } = line.getBoundingClientRect()
  const target = line.dataset.target as OutlineRow['target']
  const isUpper = y < top + height / 2 && !target.startsWith('section:') && target !== 'facts'
  return { target, side: isUpper ? 'before' : 'after' }
}

/** Where a question dropped there would stand, itself not counted; null where it cannot. */
function placeAt(editor: Editor, rows: readonly OutlineRow[], key: string, drop: Drop): QuestionPlace | null {
  const row = rows.find(({ target }) => target === drop.target)
  if (row?.kind === 'section') return { sectionKey: row.section.key, index: 0 }
  if (row?.kind !== 'question' || row.question.key === key) return null
  const { sectionKey, rosterKey } = row
  const from = placeOf(present(editor), key)
  const isSibling = from?.sectionKey === sectionKey && from.rosterKey === rosterKey
  const before = row.position - 1 - (isSibling && from.index < row.position - 1 ? 1 : 0)
  const around = rosterKey === undefined ? { sectionKey } : { sectionKey, rosterKey }
  return { ...around, index: before + (drop.side === 'after' ? 1 : 0) }
}

/** Moves the list along when the pointer is near its ends. */
function scrollAlong(list: HTMLElement, y: number): void {
  const frame = list.closest<HTMLElement>('.editor-columns__outline') ?? document.documentElement
  const { top, bottom } = frame.getBoundingClientRect()
  const [upper, lower] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)]
  if (y < upper + 48) frame.scrollBy({ top: -14 })
  else if (y > lower - 48) frame.scrollBy({ top: 14 })
}

/** The click that ends a drag does not open the line under it. */
function swallowClick(): void {
  const stop = new AbortController()
  const swallow = (click: MouseEvent) => click.stopPropagation()
  document.addEventListener('click', swallow, { capture: true, signal: stop.signal })
  setTimeout(() => stop.abort())
}

/** Dragging questions by their grip; Escape lets go without moving. The keyboard has its own way. */
export function useOutlineDrag(rows: readonly OutlineRow[], list: RefObject<HTMLDivElement | null>) {
  const editor = useEditor()
  const [dropAt, setDropAt] = useState<Drop | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null
    const line = grip?.closest<HTMLElement>('[data-target]')
    const row = rows.find(({ target }) => target === line?.dataset.target)
    const tree = list.current
    if (!grip || !line || !tree || row?.kind !== 'question' || event.button !== 0) return
    event.preventDefault()
    const { key } = row.question
    const stop = new AbortController()
    const { signal } = stop
    let drop: Drop | null = null
    line.dataset.dragged = ''
    const letGo = (isMeant: boolean) => {
      stop.abort()
      delete line.dataset.dragged
      setDropAt(null)
      const place = isMeant && drop ? placeAt(editor, rows, key, drop) : null
      if (!place) return
      moveToPlace(editor, key, place)
      editor.desk.focus(outlineRowId(row.target))
    }
    const onMove = ({ clientY }: globalThis.PointerEvent) => {
      drop = dropUnder(tree, clientY)
      setDropAt(drop)
      scrollAlong(tree, clientY)
    }
    document.addEventListener('pointermove', onMove, { signal })
    document.addEventListener(
      'pointerup',
      () => {
        swallowClick()
        letGo(true)
      },
      { signal },
    )
    document.addEventListener('pointercancel', () => letGo(false), { signal })
    document.addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && letGo(false), {
      signal,
    })
  }
  return { dropAt, onPointerDown }
}
