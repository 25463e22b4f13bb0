import { useQuery } from '@apollo/client/react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { signInPath } from '../account/account.paths.ts'
import { graphql, readFragment } from '../gql/index.ts'
import { Footer } from './Footer.tsx'
import { Navigation } from './Navigation.tsx'
import { ShellQuery } from './Shell.tsx'
import { navigationFor } from './navigation-for.ts'

export const Workspace_viewer = graphql(`
  fragment Workspace_viewer on Viewer {
    accountId
    name
    email
    isAdministrator
    memberships {
      role
      organisation {
        id
        name
      }
    }
  }
`)

/** The signed-in part: sends others to the sign-in page, and a new installation to its first administrator. */
export function Workspace() {
  const { data } = useQuery(ShellQuery, { fetchPolicy: 'cache-only' })
  const { pathname, search } = useLocation()
  if (!data) return null
  if (data.installation.needsSetup) return <Navigate to="/pierwsze-uruchomienie" replace />
  if (!data.viewer) return <Navigate to={signInPath(pathname + search)} replace />
  const viewer = readFragment(Workspace_viewer, data.viewer)
  return (
    <div className="workspace">
      <Navigation items={navigationFor(viewer)} name={viewer.name} roles={rolesOf(viewer)} />
      <div className="workspace__content">
        <main className="workspace__main" id="tresc" tabIndex={-1}>
          <Outlet />
        </main>
        <Footer version={data.installation.version} />
      </div>
    </div>
  )
}

function rolesOf(viewer: Parameters<typeof navigationFor>[0]): readonly string[] {
  return [
    ...(viewer.isAdministrator ? ['ADMINISTRATOR'] : []),
    ...new Set(viewer.memberships.map(({ role }) => role)),
  ]
}
