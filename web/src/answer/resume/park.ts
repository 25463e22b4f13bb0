import { makeParkedCode, PARKED_CODE_BYTES, readParkedCode, type CodeReading } from '@rozeznanie/core/parked'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Draft } from '../draft.ts'
import { firstLook } from '../look/look.ts'
import { printState, readState, type PlainState } from '../plain/plain-state.ts'
import type { KeepOutcome, ParkedDoor } from './parked-door.ts'
import { keysOf, open, seal } from './sealing.ts'

/** Where the draft of a form stands aside. */
export type Parked = NonNullable<Draft['parked']>

/** A form with answers, as it is put aside. */
export type Begun = PlainState & { readonly draft: Draft }

/** What came of putting a form aside; `parked` is to be remembered with the draft. */
export type ParkOutcome =
  | { readonly kind: 'kept'; readonly parked: Parked; readonly until: string }
  | Exclude<KeepOutcome, { readonly kind: 'kept' }>

/** What came of looking for a form by its code. */
export type ResumeOutcome =
  | { readonly kind: 'found'; readonly state: Begun }
  | { readonly kind: 'misread'; readonly reading: Exclude<CodeReading, { readonly kind: 'read' }> }
  | { readonly kind: 'none' | 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string }

const newCode = () => makeParkedCode(crypto.getRandomValues(new Uint8Array(PARKED_CODE_BYTES)))

/**
 * Puts a form aside: sealed here by its code, for the server cannot read it. A form that has a code keeps it.
 *
 * @param base - the revision that is replaced, where another device was first
 */
export async function park(
  door: ParkedDoor,
  { code: surveyCode }: Pick<PublicSurvey, 'code'>,
  { draft, ...rest }: Begun,
  base = draft.parked?.revision ?? 0,
): Promise<ParkOutcome> {
  const code = draft.parked?.code ?? newCode()
  const keys = await keysOf(surveyCode, code)
  const { parked: _where, ...content } = draft
  const sealed = await seal(keys, printState({ ...rest, draft: content }))
  const record = { name: keys.name, base, sealed }
  const outcome = await door.keep(record)
  // The reply may have been lost on the way back: the same bytes again change nothing.
  const sure = outcome.kind === 'unreachable' ? await door.keep(record) : outcome
  if (sure.kind !== 'kept') return sure
  return { kind: 'kept', parked: { code, name: keys.name, revision: sure.revision }, until: sure.until }
}

/** Finds a form by its code as a person typed it, and opens it. */
export async function resume(door: ParkedDoor, survey: PublicSurvey, typed: string): Promise<ResumeOutcome> {
  const reading = readParkedCode(typed)
  if (reading.kind !== 'read') return { kind: 'misread', reading }
  const keys = await keysOf(survey.code, reading.code)
  const found = await door.find(keys.name)
  if (found.kind !== 'found') return found
  const text = await open(keys, found.sealed)
  const state = text === null ? null : readState(text, firstLook(survey))
  if (!state?.draft) return { kind: 'none' }
  const parked = { code: reading.code, name: keys.name, revision: found.revision }
  return { kind: 'found', state: { ...state, draft: { ...state.draft, parked } } }
}
