/** The weights of a survey. */
export function weightsPath(surveyId: string): string {
  return `/ankiety/${surveyId}/wagi`
}

/** The making of new weights; from an earlier version, when it is named. */
export function newWeightsPath(surveyId: string, from?: number): string {
  return `${weightsPath(surveyId)}/nowe${from === undefined ? '' : `?z=${from}`}`
}
