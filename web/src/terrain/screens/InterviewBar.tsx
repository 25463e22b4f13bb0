import type { Saving } from '../draft-saver.ts'
import type { UnfinishedInterview } from '../storage/tablet.ts'
import { localityName } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import { Note } from './Shell.tsx'

interface InterviewBarProps {
  readonly desk: Desk
  readonly draft: UnfinishedInterview
  readonly saving: Saving
  onPause(): void
}

/** Above the form: the way out, which interview it is, and whether the last answer is on the disk. */
export function InterviewBar({ desk, draft, saving, onPause }: InterviewBarProps) {
  const { holdings, warnings } = desk
  const where = localityName(holdings, draft.surveyId, draft.localityId)
  const isFull = warnings.some(({ kind }) => kind === 'NO_ROOM')
  return (
    <>
      <div class="app-bar" role="region" aria-label={texts.interview.number(draft.number)}>
        <button type="button" class="secondary small" onClick={onPause}>
          {texts.interview.pause}
        </button>
        <p>
          {texts.interview.number(draft.number)}
          {where !== null && ` · ${where}`}
          {saving !== 'failed' && (
            <span class={`app-saving ${saving}`}>
              {saving === 'saved' ? texts.interview.saved : texts.interview.saving}
            </span>
          )}
        </p>
      </div>
      {saving === 'failed' && (
        <div role="alert">
          <Note tone="danger">
            <p>{texts.interview.failed}</p>
          </Note>
        </div>
      )}
      {isFull && saving !== 'failed' && (
        <Note tone="danger" isSpoken>
          <p>{texts.interview.littleRoom}</p>
        </Note>
      )}
    </>
  )
}
