import type { ComponentType } from 'react'
import { PANELS, type Panel } from './editor-desk.ts'
import { Outline } from './Outline.tsx'
import { panelProps, PanelTabs, usePanel } from './PanelTabs.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { Questions } from './Questions.tsx'
import { useEditor } from './use-editor.ts'
import { useIsWide } from './use-is-wide.ts'

/** Three columns side by side, or one of four panels where they do not fit. */
export function EditorBody() {
  return useIsWide() ? <Columns /> : <OnePanel />
}

const BESIDE = ['preview', 'problems'] as const

function Columns() {
  const { t } = useEditor()
  const beside = usePanel() === 'problems' ? 'problems' : 'preview'
  return (
    <div className="editor-columns">
      <div className="editor-columns__outline" {...panelProps('outline', false, t('panels.outline'))}>
        <Outline />
      </div>
      <div className="editor-columns__questions" {...panelProps('questions', false, t('panels.questions'))}>
        <Questions />
      </div>
      <div className="editor-columns__beside">
        <PanelTabs panels={BESIDE} current={beside} />
        <div {...panelProps('preview', true, '')} hidden={beside !== 'preview'}>
          <PreviewPanel />
        </div>
        <div {...panelProps('problems', true, '')} hidden={beside !== 'problems'}>
          <ProblemsPanel />
        </div>
      </div>
    </div>
  )
}

const SHOWN: Readonly<Record<Panel, ComponentType>> = {
  outline: Outline,
  questions: Questions,
  preview: PreviewPanel,
  problems: ProblemsPanel,
}

function OnePanel() {
  const panel = usePanel()
  const Shown = SHOWN[panel]
  return (
    <div className="editor-single">
      <PanelTabs panels={PANELS} current={panel} />
      <div {...panelProps(panel, true, '')}>
        <Shown />
      </div>
    </div>
  )
}
