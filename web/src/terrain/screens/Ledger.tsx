import { localDayOf } from '@rozeznanie/core/survey'
import { ledgerTable } from '../ledger-table.ts'
import { rescueFile } from '../storage/device.ts'
import { isToSend } from '../storage/tablet.ts'
import { saveFile, whenNobodySends } from '../surroundings.ts'
import { localityName, titleOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'
import { Note, Shell } from './Shell.tsx'
import { WaitingList } from './WaitingList.tsx'

interface LedgerProps {
  readonly desk: Desk
  readonly go: (screen: Screen, hash?: string) => void
}

/** Saves all interviews of this device as one sealed file, and remembers which are in it. */
export async function saveRescueFile({ tablet, changed }: Desk): Promise<void> {
  await whenNobodySends(async () => {
    const { queue } = await tablet.read()
    const name = texts.ledger.rescueName(localDayOf(new Date()))
    saveFile(name, 'application/json', await rescueFile(tablet.database))
    for (const item of queue) if (!item.isRescued) await tablet.note({ ...item, isRescued: true })
  })
  await changed()
}

/** What waits and what the server has, in words; it never expires. */
export function Ledger({ desk, go }: LedgerProps) {
  const { holdings } = desk
  const refusedVisits = holdings.visits.filter((visit) => !isToSend(visit) && visit.refusal !== undefined)
  return (
    <Shell title={texts.ledger.title}>
      <p class="no-print">
        <button type="button" class="quiet back" onClick={() => go({ kind: 'home' })}>
          {texts.ledger.back}
        </button>
      </p>
      <section class="app-card">
        <h2>{texts.ledger.waiting}</h2>
        {holdings.queue.length === 0 ? (
          <p>{texts.ledger.nothingWaiting}</p>
        ) : (
          <>
            <WaitingList desk={desk} go={go} />
            <p class="hint">{texts.ledger.rescueLead}</p>
            <p class="no-print">
              <button type="button" class="secondary" onClick={() => void saveRescueFile(desk)}>
                {texts.ledger.rescue}
              </button>
            </p>
          </>
        )}
      </section>
      {refusedVisits.length > 0 && (
        <Note>
          <h2>{texts.ledger.refusedVisits}</h2>
          <ul class="app-list">
            {refusedVisits.map(({ id, day, outcome, refusal }) => (
              <li key={id}>
                {texts.day(day)} · {texts.outcome(outcome)}. {refusal}{' '}
                <button
                  type="button"
                  class="secondary small"
                  onClick={() => void desk.tablet.dropVisits([id]).then(desk.changed)}
                >
                  {texts.ledger.dropVisit}
                </button>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Sent desk={desk} />
    </Shell>
  )
}

function Sent({ desk }: Pick<LedgerProps, 'desk'>) {
  const { holdings, today } = desk
  const { ledger } = holdings
  if (ledger.length === 0) {
    return (
      <section class="app-card">
        <h2>{texts.ledger.sent}</h2>
        <p>{texts.ledger.nothingSent}</p>
      </section>
    )
  }
  const save = () => saveFile(texts.ledger.fileName(today()), 'text/csv;charset=utf-8', ledgerTable(holdings))
  return (
    <section class="app-card">
      <h2>
        {texts.ledger.sent}: {texts.interviews(ledger.length)}
      </h2>
      <p class="app-actions no-print">
        <button type="button" class="secondary small" onClick={() => window.print()}>
          {texts.ledger.print}
        </button>
        <button type="button" class="secondary small" onClick={save}>
          {texts.ledger.save}
        </button>
      </p>
      <ul class="app-list">
        {[...ledger].reverse().map((entry) => (
          <li key={entry.id}>
            <strong>{texts.interview.number(entry.number)}</strong> ·{' '}
            <span class="number">{entry.receipt}</span>
            <br />
            {[
              localityName(holdings, entry.surveyId, entry.localityId),
              titleOf(holdings, entry.surveyId),
              `${texts.ledger.sentOn.toLowerCase()} ${texts.day(entry.sentOn)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
