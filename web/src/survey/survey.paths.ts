const SURVEYS = '/ankiety'

/** The list of one's surveys. */
export function surveysPath(): string {
  return SURVEYS
}

/** The page of one survey; `part` names a sister page of it. */
export function surveyPath(
  id: string,
  part?: 'wyniki' | 'odpowiedzi-otwarte' | 'import' | 'raport' | 'plakat',
): string {
  return part ? `${SURVEYS}/${id}/${part}` : `${SURVEYS}/${id}`
}

/** The form that opens a survey, with a questionnaire chosen beforehand. */
export function openSurveyPath(questionnaireKey?: string): string {
  const query = questionnaireKey
    ? `?${new URLSearchParams({ kwestionariusz: questionnaireKey }).toString()}`
    : ''
  return `${SURVEYS}/nowa${query}`
}

/** The address that residents open. */
export function publicAddress(origin: string, answerPath: string): string {
  return `${origin}${answerPath}`
}

/** A file of the survey made by the server. */
export function surveyFilePath(id: string, file: 'qr.svg' | 'qr.png'): string {
  return `/download/surveys/${id}/${file}`
}
