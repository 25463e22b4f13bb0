import { surveyPath } from '../survey/survey.paths.ts'

/** The workbench with one question, and the filter of the page one comes from. */
export function workbenchPath(
  surveyId: string,
  questionKeys: readonly string[] = [],
  filter?: URLSearchParams,
): string {
  const search = new URLSearchParams(filter)
  for (const key of questionKeys) search.append('pytanie', key)
  const query = search.toString()
  return `${surveyPath(surveyId, 'analiza')}${query === '' ? '' : `?${query}`}`
}

/** The surveys of the region, for its analysts. */
export function regionPath(): string {
  return '/region'
}

/** The workbench of the region's analysts. */
export function regionalWorkbenchPath(surveyId: string): string {
  return `${regionPath()}/${surveyId}`
}
