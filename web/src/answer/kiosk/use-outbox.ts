import { useCallback, useEffect, useState } from 'preact/hooks'
import { outboxOf, sweep, type KioskKey, type Outbox, type Sweep } from './sealed-outbox.ts'

const EVERY_MS = 30_000
const NOTHING: Sweep = { waiting: 0, refused: 0 }

export interface Waiting extends Sweep {
  readonly outbox: Outbox
  sendNow(): void
}

/** Sends what waits on this tablet: now, when the network comes back, and every half a minute. */
export function useOutbox(surveyCode: string, { surveyId, pass }: KioskKey): Waiting {
  const [state, setState] = useState(NOTHING)
  const [outbox] = useState(() => outboxOf({ surveyId }))
  const sendNow = useCallback(() => {
    // Two tabs would only send the same twice, which changes nothing.
    sweep({ surveyCode, pass }, outbox).then(setState, () => undefined)
  }, [surveyCode, pass, outbox])
  useEffect(() => {
    sendNow()
    const timer = setInterval(sendNow, EVERY_MS)
    window.addEventListener('online', sendNow)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', sendNow)
    }
  }, [sendNow])
  return { ...state, outbox, sendNow }
}
