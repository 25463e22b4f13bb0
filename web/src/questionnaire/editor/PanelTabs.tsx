import type { KeyboardEvent } from 'react'
import { useRef } from 'react'
import type { Panel } from './editor-desk.ts'
import { useDesk, useEditor, useOfDraft } from './use-editor.ts'

interface PanelTabsProps {
  readonly panels: readonly Panel[]
  readonly current: Panel
}

export const panelId = (panel: Panel): string => `panel-${panel}`
const tabId = (panel: Panel): string => `tab-${panel}`

/** The next or the last tab that an arrow leads to, around the ends. */
function neighbour(panels: readonly Panel[], current: Panel, key: string): Panel | undefined {
  const at = panels.indexOf(current)
  if (key === 'ArrowRight') return panels[(at + 1) % panels.length]
  if (key === 'ArrowLeft') return panels.at(at - 1)
  if (key === 'Home') return panels[0]
  return key === 'End' ? panels.at(-1) : undefined
}

/** Which panel is seen where not all of them fit. */
export function PanelTabs({ panels, current }: PanelTabsProps) {
  const { desk, t } = useEditor()
  const list = useRef<HTMLDivElement>(null)
  const count = useOfDraft(({ inspection }) => inspection?.problems.length ?? 0)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(panels, current, event.key)
    if (!next || event.altKey) return
    event.preventDefault()
    desk.change({ panel: next })
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus()
  }
  return (
    <div
      className="panel-tabs"
      role="tablist"
      aria-label={t('panels.label')}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {panels.map((panel) => (
        <button
          key={panel}
          id={tabId(panel)}
          type="button"
          role="tab"
          aria-selected={panel === current}
          aria-controls={panel === current ? panelId(panel) : undefined}
          tabIndex={panel === current ? 0 : -1}
          onClick={() => desk.change({ panel })}
        >
          {t(`panels.${panel}`)}
          {panel === 'problems' && count > 0 && (
            <span className="panel-tabs__count">
              <span className="visually-hidden">, </span>
              {count}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}

/** What a tab shows, said to belong to it. */
export function panelProps(panel: Panel, isTab: boolean, label: string) {
  return isTab
    ? ({ id: panelId(panel), role: 'tabpanel', 'aria-labelledby': tabId(panel) } as const)
    : ({ id: panelId(panel), role: 'region', 'aria-label': label } as const)
}

/** The panel that the person wishes to see. */
export function usePanel(): Panel {
  return useDesk(({ panel }) => panel)
}
