import type { PlainTexts } from './plain-texts.ts'

/** A page of the form for a browser that runs no script: everything it does is a post of its one form. */
export interface PlainForm {
  /** The answers so far and the place among them, for the hidden field. */
  readonly state: string
  readonly texts: PlainTexts
  /** The day of the server. */
  readonly today: string
  /** To be told above the screen. */
  readonly note: string | null
  /** Takes the title of the window. */
  readonly onTitle: (title: string) => void
}

/** Id of the form that holds every control of a page. */
export const FORM_ID = 'strona'

/** Names of the form's own fields. */
export const STATE_FIELD = 'stan'
export const MOVE_FIELD = 'ruch'
export const LANGUAGE_FIELD = 'jezyk'
export const LOOK_FIELDS = { isCalm: 'uklad', letters: 'litery', colours: 'kolory' } as const
export const WHO_FIELD = 'kto'
export const TRAP_FIELD = 'temat'

/** Takes what was chosen of the look, and stays. */
export const LOOK_MOVE = 'wyglad'

let drawn: PlainForm | null = null

/** The plain page being drawn; always `null` where the script runs, and the branches for it are not built there. */
export const plainForm = (): PlainForm | null => (import.meta.env.MODE === 'plain' ? drawn : null)

/** Draws with a plain page, at one go. */
export function withPlainForm<Result>(form: PlainForm | null, draw: () => Result): Result {
  drawn = form
  try {
    return draw()
  } finally {
    drawn = null
  }
}

/** Where pages are posted. */
export const postAddress = (code: string): string => `/a/${code}/strona`
