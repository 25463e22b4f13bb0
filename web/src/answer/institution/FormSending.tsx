import { useEffect, useRef, useState } from 'preact/hooks'
import { Heading } from '../Frame.tsx'
import type { Answering } from '../use-answering.ts'
import type { FormDoor } from './form-door.ts'
import { formTexts as texts } from './form-texts.ts'

interface FormSendingProps {
  readonly answering: Answering
  readonly door: FormDoor
}

/** The form is on its way to the organiser. */
export function FormSending({ answering, door }: FormSendingProps) {
  const [tries, setTries] = useState(1)
  const [hasFailed, setFailed] = useState(false)
  const answeringRef = useRef(answering)
  useEffect(() => {
    answeringRef.current = answering
  }, [answering])
  // Sent once for each try, whatever else is drawn meanwhile.
  useEffect(() => {
    let isCurrent = true
    setFailed(false)
    const answers = answeringRef.current.state.draft?.answers
    if (!answers) return
    void door.submit(answers).then((outcome) => {
      if (!isCurrent) return
      if (outcome.kind === 'unreachable') setFailed(true)
      else answeringRef.current.finish(outcome)
    })
    return () => {
      isCurrent = false
    }
  }, [door, tries])
  return (
    <>
      <Heading>{texts.sending}</Heading>
      <p class="lead" role="status">
        {hasFailed ? texts.failed : texts.sendingNow}
      </p>
      {hasFailed && (
        <p class="go-on two">
          <button type="button" class="primary" onClick={() => setTries((count) => count + 1)}>
            {texts.retry}
          </button>
          <button
            type="button"
            class="secondary"
            onClick={() => answering.finish({ kind: 'faulty', violations: [] })}
          >
            {texts.back}
          </button>
        </p>
      )}
    </>
  )
}
