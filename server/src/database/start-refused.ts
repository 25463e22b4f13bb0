/**
 * The server cannot start, and the person at the terminal can do something about it.
 * The message is one Polish sentence (or two) for that person; no stack trace is shown.
 */
export class StartRefusedError extends Error {
  override readonly name = 'StartRefusedError'
}

/** The code of a Node system error, such as `EACCES`; null for anything else. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

const SENTENCES: Readonly<Record<string, (place: string) => string>> = {
  EACCES: (place) =>
    `Brak prawa zapisu w folderze ${place}. Zmień uprawnienia albo wskaż inny folder opcją --data.`,
  EPERM: (place) =>
    `Brak prawa zapisu w folderze ${place}. Zmień uprawnienia albo wskaż inny folder opcją --data.`,
  EROFS: (place) => `Folder ${place} jest tylko do odczytu. Wskaż inny folder danych opcją --data.`,
  ENOSPC: (place) =>
    `Na dysku z folderem ${place} zabrakło miejsca. Zwolnij miejsce i uruchom program ponownie.`,
  EDQUOT: (place) =>
    `Wyczerpano limit miejsca na dysku w folderze ${place}. Zwolnij miejsce i uruchom program ponownie.`,
  ENOTDIR: (place) => `Ścieżka ${place} nie prowadzi do folderu. Wskaż folder danych opcją --data.`,
  ENOENT: (place) => `Nie można utworzyć folderu ${place}. Wskaż inny folder danych opcją --data.`,
  EEXIST: (place) => `Ścieżka ${place} nie prowadzi do folderu. Wskaż folder danych opcją --data.`,
}

/** Turns a full disk, a closed folder and the like into a refusal; anything else stays as it is. */
export function explainFileError(error: unknown, place: string): unknown {
  const sentence = SENTENCES[systemCode(error) ?? '']
  return sentence ? new StartRefusedError(sentence(place), { cause: error }) : error
}

/** Runs work on files of a folder, with its failures explained. */
export function withFilesOf<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explainFileError(error, place)
  }
}
