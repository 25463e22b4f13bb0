/** The forms of invited institutions of a survey, or one of them. */
export function institutionFormsPath(surveyId: string, formId?: string): string {
  const all = `/ankiety/${surveyId}/formularze`
  return formId === undefined ? all : `${all}/${formId}`
}
