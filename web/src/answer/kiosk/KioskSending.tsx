import { useEffect, useRef, useState } from 'preact/hooks'
import { Heading } from '../Frame.tsx'
import { sendOnce } from '../send.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'
import { submissionOf } from '../use-sending.ts'
import { sealForm, type KioskKey, type Outbox } from './sealed-outbox.ts'
import { SealedThanks } from './Thanks.tsx'

interface KioskSendingProps {
  readonly answering: Answering
  readonly kioskKey: KioskKey
  readonly outbox: Outbox
  readonly thanksSeconds: number
  /** One more waits for the network. */
  readonly onSealed: () => void
}

const TRIES = 2
const PAUSE_MS = 1_500

/** Sends the answers; where there is no network they are sealed, so that the next person can have the tablet. */
export function KioskSending(props: KioskSendingProps) {
  const { answering, thanksSeconds } = props
  const { draft } = answering.state
  const [phase, setPhase] = useState<'sending' | 'offline' | 'refused' | 'failed'>('sending')
  const latestRef = useRef(props)
  useEffect(() => {
    latestRef.current = props
  })
  const [rounds, setRounds] = useState(1)
  useEffect(() => {
    const { answering: begun, kioskKey, outbox } = latestRef.current
    const { survey, state } = begun
    if (!state.draft) return
    let isCurrent = true
    const submission = { ...submissionOf(survey, state.draft), mode: 'KIOSK' as const }
    const { pass } = kioskKey
    const sent = { ...submission, ...(pass !== null && { kioskPass: pass }) }
    const send = async () => {
      let why: 'offline' | 'refused' = 'offline'
      for (let tries = 1; tries <= TRIES; tries += 1) {
        const outcome = await sendOnce(`/a/${survey.code}/responses`, sent, fetch.bind(window))
        if (!isCurrent) return
        if (outcome.kind === 'code') {
          // Somebody renewed the pass in the meantime. The answers are not this person's to lose.
          why = 'refused'
          break
        }
        if (outcome.kind !== 'unreachable') return latestRef.current.answering.finish(outcome)
        if (tries < TRIES) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
      // The server may have it already: the same content under the same id changes nothing there.
      await outbox.put(await sealForm(kioskKey, submission))
      latestRef.current.onSealed()
      if (isCurrent) setPhase(why)
    }
    send().catch(() => isCurrent && setPhase('failed'))
    return () => {
      isCurrent = false
    }
  }, [draft?.id, rounds])
  const again = () => {
    setPhase('sending')
    setRounds((count) => count + 1)
  }
  if (phase === 'offline' || phase === 'refused') {
    return <SealedThanks seconds={thanksSeconds} isRefused={phase === 'refused'} />
  }
  return (
    <>
      <Heading>{texts.sending.title}</Heading>
      <p class="lead" role="status">
        {phase === 'sending' ? texts.sending.now : texts.sending.failed}
      </p>
      {phase === 'failed' && (
        <p class="go-on">
          <button type="button" class="primary" onClick={again}>
            {texts.sending.retry}
          </button>
        </p>
      )}
    </>
  )
}
