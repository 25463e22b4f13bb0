import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { mergeDrafts, type History, type MergeConflict } from '@rozeznanie/core/questionnaire/editing'
import type { StoredDraft } from './draft-state.ts'

interface Meeting {
  /** All own steps with the other person's changes in each, so that undoing never takes those away. */
  readonly history: History<Questionnaire>
  readonly conflicts: readonly MergeConflict[]
}

/** Brings what another person saved into everything this person has done since `base`. */
export function meetTheirs(
  history: History<Questionnaire>,
  base: Questionnaire,
  theirs: StoredDraft,
): Meeting {
  const join = (mine: Questionnaire) =>
    mine === base ? { merged: theirs.document, conflicts: [] } : mergeDrafts(base, mine, theirs.document)
  const { merged, conflicts } = join(history.present)
  return {
    history: {
      past: history.past.map((step) => join(step).merged),
      present: merged,
      future: history.future.map((step) => join(step).merged),
    },
    conflicts,
  }
}
