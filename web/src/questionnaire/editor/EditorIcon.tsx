import type { ReactNode } from 'react'
import { Glyph } from '../../ui/Glyph.tsx'

export type EditorIconName =
  | 'up'
  | 'down'
  | 'move'
  | 'copy'
  | 'remove'
  | 'plus'
  | 'undo'
  | 'redo'
  | 'settings'
  | 'open'
  | 'condition'
  | 'help'

const SHAPES: Readonly<Record<EditorIconName, ReactNode>> = {
  up: <path d="M12 19V5.500M6 11l6-6 6 6" />,
  down: <path d="M12 5v13.500M6 13l6 6 6-6" />,
  move: <path d="M4 6h9M4 12h6M4 18h9M20 12h-7m7 0-3-3m3 3-3 3" />,
  copy: <path d="M8.500 8.500h11v11h-11zM15.500 8.500v-4h-11v11h4" />,
  remove: <path d="M5 7h14M9.500 7V4.500h5V7M7 7l.8 12.500h8.400L17 7M10.500 10.500v6M13.500 10.500v6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  undo: <path d="M8.500 5 4.500 9l4 4M5 9h9a5 5 0 0 1 0 10h-4" />,
  redo: <path d="m15.500 5 4 4-4 4M19 9h-9a5 5 0 0 0 0 10h4" />,
  settings: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.800v4.400M9 14.800v4.400" />,
  open: <path d="m6 9.500 6 6 6-6" />,
  help: (
    <path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM9.500 9.700c0-3.200 5-3.200 5 0 0 2-2.500 2-2.500 4M12 16.400v.3" />
  ),
  condition: <path d="M6 4v16M6 8h6c4 0 6 2 6 5v6m0 0-2.500-3m2.500 3 2.500-3" />,
}

/** A picture of an action; the button beside it has the words. */
export function EditorIcon({ name }: { readonly name: EditorIconName }) {
  return (
    <Glyph className="icon editor-icon" size={20} strokeWidth={1.8}>
      {SHAPES[name]}
    </Glyph>
  )
}
