import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Draft } from '../draft.ts'
import { placeBefore } from '../place.ts'
import { codeProblems } from '../resume/code-problems.ts'
import { laterTextsIn } from '../resume/later-texts.ts'
import type { LaterShown } from '../resume/LaterView.tsx'
import { park, resume, type Begun } from '../resume/park.ts'
import type { ParkedDoor } from '../resume/parked-door.ts'
import type { LaterWish } from './moves.ts'
import type { PlainState } from './plain-state.ts'

/** A form that may be put aside, where no script runs: its answers pass through the server anyway. */
export interface Holding {
  readonly survey: PublicSurvey
  readonly door: ParkedDoor
  /** As the page holds it. */
  readonly state: PlainState
  /** The code as it was typed. */
  readonly typed: string
}

/** What came of a wish: a screen, with the draft as it is now, or a form to go on with. */
export type LaterStep =
  | { readonly kind: 'shown'; readonly later: LaterShown; readonly draft: Draft | null }
  | { readonly kind: 'found'; readonly state: Begun }

async function putAside({ survey, door, state }: Holding, base?: number): Promise<LaterStep> {
  const { draft } = state
  if (!draft) return { kind: 'shown', later: { kind: 'problem', message: null }, draft }
  const outcome = await park(door, survey, { ...state, draft, place: placeBefore(state.place) }, base)
  if (outcome.kind === 'kept') {
    const later = { kind: 'kept', code: outcome.parked.code, until: outcome.until } as const
    return { kind: 'shown', later, draft: { ...draft, parked: outcome.parked } }
  }
  if (outcome.kind === 'elsewhere') return { kind: 'shown', later: outcome, draft }
  const message = outcome.kind === 'refused' ? outcome.message : null
  return { kind: 'shown', later: { kind: 'problem', message }, draft }
}

/** Does what was wished, in a language. */
export async function laterStep(holding: Holding, wish: LaterWish, language: string): Promise<LaterStep> {
  const { survey, door, state } = holding
  const { draft } = state
  const replaces = draft !== null && Object.keys(draft.answers).length > 0
  const codeForm = (typed: string, problems: readonly string[]): LaterStep => ({
    kind: 'shown',
    later: { kind: 'code', typed, problems, replaces },
    draft,
  })
  if (wish.kind === 'park') return putAside(holding, wish.base)
  if (wish.kind === 'code') return codeForm('', [])
  if (wish.kind === 'ask') {
    return { kind: 'shown', later: { kind: 'ask', hasCode: draft?.parked !== undefined }, draft }
  }
  const typed = wish.isOwn ? (draft?.parked?.code ?? '') : holding.typed
  const outcome = await resume(door, survey, typed)
  if (outcome.kind === 'found') return outcome
  return codeForm(typed, codeProblems(laterTextsIn(language), outcome))
}
