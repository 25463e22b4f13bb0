import { REFUSED } from '@rozeznanie/core/questionnaire'
import { withAnswer } from '../answer-changes.ts'
import { texts } from '../texts.ts'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** A place of the municipality out of the phone's own list. */
export function LocalityField({ survey, item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const field = item.field
  return (
    <div class="field">
      <label for={field}>{heading}</label>
      <Hints item={item} faults={faults} />
      <select
        id={field}
        name={field}
        autocomplete="off"
        value={String(answers[question.key] ?? '')}
        aria-describedby={hintIds({ item, faults })}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
        aria-required={question.required === true ? 'true' : undefined}
        onChange={(event) => change(withAnswer(answers, question.key, event.currentTarget.value))}
      >
        <option value="">{texts.field.choose}</option>
        {survey.localities.map((locality) => (
          <option key={locality.id} value={locality.id}>
            {locality.name}
          </option>
        ))}
        <option value={REFUSED}>{texts.field.localityRefused}</option>
      </select>
    </div>
  )
}
