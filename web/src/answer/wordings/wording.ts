import type { Texts } from '../texts.ts'
import { faultTeller, type FaultMessages } from './fault-messages.ts'

/** The page's own texts in a language other than Polish, with what it says of faults. */
export interface Wording extends Omit<Texts, 'errors'> {
  readonly errors: Omit<Texts['errors'], 'say'>
  readonly faults: FaultMessages
}

/** A wording as the page speaks it. */
export function textsOf({ faults, errors, ...texts }: Wording): Texts {
  return { ...texts, errors: { ...errors, say: faultTeller(faults) } }
}
