import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export interface Crumb {
  readonly label: string
  readonly to: string
}

interface BreadcrumbsProps {
  readonly crumbs: readonly Crumb[]
  readonly current: string
}

/** The way from the start page to this one; the page itself is not a link. */
export function Breadcrumbs({ crumbs, current }: BreadcrumbsProps) {
  const { t } = useTranslation('ui')
  return (
    <nav className="breadcrumbs no-print" aria-label={t('breadcrumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
    </nav>
  )
}
