export const MUNICIPALITIES_PATH = '/gminy'

/** The page of one municipality by its six digits. */
export function municipalityPath(code: string): string {
  return `${MUNICIPALITIES_PATH}/${code}`
}
