import { useEffect } from 'preact/hooks'
import { TEXT_LIMITS } from '@rozeznanie/core/response'
import { announce } from '../announce.ts'
import { withAnswer } from '../answer-changes.ts'
import { describedBy } from '../field-ids.ts'
import { howToChoose } from '../how-to.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

const CLOSE_TO_END = 50
const PAUSE_MS = 1000

function roomLeft(max: number, text: string): string {
  const left = max - Array.from(text).length
  return left >= 0 ? texts.field.left(left) : texts.field.over(-left)
}

/** The count of characters is always seen; it is spoken only near the end, when typing pauses. */
function useSpokenCount(sentence: string, isClose: boolean): void {
  useEffect(() => {
    if (!isClose) return
    const timer = setTimeout(() => announce(sentence), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [sentence, isClose])
}

/** Own words, short or long. */
export function TextField({ item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const isLong = question.type === 'TEXT_LONG'
  const max =
    (question.type === 'TEXT_LONG' || question.type === 'TEXT_SHORT' ? question.maxLength : undefined) ??
    TEXT_LIMITS[isLong ? 'TEXT_LONG' : 'TEXT_SHORT']
  const field = item.field
  const text = String(answers[question.key] ?? '')
  const count = roomLeft(max, text)
  useSpokenCount(count, text !== '' && text.length > max - CLOSE_TO_END)
  const how = howToChoose(question)
  const shared = {
    id: field,
    name: field,
    value: text,
    autocomplete: 'off' as const,
    'aria-describedby': describedBy(hintIds({ item, faults, how }), `${field}-licznik`),
    'aria-invalid': faults.length > 0 ? ('true' as const) : undefined,
    'aria-required': question.required === true ? ('true' as const) : undefined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(withAnswer(answers, question.key, event.currentTarget.value)),
  }
  return (
    <div class="field">
      <label for={field}>{heading}</label>
      <Hints item={item} faults={faults} how={how} />
      {isLong ? <textarea rows={6} {...shared} /> : <input type="text" {...shared} />}
      <p class="tally" id={`${field}-licznik`}>
        {plainForm()?.texts.atMost(max) ?? count}
      </p>
    </div>
  )
}
