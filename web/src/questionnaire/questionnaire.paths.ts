export const LIBRARY_PATH = '/kwestionariusze'
export const NEW_QUESTIONNAIRE_PATH = `${LIBRARY_PATH}/nowy`
export const IMPORT_QUESTIONNAIRE_PATH = `${LIBRARY_PATH}/import`

/** The form for a new questionnaire, with one to begin with chosen beforehand. */
export function newFromPath(key: string): string {
  return `${NEW_QUESTIONNAIRE_PATH}?${new URLSearchParams({ z: key }).toString()}`
}

/** The preview of a questionnaire. */
export function questionnairePath(key: string): string {
  return `${LIBRARY_PATH}/${encodeURIComponent(key)}`
}

/** The editor, with one question open. */
export function editorPath(key: string, questionKey?: string): string {
  const query = questionKey ? `?${new URLSearchParams({ pytanie: questionKey }).toString()}` : ''
  return `${questionnairePath(key)}/edycja${query}`
}
/** What the draft changes, and publishing it. */
export const changesPath = (key: string): string => `${questionnairePath(key)}/zmiany`
export const historyPath = (key: string): string => `${questionnairePath(key)}/historia`
export const translationsPath = (key: string): string => `${questionnairePath(key)}/tlumaczenia`
export const paperPath = (key: string): string => `${questionnairePath(key)}/druk`
export const exportPath = (key: string): string => `${questionnairePath(key)}/eksport`
