/** Page of a survey's results. */
export const resultsPath = (surveyId: string): string => `/ankiety/${surveyId}/wyniki`
