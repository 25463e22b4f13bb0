import { FORM_ID, MOVE_FIELD } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import type { Answering } from '../use-answering.ts'

interface HaveCodeProps {
  readonly answering: Answering
}

/** The way in for whoever has put a form aside; where no script runs it posts. */
export function HaveCode({ answering }: HaveCodeProps) {
  return (
    <p>
      <button
        type="submit"
        form={FORM_ID}
        name={MOVE_FIELD}
        value="kod"
        class="quiet"
        onClick={(event) => {
          event.preventDefault()
          answering.go({ kind: 'resume' })
        }}
      >
        {texts.later.resume}
      </button>
    </p>
  )
}
