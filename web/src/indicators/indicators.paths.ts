/** The indicators of a survey. */
export function indicatorsPath(surveyId: string): string {
  return `/ankiety/${surveyId}/wskazniki`
}
