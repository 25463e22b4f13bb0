import { NavLink } from 'react-router'
import './blocks.css'

export interface Tab {
  readonly to: string
  readonly label: string
  /** The page has pages of its own: it is the present one on them too. */
  readonly hasParts?: boolean
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
}

/** Sister pages of one subject, as links: each has its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.hasParts !== true}>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
