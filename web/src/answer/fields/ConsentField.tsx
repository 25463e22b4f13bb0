import { withAnswer } from '../answer-changes.ts'
import { texts } from '../texts.ts'
import { Choices } from './Choices.tsx'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** One box to tick. */
export function ConsentField({ item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const isGiven = answers[question.key] === true
  return (
    <fieldset aria-describedby={hintIds({ item, faults })}>
      <legend>{heading}</legend>
      <Hints item={item} faults={faults} />
      <Choices
        field={item.field}
        kind="checkbox"
        options={[{ code: 'true', label: texts.field.consent }]}
        chosen={isGiven ? ['true'] : []}
        isFaulty={faults.length > 0}
        onChoose={() => change(withAnswer(answers, question.key, isGiven ? undefined : true))}
      />
    </fieldset>
  )
}
