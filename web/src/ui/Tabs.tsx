import { Link, useLocation } from 'react-router'
import { isWithin } from './is-within.ts'
import './blocks.css'

export interface Tab {
  readonly to: string
  readonly label: string
  /** The page has pages of its own: it is the present one on them too. */
  readonly hasParts?: boolean
  /** Addresses of the pages that stand behind this one, a level lower. */
  readonly covers?: readonly string[]
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** `second`: pages within one of the tabs above. */
  readonly level?: 'first' | 'second'
}

/** Sister pages of one subject, as links: each has its own address. */
export function Tabs({ label, tabs, level = 'first' }: TabsProps) {
  const { pathname } = useLocation()
  return (
    <nav className={level === 'second' ? 'tabs tabs--second no-print' : 'tabs no-print'} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={currentOf(tab, pathname)}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The page itself, or (`true`) what the present page is a part of. */
function currentOf(
  { to, hasParts = false, covers = [] }: Tab,
  pathname: string,
): 'page' | 'true' | undefined {
  if (covers.length > 0) return covers.some((page) => isWithin(pathname, page)) ? 'true' : undefined
  if (pathname === to) return 'page'
  return hasParts && isWithin(pathname, to) ? 'true' : undefined
}
