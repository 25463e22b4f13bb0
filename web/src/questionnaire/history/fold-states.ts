import { dayOf } from '../../i18n/format.ts'
import type { DraftStateKind } from '../../gql/graphql.ts'

/** A state of a draft as the history lists it. */
export interface HistoryState {
  readonly id: string
  readonly revision: number
  readonly kind: DraftStateKind
  /** An instant. */
  readonly savedAt: string
  readonly savedByName: string
  readonly restoredRevision: number | null
  readonly version: { readonly number: number } | null
  readonly questionCount: number
}

/** Saves of one person that belong together, newest first; anything but a save stands alone. */
export interface StateFold {
  readonly id: string
  readonly states: readonly [HistoryState, ...HistoryState[]]
}

/** A local day with what happened on it, newest first. */
export interface HistoryDay {
  /** `2026-11-22` */
  readonly day: string
  readonly folds: readonly StateFold[]
}

const HOUR = 60 * 60 * 1000
const dayOfState = ({ savedAt }: HistoryState): string => dayOf(new Date(savedAt))
const time = ({ savedAt }: HistoryState): number => new Date(savedAt).getTime()

/** Does an older save belong to those of the fold: the same person, the same day, within an hour of the newest? */
function belongs([newest]: StateFold['states'], older: HistoryState): boolean {
  return (
    newest.kind === 'SAVED' &&
    older.kind === 'SAVED' &&
    newest.savedByName === older.savedByName &&
    dayOfState(newest) === dayOfState(older) &&
    time(newest) - time(older) <= HOUR
  )
}

/** The history by day; the many automatic saves of one sitting are folded into one. */
export function foldStates(states: readonly HistoryState[]): readonly HistoryDay[] {
  const folds: StateFold[] = []
  for (const state of states) {
    const last = folds.at(-1)
    if (last && belongs(last.states, state))
      folds[folds.length - 1] = { ...last, states: [...last.states, state] }
    else folds.push({ id: state.id, states: [state] })
  }
  const days = [...new Set(folds.map(({ states: [newest] }) => dayOfState(newest)))]
  return days.map((day) => ({
    day,
    folds: folds.filter(({ states: [newest] }) => dayOfState(newest) === day),
  }))
}
