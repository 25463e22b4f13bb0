import { useState } from 'preact/hooks'
import { mayDiscard, mayReopen, released } from '@rozeznanie/core/terrain'
import type { WaitingInterview } from '../storage/tablet.ts'
import { whenNobodySends } from '../surroundings.ts'
import { localityName, titleOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'

interface WaitingListProps {
  readonly desk: Desk
  readonly go: (screen: Screen, hash?: string) => void
}

/** Each interview that is only here: why, and what can be done. */
export function WaitingList({ desk, go }: WaitingListProps) {
  const held = desk.holdings.queue.filter(({ hold }) => hold !== null)
  return (
    <>
      {held.length > 0 && (
        <div class="note app-note tone-danger">
          <p>
            <strong>{texts.ledger.held}.</strong> {texts.ledger.heldLead}
          </p>
        </div>
      )}
      <ul class="app-list">
        {desk.holdings.queue.map((item) => (
          <li key={item.id}>
            <Waiting desk={desk} item={item} go={go} />
          </li>
        ))}
      </ul>
    </>
  )
}

function stateOf({ hold, mayBeThere, isRescued }: WaitingInterview): string {
  const state = hold
    ? [texts.hold(hold.reason), hold.message].filter(Boolean).join(' ')
    : mayBeThere
      ? texts.ledger.mayBeThere
      : texts.ledger.waits
  return isRescued ? `${state} (${texts.ledger.rescued})` : state
}

interface WaitingProps extends WaitingListProps {
  readonly item: WaitingInterview
}

function Waiting({ desk, item, go }: WaitingProps) {
  const { tablet, holdings, changed, sync } = desk
  const [isAsked, setAsked] = useState(false)
  /** The newest state of it, while nobody sends. */
  const withNewest = (work: (newest: WaitingInterview) => Promise<void>) =>
    whenNobodySends(async () => {
      const newest = (await tablet.read()).queue.find(({ id }) => id === item.id)
      if (newest) await work(newest)
    }).then(changed)
  const correct = () =>
    withNewest(async (newest) => {
      if (!mayReopen(newest)) return
      await tablet.reopen(newest)
      await changed()
      go({ kind: 'interview', id: newest.id }, newest.from.place)
    })
  const retry = () =>
    withNewest((newest) => tablet.note(released(newest))).then(() => sync.round({ evenNothing: true }))
  const discard = () =>
    withNewest(async (newest) => {
      if (mayDiscard(newest)) await tablet.discard(newest.id)
    })
  const place = [localityName(holdings, item.surveyId, item.localityId), titleOf(holdings, item.surveyId)]
  return (
    <>
      <p>
        <strong>{texts.interview.number(item.number)}</strong>
        {' · '}
        {[...place, texts.day(item.finishedOn)].filter(Boolean).join(' · ')}
      </p>
      <p>{stateOf(item)}</p>
      {isAsked ? (
        <div role="alert">
          <p>
            <strong>{texts.ledger.discardTitle}</strong> {texts.ledger.discardLead}
          </p>
          <p class="app-actions">
            <button type="button" class="secondary small" onClick={() => setAsked(false)}>
              {texts.interview.keep}
            </button>
            <button type="button" class="danger small" onClick={() => void discard()}>
              {texts.ledger.discard}
            </button>
          </p>
        </div>
      ) : (
        <p class="app-actions no-print">
          {mayReopen(item) && (
            <button type="button" class="secondary small" onClick={() => void correct()}>
              {texts.ledger.correct}
            </button>
          )}
          {item.hold && (
            <button type="button" class="secondary small" onClick={() => void retry()}>
              {texts.ledger.retry}
            </button>
          )}
          {mayDiscard(item) && (
            <button type="button" class="danger small" onClick={() => setAsked(true)}>
              {texts.ledger.discard}
            </button>
          )}
        </p>
      )}
    </>
  )
}
