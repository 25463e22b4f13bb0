import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'

/** Work that the server does not have yet, as it lies in this browser. */
export interface ShelvedDraft {
  readonly revision: number
  /** The text of that revision, so that the copy can be merged when others have saved since. */
  readonly base: Questionnaire
  readonly mine: Questionnaire
  readonly at: string
}

/** Where unsaved work survives a crash of the browser; one place per person and questionnaire. */
export interface DraftShelf {
  read(place: string): ShelvedDraft | null
  put(place: string, draft: ShelvedDraft): void
  clear(place: string): void
}

const NAME = 'rozeznanie.draft'

function parse(text: string): ShelvedDraft | null {
  try {
    const { revision, base, mine, at } = JSON.parse(text) as Readonly<Record<keyof ShelvedDraft, unknown>>
    if (typeof revision !== 'number' || typeof at !== 'string') return null
    return { revision, base: parseQuestionnaire(base), mine: parseQuestionnaire(mine), at }
  } catch {
    return null
  }
}

/** Runs what a browser may refuse (no room, storage switched off); the server still gets everything. */
function attempt<T>(step: () => T, otherwise: T): T {
  try {
    return step()
  } catch {
    return otherwise
  }
}

export const browserShelf: DraftShelf = {
  read: (place) => {
    const text = attempt(() => localStorage.getItem(`${NAME}.${place}`), null)
    return text === null ? null : parse(text)
  },
  put: (place, draft) =>
    attempt(() => localStorage.setItem(`${NAME}.${place}`, JSON.stringify(draft)), undefined),
  clear: (place) => attempt(() => localStorage.removeItem(`${NAME}.${place}`), undefined),
}
