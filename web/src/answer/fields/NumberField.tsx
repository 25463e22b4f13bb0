import { useState } from 'preact/hooks'
import { withAnswer } from '../answer-changes.ts'
import { describedBy } from '../field-ids.ts'
import { howToChoose } from '../how-to.ts'
import { langOf } from '../language.ts'
import { parseNumber } from '../polish.ts'
import { texts } from '../texts.ts'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** A number or a year, typed. What is no number stays as typed, for the check to name it. */
export function NumberField({ item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const answer = answers[question.key]
  const [typed, setTyped] = useState(typeof answer === 'number' ? texts.number(answer) : String(answer ?? ''))
  const field = item.field
  const how = howToChoose(question)
  const unit = question.type === 'NUMBER' ? question.unit : undefined
  const takesFractions = question.type === 'NUMBER' && (question.decimals ?? 0) > 0
  return (
    <div class="field">
      <label for={field}>{heading}</label>
      <Hints item={item} faults={faults} how={how} />
      <input
        type="text"
        class="short"
        id={field}
        name={field}
        inputMode={takesFractions ? 'decimal' : 'numeric'}
        autocomplete="off"
        value={typed}
        aria-describedby={describedBy(
          hintIds({ item, faults, how }),
          unit !== undefined && `${field}-jednostka`,
        )}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
        aria-required={question.required === true ? 'true' : undefined}
        onInput={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          change(withAnswer(answers, question.key, parseNumber(text) ?? text.trim()))
        }}
      />
      {unit !== undefined && (
        <span class="unit" lang={langOf(unit)} id={`${field}-jednostka`}>
          {unit}
        </span>
      )}
    </div>
  )
}
