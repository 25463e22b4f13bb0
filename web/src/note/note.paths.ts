export const NOTES_PATH = '/notatki'
export const NEW_NOTE_PATH = `${NOTES_PATH}/nowa`

/** The page of one note from the field. */
export function notePath(id: string): string {
  return `${NOTES_PATH}/${id}`
}
