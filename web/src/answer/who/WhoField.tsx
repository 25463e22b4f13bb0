import type { ComponentChildren } from 'preact'
import { ANSWERED_BY, type AnsweredBy } from '@rozeznanie/core/response'
import { Choices } from '../fields/Choices.tsx'
import { WHO_FIELD } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import { whoIn } from './who-is-asked.ts'

interface WhoFieldProps {
  readonly heading: ComponentChildren
  readonly who: AnsweredBy | undefined
  onChange(who: AnsweredBy | undefined): void
}

/** Who answers: it changes no question, only how the answers are read later. */
export function WhoField({ heading, who, onChange }: WhoFieldProps) {
  const hint = `${WHO_FIELD}-opis`
  return (
    <fieldset role="radiogroup" aria-describedby={hint}>
      <legend>{heading}</legend>
      <div class="hint" id={hint}>
        <p>{texts.who.hint}</p>
      </div>
      <Choices
        field={WHO_FIELD}
        kind="radio"
        options={ANSWERED_BY.map((code) => ({ code, label: texts.who[code] }))}
        chosen={who === undefined ? [] : [who]}
        isFaulty={false}
        onChoose={(code) => onChange(whoIn(code))}
      />
      <p class="tally" role="status">
        {who === 'PROXY' && texts.who.proxy}
      </p>
    </fieldset>
  )
}
