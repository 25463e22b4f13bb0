/** Page of the open answers of a survey; with one question chosen when it is named. */
export function openAnswersPath(surveyId: string, questionKey?: string): string {
  const query =
    questionKey === undefined ? '' : `?${new URLSearchParams({ pytanie: questionKey }).toString()}`
  return `/ankiety/${surveyId}/odpowiedzi-otwarte${query}`
}
