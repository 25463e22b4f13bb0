/** The page of one-time codes of a survey. */
export function codesPath(surveyId: string): string {
  return `/ankiety/${surveyId}/kody`
}

export type LetterFile = 'letters.pdf' | 'labels.pdf' | 'reminders.pdf' | 'codes.csv' | 'reminders.csv'

/** A file of the letters of a batch, or of one of its letters. */
export function letterFilePath(surveyId: string, batch: number, file: LetterFile, serial?: number): string {
  const query = serial === undefined ? '' : `?list=${serial}`
  return `/download/surveys/${surveyId}/invitations/${batch}/${file}${query}`
}
