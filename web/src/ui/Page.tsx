import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { Breadcrumbs, type Crumb } from './Breadcrumbs.tsx'
import './page.css'
import { PageSubject, titleOf } from './page-title.ts'

interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly crumbs?: readonly Crumb[]
  /** Short name of the page in the breadcrumbs, when the title is long. */
  readonly crumbLabel?: string
  readonly children: ReactNode
}

/** One page of the workspace: names the browser's tab and takes the focus when the person comes from another page. */
export function Page({ title, lead, actions, crumbs, crumbLabel, children }: PageProps) {
  const subject = useContext(PageSubject)
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  const isFirstPage = key === 'default'

  useEffect(() => {
    document.title = titleOf(title, subject)
  }, [title, subject])
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    // Only a new page moves the focus: filters and tabs within the address' query do not.
  }, [pathname, isFirstPage])

  return (
    <div className="page">
      <header className="page__head">
        <div className="page__titles">
          {crumbs && <Breadcrumbs crumbs={crumbs} current={crumbLabel ?? title} />}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className="page__lead">{lead}</div>}
        </div>
        {actions && <div className="page__actions no-print">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
