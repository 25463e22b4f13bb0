import { otherTextKey } from '@rozeznanie/core/questionnaire'
import { announce } from '../announce.ts'
import { chosenCodes, tick, withAnswer } from '../answer-changes.ts'
import { howToChoose } from '../how-to.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import { Choices } from './Choices.tsx'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'
import { sayTick } from './say-tick.ts'

/** Several answers, perhaps at most so many. */
export function MultiField({ item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const max = question.type === 'MULTI' ? question.maxChoices : undefined
  const options = item.options
  const chosen = chosenCodes(answers[question.key])
  const otherKey = otherTextKey(question.key)
  const how = howToChoose(question)
  const isFull = max !== undefined && chosen.length >= max
  const choose = (code: string) => {
    const ticked = tick(options, chosen, code, max)
    const sentence = sayTick(ticked, max)
    if (sentence) announce(sentence)
    change(withAnswer(answers, question.key, ticked.codes))
  }
  return (
    <fieldset aria-describedby={hintIds({ item, faults, how })}>
      <legend>{heading}</legend>
      <Hints item={item} faults={faults} how={how} />
      <Choices
        field={item.field}
        kind="checkbox"
        options={options}
        chosen={chosen}
        isFaulty={faults.length > 0}
        otherText={{
          value: String(answers[otherKey] ?? ''),
          onInput: (text) => change(withAnswer(answers, otherKey, text)),
        }}
        onChoose={choose}
      />
      {max !== undefined && chosen.length > 0 && !plainForm() && (
        <p class={isFull ? 'tally full' : 'tally'}>
          {isFull ? texts.field.full(max) : texts.field.chosen(chosen.length, max)}
        </p>
      )}
    </fieldset>
  )
}
