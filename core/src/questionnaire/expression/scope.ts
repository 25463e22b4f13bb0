import { ownValue, type RawAnswers } from './values.ts'

/** What an expression sees when it is evaluated. */
export interface Scope {
  /** The answer under a key (`q`, `q.inne`), `undefined` when there is none that counts. */
  answerTo(key: string): unknown
  /** Is this the key of a roster? Told apart from other absent answers, so that none of something counts as 0. */
  isRoster?(key: string): boolean
  /** What `$row`, `$option` and `this` stand for. */
  readonly row?: string
  readonly option?: string
  readonly own?: unknown
  /** The day of answering, `2026-11-22`; without it `today()` is absent. */
  readonly today?: string
}

/** A scope of these answers alone. */
export function scopeOf(answers: RawAnswers, rest: Omit<Scope, 'answerTo'> = {}): Scope {
  return { ...rest, answerTo: (key) => ownValue(answers, key) }
}

/** The scope of one item of a roster: its own answers first, then those around it. */
export function itemScope(outer: Scope, item: unknown): Scope {
  return {
    ...outer,
    answerTo: (key) => {
      const own = ownValue(item, key)
      return own === undefined ? outer.answerTo(key) : own
    },
  }
}
