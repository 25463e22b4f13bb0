/** Page that brings existing answers into a survey. */
export const importPath = (surveyId: string): string => `/ankiety/${surveyId}/import`
