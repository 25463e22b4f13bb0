import type { Viewer } from '@rozeznanie/core/account'
import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { forbidden, notSignedIn } from '../kernel/refusals.ts'

/** @returns the signed-in person @throws UNAUTHENTICATED */
export function requireViewer({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (viewer === null) throw notSignedIn()
  return viewer
}

/** @throws UNAUTHENTICATED, FORBIDDEN */
export function requireAdministrator(context: Pick<Context, 'viewer'>): Viewer {
  const viewer = requireViewer(context)
  if (!viewer.isAdministrator) throw forbidden()
  return viewer
}

/** @throws UNAUTHENTICATED, FORBIDDEN: the same for an organisation that is not there */
export function requireOrganiserOf(context: Pick<Context, 'viewer'>, organisationId: string): Viewer {
  const viewer = requireViewer(context)
  if (!isOrganiserOf(viewer, organisationId)) throw forbidden()
  return viewer
}
