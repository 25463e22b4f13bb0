import type { PublicSurvey } from '@rozeznanie/core/survey'
import { keptDraft, saveDraft, type Draft } from './draft.ts'
import { rememberLook } from './look/look.ts'
import { memoryShelf } from './preview/in-memory.ts'
import type { Begun } from './resume/park.ts'
import type { Surroundings } from './surroundings.ts'
import { rememberLanguage } from './use-speech.ts'

/** The survey that the person goes on with: that of the version they began, where it differs. */
export async function surveyFor(survey: PublicSurvey, place: Surroundings): Promise<PublicSurvey> {
  const takesBegun = survey.status === 'OPEN' || survey.takesBegun === true
  const draft = takesBegun ? keptDraft(place.shelf, survey.code) : null
  if (draft === null || draft.questionnaireVersionId === survey.questionnaireVersionId) return survey
  const { surveyToFinish } = await import('./older-version.ts')
  return surveyToFinish(survey, place, draft, fetch.bind(window))
}

/** Surroundings that hold a form which was put aside; on a shelf of their own where the browser keeps nothing. */
export function holding(survey: PublicSurvey, around: Surroundings, begun: Begun | null): Surroundings {
  if (!begun) return around
  const { draft, language, look, place } = begun
  const isKept = saveDraft(around.shelf, survey.code, draft)
  const shelf = isKept ? around.shelf : memoryShelf()
  if (!isKept) saveDraft(shelf, survey.code, draft)
  rememberLanguage(shelf, language)
  rememberLook(survey, shelf, look)
  around.trail.show(place, 'replace')
  return { ...around, shelf }
}

/** What was put aside for another device is removed from the server once it has been sent. */
export function forgetParked(surveyCode: string, { parked }: Draft): void {
  if (!parked) return
  const remove = () =>
    import('./resume/parked-door.ts').then(({ parkedDoor }) => parkedDoor(surveyCode).remove(parked.name))
  remove().catch(() => undefined)
}
