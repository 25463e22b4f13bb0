import { FORM_ID, TRAP_FIELD } from './plain/plain-form.ts'
import { texts } from './texts.ts'

/** Id of the field that nobody sees. */
export const TRAP_ID = 'temat'

/** A field for machines only: no person sees, hears or reaches it. What is in it is a sign, never a refusal. */
export function Trap() {
  return (
    <p class="trap">
      <label for={TRAP_ID}>{texts.trap}</label>
      <input id={TRAP_ID} name={TRAP_FIELD} form={FORM_ID} tabIndex={-1} autocomplete="off" />
    </p>
  )
}
