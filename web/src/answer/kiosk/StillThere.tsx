import { useEffect } from 'preact/hooks'
import { texts } from '../texts.ts'
import { personTextsIn } from './kiosk-texts.ts'
import { startAnew } from './leaving.ts'

interface StillThereProps {
  readonly secondsLeft: number
  readonly onStay: () => void
}

/** Covers the answers and asks whether anybody is still there. */
export function StillThere({ secondsLeft, onStay }: StillThereProps) {
  const words = personTextsIn(texts.code)
  useEffect(() => document.getElementById('jestem')?.focus(), [])
  return (
    <main class="kiosk-cover">
      <h1 id="czy-ktos">{words.stillThere}</h1>
      <p class="lead" role="timer">
        {words.stillThereLead(secondsLeft)}
      </p>
      <p class="go-on two">
        <button type="button" id="jestem" class="primary" onClick={onStay}>
          {words.stillHere}
        </button>
        <button type="button" class="secondary" onClick={() => startAnew()}>
          {words.startAnew}
        </button>
      </p>
    </main>
  )
}
