import { checkViewName } from '@rozeznanie/core/analysis'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { deleteView, type NamedRequest, saveViewRow, type ViewDoing } from './saved-view.store.ts'

async function doingOf(context: Context, surveyId: string): Promise<ViewDoing | null> {
  const { viewer } = context
  if (!viewer || !(await mayOrganiseSurvey(context, surveyId))) return null
  return { surveyId, viewer, at: context.now() }
}

/**
 * Keeps what an organiser looks at under a name: anew, or instead of the view with this id, whose link stays.
 *
 * @returns the id of the view; `null` for a survey that the viewer does not organise, and for a view that is gone
 * @throws InvalidInputError at `name`: see `checkViewName`, and when another view of the survey has it
 */
export async function saveView(
  context: Context,
  { surveyId, viewId }: { readonly surveyId: string; readonly viewId: string | null },
  view: NamedRequest,
): Promise<string | null> {
  const doing = await doingOf(context, surveyId)
  if (doing === null || (viewId !== null && !isUuid(viewId))) return null
  const name = checkViewName(view.name)
  const saved = await saveViewRow(context.db, doing, viewId, { ...view, name })
  if (saved === 'taken') {
    const message = `Widok o nazwie „${name}” już jest. Proszę podać inną nazwę.`
    throw new InvalidInputError([{ path: 'name', message }])
  }
  return saved === 'missing' ? null : saved.id
}

/** Removes a view. @returns false for a survey that the viewer does not organise, and for a view that is gone */
export async function removeView(context: Context, surveyId: string, viewId: string): Promise<boolean> {
  const doing = await doingOf(context, surveyId)
  return doing !== null && isUuid(viewId) && deleteView(context.db, doing, viewId)
}
