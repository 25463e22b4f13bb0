import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { graphql } from '../gql/gql.ts'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import type { NavigationItem } from './navigation-for.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

interface NavigationProps {
  readonly items: readonly NavigationItem[]
  readonly name: string
  readonly roles: readonly string[]
}

/** Beside the page on a wide screen, behind a button on a phone. */
export function Navigation({ items, name, roles }: NavigationProps) {
  const { t } = useTranslation('app')
  const [isOpen, setIsOpen] = useState(false)
  const [signOut, { loading }] = useMutation(SignOut)
  // A full load leaves nothing of the person's data in the page.
  const leave = () => void signOut().then(({ error }) => !error && window.location.assign('/logowanie'))
  const close = () => setIsOpen(false)
  return (
    <header className={isOpen ? 'side side--open no-print' : 'side no-print'}>
      <div className="side__top">
        <Link to="/" className="side__home" onClick={close} aria-label={t('home')}>
          <Logo />
        </Link>
        <button
          type="button"
          className="side__toggle"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'close' : 'menu'} />
          {t('menu')}
        </button>
      </div>
      <div className="side__body" id="menu">
        <nav aria-label={t('mainMenu')}>
          <ul className="side__links">
            {items.map(({ to, label, icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} onClick={close}>
                  <Icon name={icon} />
                  {t(`navigation.${label}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="side__person">
          <p className="side__name">{name}</p>
          <p className="side__roles">
            {roles.map((role) => t(`role.${role}`, { ns: 'account' })).join(', ')}
          </p>
          <button type="button" className="side__leave" aria-disabled={loading || undefined} onClick={leave}>
            <Icon name="leave" />
            {t('signOut')}
          </button>
        </div>
      </div>
    </header>
  )
}
