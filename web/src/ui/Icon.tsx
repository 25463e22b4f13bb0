import type { ReactNode } from 'react'
import { Glyph } from './Glyph.tsx'

export type IconName =
  | 'home'
  | 'survey'
  | 'note'
  | 'questionnaire'
  | 'map'
  | 'organisation'
  | 'people'
  | 'region'
  | 'info'
  | 'check'
  | 'warning'
  | 'lock'
  | 'menu'
  | 'close'
  | 'leave'

const SHAPES: Readonly<Record<IconName, ReactNode>> = {
  home: <path d="M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5" />,
  survey: <path d="M6 4.5h12v15H6zM9 9h6M9 12.5h6M9 16h3.5" />,
  note: <path d="M5.5 4.5h13v9.500l-5 5.500h-8zM18.5 14h-5v5.500M9 8.500h6M9 12h3.5" />,
  questionnaire: <path d="M4.5 6.5h2v2h-2zM4.5 15.5h2v2h-2zM10 7.5h9.5M10 16.5h9.5M10 12h6" />,
  map: (
    <path d="M12 20.5c4-4.6 6-8 6-10.6A6 6 0 0 0 6 9.900c0 2.6 2 6 6 10.600zM12 12a2.2 2.2 0 1 0 0-4.400A2.2 2.2 0 0 0 12 12z" />
  ),
  organisation: (
    <path d="M4 20h16M5.5 20V9.500L12 5l6.5 4.500V20M9.5 20v-5h5v5M9 11.500h1.500M13.5 11.500H15" />
  ),
  people: (
    <path d="M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c.4-3.3 2.5-5 5.5-5s5.1 1.7 5.5 5M15.5 11a2.5 2.5 0 1 0-.8-4.900M16.5 14c2.3.3 3.7 1.8 4 4.5" />
  ),
  region: <path d="M4 6.5 9.5 4l5.5 2.500L20 4v13.500L14.5 20 9 17.5 4 20zM9.5 4v13.500M15 6.500V20" />,
  info: <path d="M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11.200v5M12 7.800v.4" />,
  check: <path d="M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8 12.300l2.8 2.800L16 9.5" />,
  warning: <path d="M12 4 21 19.500H3zM12 10v4.500M12 16.900v.4" />,
  lock: <path d="M6.5 11h11v8.500h-11zM9 11V8a3 3 0 0 1 6 0v3M12 14.500v2" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  leave: <path d="M10 4.500H5v15h5M14 8l4.5 4-4.5 4M9.5 12h9" />,
}

interface IconProps {
  readonly name: IconName
  /** Said instead of the picture; without it the picture is decoration. */
  readonly label?: string
}

export function Icon({ name, label }: IconProps) {
  return (
    <Glyph className="icon" size={24} strokeWidth={1.7} label={label}>
      {SHAPES[name]}
    </Glyph>
  )
}
