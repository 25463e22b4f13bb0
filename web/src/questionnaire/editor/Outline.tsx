import { memo, useEffect, useMemo, useRef } from 'react'
import { useQuestionnaire } from '../draft/use-draft.ts'
import type { Target } from './editor-desk.ts'
import { outlineRowId } from './element-ids.ts'
import { OutlineItem } from './OutlineItem.tsx'
import { outlineRows } from './outline-rows.ts'
import './outline.css'
import { addSectionAt } from './section-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useDesk, useEditor } from './use-editor.ts'
import { useOutlineDrag } from './use-outline-drag.ts'
import { useOutlineKeys } from './use-outline-keys.ts'

/** All sections and questions in their order: to find, to open and to move them. One stop of Tab, arrows within. */
export const Outline = memo(function Outline() {
  const editor = useEditor()
  const { store, t } = editor
  const questionnaire = useQuestionnaire(store)
  const rows = useMemo(() => outlineRows(questionnaire), [questionnaire])
  const list = useRef<HTMLDivElement>(null)
  const selected = useDesk((state) => state.selected)
  const { current, onFocus, onKeyDown } = useOutlineKeys(rows, list)
  const { dropAt, onPointerDown } = useOutlineDrag(rows, list)
  useEffect(() => {
    if (selected) document.getElementById(outlineRowId(selected))?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const tabStop = current ?? stopOf(rows, selected)
  return (
    <div className="outline">
      <h2 className="visually-hidden">{t('panels.outline')}</h2>
      <p className="visually-hidden" id="outline-hint">
        {t('outline.hint')}
      </p>
      <div
        className="outline__tree"
        role="tree"
        aria-label={t('panels.outline')}
        aria-describedby="outline-hint"
        ref={list}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={onPointerDown}
      >
        {rows.map((row) => (
          <OutlineItem
            key={row.target}
            target={row.target}
            level={row.level}
            position={row.position}
            siblings={row.siblings}
            section={row.kind === 'section' ? row.section : undefined}
            question={row.kind === 'question' ? row.question : undefined}
            isSelected={selected === row.target}
            isTabStop={tabStop === row.target}
            drop={dropAt?.target === row.target ? dropAt.side : undefined}
          />
        ))}
      </div>
      <ToolButton icon="plus" onClick={() => addSectionAt(editor, questionnaire.sections.length)}>
        {t('section.add')}
      </ToolButton>
    </div>
  )
})

/** The line that Tab reaches first: the one open for editing, else the first. */
function stopOf(rows: readonly { readonly target: Target }[], selected: Target | null): Target | undefined {
  return rows.find(({ target }) => target === selected)?.target ?? rows[0]?.target
}
