export const LIBRARY_PATH = '/kwestionariusze'

/** The preview of a questionnaire. */
export function questionnairePath(key: string): string {
  return `${LIBRARY_PATH}/${encodeURIComponent(key)}`
}
