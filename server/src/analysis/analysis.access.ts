import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'

/** Whether the viewer may see what people answered: an organiser of the organisation whose survey it is. */
export function mayReadAnswers({ viewer }: Pick<Context, 'viewer'>, organisationId: string): boolean {
  return viewer !== null && isOrganiserOf(viewer, organisationId)
}
