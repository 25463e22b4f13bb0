/** Pages about the collecting of a survey. */
export type FieldworkPart = 'postep' | 'cele' | 'ankieterzy' | 'ratunek'

/** A page about the collecting of a survey. */
export function fieldworkPath(surveyId: string, part: FieldworkPart): string {
  return `/ankiety/${surveyId}/${part}`
}
