/** Page of the data files and the codebook of a survey. */
export const microdataPath = (surveyId: string): string => `/ankiety/${surveyId}/dane`
