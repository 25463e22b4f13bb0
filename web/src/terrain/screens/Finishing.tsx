import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../../answer/Frame.tsx'
import { texts } from '../texts.ts'
import { useLatest } from '../use-latest.ts'

interface FinishingProps {
  finish(): Promise<boolean>
  onFinished(): void
}

/** In the place of sending: the interview goes into the queue of the device. */
export function Finishing({ finish, onFinished }: FinishingProps) {
  const [hasFailed, setFailed] = useState(false)
  const run = async () => {
    setFailed(false)
    if (await finish()) onFinished()
    else setFailed(true)
  }
  const runRef = useLatest(run)
  // Once: to try again is the person's wish.
  useEffect(() => void runRef.current(), [runRef])
  return (
    <>
      <Heading>{texts.interview.finishing}</Heading>
      {hasFailed && (
        <div class="note app-note tone-danger" role="alert">
          <p>{texts.interview.finishFailed}</p>
          <button type="button" class="primary" onClick={() => void run()}>
            {texts.interview.again}
          </button>
        </div>
      )}
    </>
  )
}
