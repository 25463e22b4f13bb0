import type { ComponentChildren } from 'preact'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Shelf } from '../draft.ts'
import { sendOnce, type Outcome } from '../send.ts'
import type { Answering } from '../use-answering.ts'
import type { Sent } from '../use-sending.ts'

/** The way past the code, where a survey takes codes. */
export interface CodeGate {
  /** Nothing where no code is taken. */
  readonly field: ComponentChildren
  /** The field only where the code is missing or was refused. */
  readonly fieldIfWanted: ComponentChildren
  /** Goes on with a code that can be one. */
  admit(goOn: () => void): void
}

const NO_GATE: CodeGate = { field: null, fieldIfWanted: null, admit: (goOn) => goOn() }
const useNoGate = (): CodeGate => NO_GATE

/** What only surveys that take codes need. */
type Gate = typeof import('./gate.ts')

let gate: Gate | null = null

/** Puts the gate in its place, where pages are drawn at one go and nothing can be fetched. */
export function placeGate(here: Gate): void {
  gate = here
}

/** Fetches the gate of a survey that takes codes; its pages can be drawn then. @throws when it does not come */
export async function fetchGate({ ticketKey }: Pick<PublicSurvey, 'ticketKey'>): Promise<Gate | null> {
  if (ticketKey !== undefined) gate ??= await import('./gate.ts')
  return gate
}

/**
 * Asks for the code of the letter before the first question, and again at the end where it is missing or was refused.
 *
 * @param isEarly - asks the server whether somebody may begin with it
 */
export function useCodeGate(answering: Answering, isEarly: boolean): CodeGate {
  return (gate?.useOpenGate ?? useNoGate)(answering, isEarly)
}

/** Sends the answers; where the survey takes codes, with the ticket that the kept code is exchanged for. Never throws. */
export async function sendThrough(
  survey: PublicSurvey,
  shelf: Shelf | null,
  submission: Sent,
  fetcher: typeof fetch,
): Promise<Outcome> {
  if (survey.ticketKey === undefined || submission.mode !== 'CAWI') {
    return sendOnce(`/a/${survey.code}/responses`, submission, fetcher)
  }
  const opened = await fetchGate(survey).catch(() => null)
  return opened ? opened.sendAdmitted(survey, shelf, submission, fetcher) : { kind: 'unreachable' }
}
