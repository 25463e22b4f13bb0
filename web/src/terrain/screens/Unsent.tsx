import { texts } from '../texts.ts'
import { visitsToSend, type Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'

interface UnsentProps {
  readonly desk: Desk
  readonly go: (screen: Screen) => void
}

const hourOf = (at: number) =>
  new Date(at).toLocaleString('pl-PL', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

/** How much is only on this device, and why. */
export function Unsent({ desk, go }: UnsentProps) {
  const { holdings, syncState, sync } = desk
  const count = holdings.queue.length
  const held = holdings.queue.filter(({ hold }) => hold !== null).length
  const visits = visitsToSend(holdings)
  const { isRunning, trouble, heardAt } = syncState
  const tone = held > 0 ? 'danger' : count > 0 ? 'warning' : 'good'
  return (
    <section class={`note app-note app-unsent tone-${tone}`} aria-labelledby="stan">
      <div role="status">
        <p id="stan">
          <strong>{texts.onlyHere(count)}</strong>
        </p>
        {held > 0 && <p>{texts.heldHere(held)}</p>}
        {visits > 0 && <p>{texts.visitsHere(visits)}</p>}
        {isRunning ? (
          <p>{texts.sending}</p>
        ) : (
          trouble !== null && (count + visits > 0 || trouble !== 'OFFLINE') && <p>{texts.trouble(trouble)}</p>
        )}
      </div>
      {heardAt !== null && <p class="hint">{texts.heard(hourOf(heardAt))}</p>}
      <p class="app-actions">
        {(trouble === 'SIGNED_OUT' || trouble === 'OTHER_ACCOUNT') && (
          <button type="button" class="primary small" onClick={() => go({ kind: 'sign-in' })}>
            {texts.home.signIn}
          </button>
        )}
        <button
          type="button"
          class="secondary small"
          aria-disabled={isRunning ? 'true' : undefined}
          onClick={() => void sync.round({ evenNothing: true })}
        >
          {count + visits > 0 ? texts.sendNow : texts.home.refresh}
        </button>
        <button type="button" class="secondary small" onClick={() => go({ kind: 'ledger' })}>
          {texts.home.ledger}
        </button>
      </p>
    </section>
  )
}
