import type { Crosswalk, Questionnaire } from '@rozeznanie/core/questionnaire'
import {
  changeQuestion,
  freshKey,
  questionOf,
  renameKey,
  renewKey,
} from '@rozeznanie/core/questionnaire/editing'
import { type ChangeKind, revertChange } from '@rozeznanie/core/questionnaire/revision'
import { useMemo, useState } from 'react'
import type { DraftStore } from '../draft/draft-store.ts'
import { useDraftState } from '../draft/use-draft.ts'
import type { RevisionChange } from './change-groups.ts'

/** What was done last, for the person to read and to take back; `count` tells one deed from the next. */
export interface Deed {
  readonly kind: 'reverted' | 'renewed' | 'renewedJoined'
  readonly count: number
}

/** Ways of settling a change of the draft. */
export interface Remedies {
  readonly deed: Deed | null
  revert(change: RevisionChange): void
  /** Gives the question a new key, so that its answers stand apart; joined by a crosswalk when wanted. */
  renew(questionKey: string, isJoined: boolean): void
  /** What became of the old answers, as the person has said it so far; the server may not know it yet. */
  crosswalkOf(questionKey: string): Crosswalk | undefined
  relate(questionKey: string, crosswalk: Crosswalk | undefined): void
  /** Makes a question the old one again, under the key of the version before. */
  returnTo(questionKey: string, oldKey: string): void
  undo(): void
}

function renewed(
  [published, draft]: readonly [Questionnaire, Questionnaire],
  key: string,
  { isJoined, municipalityCode }: { readonly isJoined: boolean; readonly municipalityCode: string | null },
): Questionnaire {
  const question = questionOf(draft, key)
  if (question === null) return draft
  const newKey = freshKey(draft, question.text, municipalityCode)
  const next = renewKey(draft, key, newKey, { crosswalk: isJoined, published })
  return changeQuestion(next, newKey, ({ core: _locked, ...own }) => own)
}

/** The new question under the old key again; what made it a new one shows again as a change of the old one. */
function returned(
  [published, draft]: readonly [Questionnaire, Questionnaire],
  key: string,
  oldKey: string,
): Questionnaire {
  const old = questionOf(published, oldKey)
  return changeQuestion(renameKey(draft, key, oldKey), oldKey, ({ crosswalk: _gone, ...own }) =>
    old?.core ? { ...own, core: true } : own,
  )
}

/** Settles changes in the draft; whatever is done can be undone. */
export function useRemedies(store: DraftStore, published: Questionnaire): Remedies {
  const [deed, setDeed] = useState<Deed | null>(null)
  const present = useDraftState(store, (state) => state.history?.present)
  const tell = (kind: Deed['kind']) => {
    setDeed((last) => ({ kind, count: (last?.count ?? 0) + 1 }))
    // What is left to settle shows when the server has it, so nobody waits for the pause after typing.
    void store.save()
  }
  return useMemo(
    () => ({
      deed,
      revert({ kind, questionKey, sectionKey, part, optionCode }) {
        const place = {
          part,
          ...(questionKey === null ? {} : { questionKey }),
          ...(sectionKey === null ? {} : { sectionKey }),
          ...(optionCode === null ? {} : { code: optionCode }),
        }
        // The server tells the kinds of core as they are.
        store.edit((draft) => revertChange(published, draft, { kind: kind as ChangeKind, place }))
        tell('reverted')
      },
      renew(questionKey, isJoined) {
        const municipalityCode = store.getState().facts?.municipalityCode ?? null
        store.edit((draft) => renewed([published, draft], questionKey, { isJoined, municipalityCode }))
        tell(isJoined ? 'renewedJoined' : 'renewed')
      },
      crosswalkOf: (questionKey) => (present ? questionOf(present, questionKey)?.crosswalk : undefined),
      relate: (questionKey, crosswalk) =>
        store.edit(
          (draft) => changeQuestion(draft, questionKey, (question) => ({ ...question, crosswalk })),
          `crosswalk.${questionKey}`,
        ),
      returnTo(questionKey, oldKey) {
        store.edit((draft) => returned([published, draft], questionKey, oldKey))
        tell('reverted')
      },
      undo() {
        store.undo()
        setDeed(null)
        void store.save()
      },
    }),
    [store, published, present, deed],
  )
}
