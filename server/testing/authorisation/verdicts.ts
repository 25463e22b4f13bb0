import { ACTORS } from '../test-app.ts'
import type { World } from './world.ts'

/**
 * What becomes of a request. `allowed`: the person passes, even if the rules then refuse what was sent.
 * `hidden`: nothing, as if the object were not there. `signIn`: nobody is signed in. `forbidden`: not for this person.
 */
export type Verdict = 'allowed' | 'hidden' | 'signIn' | 'forbidden'
export const EVERYBODY = ['anonymous', ...ACTORS] as const
export type Somebody = (typeof EVERYBODY)[number]
export type Verdicts = Readonly<Record<Somebody, Verdict>>

export interface FieldRow {
  /** The field with its arguments and its selection. */
  readonly call: (world: World) => string | Promise<string>
  readonly verdicts: Verdicts
}

export interface RouteRow {
  readonly url: (world: World) => string
  readonly verdicts: Verdicts
  /** Sent by POST instead of a file. */
  readonly json?: object
}

const same = (verdict: Verdict): Omit<Verdicts, 'anonymous'> => ({
  administrator: verdict,
  stranger: verdict,
  organiser: verdict,
  interviewer: verdict,
  analyst: verdict,
})
export const EVERYONE: Verdicts = { anonymous: 'allowed', ...same('allowed') }
export const SIGNED_IN: Verdicts = { anonymous: 'signIn', ...same('allowed') }
export const ADMINISTRATOR: Verdicts = { anonymous: 'signIn', ...same('forbidden'), administrator: 'allowed' }
export const MEMBERS: Verdicts = {
  anonymous: 'signIn',
  ...same('hidden'),
  organiser: 'allowed',
  interviewer: 'allowed',
}
export const ORGANISER: Verdicts = { anonymous: 'signIn', ...same('hidden'), organiser: 'allowed' }
export const ORGANISER_OR_FORBIDDEN: Verdicts = {
  anonymous: 'signIn',
  ...same('forbidden'),
  organiser: 'allowed',
}
export const ANALYST: Verdicts = { anonymous: 'signIn', ...same('forbidden'), analyst: 'allowed' }

export const quoted = (text: string) => JSON.stringify(text)
