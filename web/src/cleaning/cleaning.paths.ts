/** The pages of quality of one survey; without a part the list of responses to look at. */
export function qualityPath(surveyId: string, part?: 'sporne' | 'wpisy' | 'dziennik'): string {
  return `/ankiety/${surveyId}/jakosc${part === undefined ? '' : `/${part}`}`
}

/** One response, opened to be looked at. */
export function responsePath(surveyId: string, responseId: string): string {
  return `/ankiety/${surveyId}/jakosc/ankieta/${responseId}`
}

/** The whole cleaning log as a file. */
export function logFilePath(surveyId: string): string {
  return `/download/surveys/${surveyId}/cleaning.csv`
}
