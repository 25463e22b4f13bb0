import { Fault } from '../fields/Fault.tsx'
import { texts } from '../texts.ts'
import { codeTextsIn, type CodeFault } from './code-texts.ts'

/** Id and name of the field. */
export const CODE_FIELD_ID = 'kod-z-listu'

interface CodeFieldProps {
  readonly typed: string
  readonly fault: CodeFault | null
  readonly isAsking: boolean
  onChange(typed: string): void
}

/** Where the code of the letter is typed. */
export function CodeField({ typed, fault, isAsking, onChange }: CodeFieldProps) {
  const words = codeTextsIn(texts.code)
  return (
    <div class="field">
      <label for={CODE_FIELD_ID}>
        <strong>{words.label}</strong>
      </label>
      <p class="hint" id={`${CODE_FIELD_ID}-opis`}>
        {words.hint}
      </p>
      {fault && <Fault id={`${CODE_FIELD_ID}-blad`} message={words.faults[fault]} />}
      <input
        type="text"
        id={CODE_FIELD_ID}
        name={CODE_FIELD_ID}
        class="one-time-code"
        value={typed}
        autocomplete="off"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck={false}
        size={16}
        maxLength={60}
        aria-describedby={`${CODE_FIELD_ID}-opis${fault ? ` ${CODE_FIELD_ID}-blad` : ''}`}
        aria-invalid={fault ? 'true' : undefined}
        aria-required="true"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p class="hint">{isAsking ? words.asking : words.unlinked}</p>
    </div>
  )
}
