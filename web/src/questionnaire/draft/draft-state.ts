import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { History, MergeConflict } from '@rozeznanie/core/questionnaire/editing'
import type { Inspection } from './inspect-draft.ts'

/** What the server knows of a questionnaire besides its text. */
export interface DraftFacts {
  readonly questionnaireId: string
  readonly draftId: string
  /** Whose copies of unsaved work lie in this browser. */
  readonly accountId: string
  readonly organisationName: string
  /** For keys of local questions; null when the organisation has several municipalities or none. */
  readonly municipalityCode: string | null
  /** The newest published version; null when none is. */
  readonly latestVersion: { readonly id: string; readonly number: number } | null
}

/** A state of the draft as the server keeps it. */
export interface StoredDraft {
  readonly revision: number
  readonly document: Questionnaire
  readonly savedAt: string
  readonly savedByName: string | null
}

/**
 * `waiting`: the pause after the last change is not over; `offline`: the server could not be reached and is asked
 * again; `conflict`: the person has to choose; `refused`: the server does not take the text as it is.
 */
export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused'

/** Another person saved meanwhile and the same places were changed. */
export interface DraftConflict {
  readonly theirs: StoredDraft
  /** Both texts joined, with theirs where both changed the same place. */
  readonly merged: Questionnaire
  readonly conflicts: readonly MergeConflict[]
}

/** `at` is when the copy was made, or when the other person saved. */
export type DraftNotice =
  | { readonly kind: 'restored'; readonly at: string }
  | {
      readonly kind: 'merged'
      readonly at: string
      readonly name: string | null
      readonly places: readonly string[]
      readonly hadOwn: boolean
    }

export interface DraftState {
  readonly status: 'loading' | 'missing' | 'failed' | 'ready'
  /** Why loading failed or the server refused; a Polish sentence. */
  readonly problem: string | null
  readonly facts: DraftFacts | null
  /** The last state that both this browser and the server know. */
  readonly base: StoredDraft | null
  readonly history: History<Questionnaire> | null
  readonly saving: Saving
  readonly conflict: DraftConflict | null
  readonly notices: readonly DraftNotice[]
  readonly inspection: Inspection | null
}

export const NOTHING_YET: DraftState = {
  status: 'loading',
  problem: null,
  facts: null,
  base: null,
  history: null,
  saving: 'saved',
  conflict: null,
  notices: [],
  inspection: null,
}

/** Has the person written something that the server does not have? */
export function hasUnsaved({ history, base }: DraftState): boolean {
  return history !== null && base !== null && history.present !== base.document
}
