import { useEffect, useRef } from 'preact/hooks'
import type { Violation } from '@rozeznanie/core/response'
import { faultField, fieldId } from './field-ids.ts'
import { MoveButton } from './PageForm.tsx'
import { plainForm } from './plain/plain-form.ts'
import { texts } from './texts.ts'

interface ErrorSummaryProps {
  readonly faults: readonly Violation[]
  /** Words that tell a fault from the others; nothing where a page has one question. */
  readonly nameOf: (fault: Violation) => string | null
  /** Grows with every refused step: the summary then takes the focus again. */
  readonly refusals: number
  /** Opens the fault's page, where the summary stands apart from its questions. */
  readonly onOpen?: (fault: Violation) => void
  /** The same where no script runs. */
  readonly moveOf?: (fault: Violation) => string
}

function focusField(fault: Violation): void {
  const exact = document.getElementById(faultField(fault))
  const control = exact ?? document.getElementById(fieldId(fault.path ?? [fault.questionKey]))
  control?.focus()
}

/** What is wrong, said once at the top; each line leads to its control. */
export function ErrorSummary({ faults, nameOf, refusals, onOpen, moveOf }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [refusals])
  return (
    <div
      class="summary"
      role="alert"
      tabIndex={-1}
      ref={box}
      autofocus={plainForm() !== null}
      aria-labelledby="bledy"
    >
      <h2 id="bledy">{texts.errors.heading}</h2>
      <ul>
        {faults.map((fault, index) => {
          const name = nameOf(fault)
          const line = name === null ? fault.message : `${name} – ${fault.message}`
          return (
            <li key={index}>
              {plainForm() && moveOf ? (
                <MoveButton move={moveOf(fault)} class="quiet" onClick={() => undefined}>
                  {line}
                </MoveButton>
              ) : (
                <a
                  href={`#${faultField(fault)}`}
                  onClick={(event) => {
                    event.preventDefault()
                    if (onOpen) onOpen(fault)
                    else focusField(fault)
                  }}
                >
                  {line}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
