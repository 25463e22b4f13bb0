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
