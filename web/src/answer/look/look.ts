import type { Audience } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Shelf } from '../draft.ts'

export const LETTERS = ['usual', 'bigger', 'biggest'] as const
export const COLOURS = ['usual', 'dark-on-light', 'light-on-dark'] as const

/** How the page shows itself to this person. */
export interface Look {
  /** Big letters, one question at a time, easier words, nothing beside the way on and the way back. */
  readonly isCalm: boolean
  readonly letters: (typeof LETTERS)[number]
  readonly colours: (typeof COLOURS)[number]
}

const USUAL: Look = { isCalm: false, letters: 'usual', colours: 'usual' }
/** Whose surveys are calm unless the person chooses otherwise. */
const CALM_FOR: readonly Audience[] = ['SENIOR']

/** The look of a survey before anybody chose another. */
export function firstLook({ questionnaire }: Pick<PublicSurvey, 'questionnaire'>): Look {
  return { ...USUAL, isCalm: CALM_FOR.includes(questionnaire.audience) }
}

/** A look in words: what is kept of it, and the classes of the document that it is drawn by. */
export function printLook({ isCalm, letters, colours }: Look): string {
  return [isCalm ? 'calm' : 'dense', `letters-${letters}`, `colours-${colours}`].join(' ')
}

/** Reads a look; what is missing or unknown in it is as in the other one. */
export function readLook(text: string | null, before: Look): Look {
  const words = (text ?? '').split(' ')
  return {
    isCalm: words.includes('calm') || (before.isCalm && !words.includes('dense')),
    letters: LETTERS.find((one) => words.includes(`letters-${one}`)) ?? before.letters,
    colours: COLOURS.find((one) => words.includes(`colours-${one}`)) ?? before.colours,
  }
}

const KEY = 'rozeznanie:wyglad'

/** The look chosen in this tab before; the survey's own one otherwise. */
export function rememberedLook(survey: Pick<PublicSurvey, 'questionnaire'>, shelf: Shelf | null): Look {
  const first = firstLook(survey)
  try {
    return readLook(shelf?.getItem(KEY) ?? null, first)
  } catch {
    return first
  }
}

/** Keeps the choice on the device, in this tab; nothing where it is the survey's own look. */
export function rememberLook(
  survey: Pick<PublicSurvey, 'questionnaire'>,
  shelf: Shelf | null,
  look: Look,
): void {
  const printed = printLook(look)
  try {
    if (printed === printLook(firstLook(survey))) shelf?.removeItem(KEY)
    else shelf?.setItem(KEY, printed)
  } catch {
    // Where nothing may be kept, the choice holds until the page is left.
  }
}
