import { useEffect, useState } from 'preact/hooks'
import { EndPage } from '../EndPages.tsx'
import { Heading } from '../Frame.tsx'
import type { Ending } from '../state.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { personTextsIn } from './kiosk-texts.ts'
import { startAnew } from './leaving.ts'

interface CountdownProps {
  readonly seconds: number
}

/** Makes room for the next person after a while, unless this one wants to keep reading. */
function Countdown({ seconds }: CountdownProps) {
  const words = personTextsIn(texts.code)
  const [left, setLeft] = useState(seconds)
  const [stays, setStays] = useState(false)
  useEffect(() => {
    if (stays) return
    if (left <= 0) return startAnew()
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left, stays])
  return (
    <div class="note">
      <p role="timer">{stays ? words.stays : words.next(left)}</p>
      {!stays && (
        <p class="go-on">
          <button type="button" class="secondary" onClick={() => setStays(true)}>
            {words.stay}
          </button>
        </p>
      )}
    </div>
  )
}

interface ThanksProps extends CountdownProps {
  readonly answering: Answering
  readonly ending: Ending
}

/** The last screen of one person. */
export function Thanks({ answering, ending, seconds }: ThanksProps) {
  return (
    <>
      <EndPage survey={answering.survey} ending={ending} answers={undefined} onAnother={() => startAnew()} />
      <Countdown seconds={seconds} />
    </>
  )
}

interface SealedThanksProps extends CountdownProps {
  /** The tablet has no valid pass any more. */
  readonly isRefused: boolean
}

/** The last screen of one person whose answers wait, sealed, for the network or for the attendant. */
export function SealedThanks({ seconds, isRefused }: SealedThanksProps) {
  const words = personTextsIn(texts.code)
  return (
    <>
      <Heading>{isRefused ? words.waitsForStaffTitle : words.waitsTitle}</Heading>
      <p class="lead">{isRefused ? words.waitsForStaffLead : words.waitsLead}</p>
      <p class="go-on">
        <button type="button" class="primary" onClick={() => startAnew()}>
          {words.startAnew}
        </button>
      </p>
      <Countdown seconds={seconds} />
    </>
  )
}
