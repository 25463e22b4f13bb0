import { texts } from '../texts.ts'

interface FaultProps {
  readonly id: string
  readonly message: string
}

/** The fault beside its control, in the same words as in the summary. */
export function Fault({ id, message }: FaultProps) {
  return (
    <p class="fault" id={id}>
      <strong>{texts.errors.mark}</strong> {message}
    </p>
  )
}
