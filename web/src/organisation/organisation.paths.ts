export const ORGANISATIONS_PATH = '/organizacje'

/** The page of one organisation. */
export function organisationPath(id: string): string {
  return `${ORGANISATIONS_PATH}/${id}`
}
