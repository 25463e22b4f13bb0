import type { Option } from '@rozeznanie/core/questionnaire'
import { optionId } from '../field-ids.ts'
import { langOf } from '../language.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'

export interface OtherText {
  readonly value: string
  onInput(text: string): void
}

interface ChoicesProps {
  /** Id of the first control; the others' ids come from it. */
  readonly field: string
  readonly kind: 'radio' | 'checkbox'
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly isFaulty: boolean
  /** `points`: the boxes of a scale of numbers, side by side. */
  readonly look?: 'list' | 'points' | 'cells'
  readonly otherText?: OtherText
  onChoose(code: string): void
}

/** Radio buttons or tick boxes, each with a big target; „inne, jakie?” opens under its option. */
export function Choices(props: ChoicesProps) {
  const { field, kind, options, chosen, isFaulty, look = 'list', otherText, onChoose } = props
  return (
    <div class={`choices ${look}`}>
      {options.map((option, index) => {
        const isChosen = chosen.includes(option.code)
        const id = optionId(field, index)
        return (
          <div
            class={look === 'points' && option.label.length > 2 ? 'choice wide' : 'choice'}
            key={option.code}
          >
            <input
              type={kind}
              id={id}
              name={field}
              value={option.code}
              checked={isChosen}
              autocomplete="off"
              aria-invalid={kind === 'checkbox' && isFaulty ? 'true' : undefined}
              onChange={(event) => {
                onChoose(option.code)
                // A tick that was not taken must not stay visible.
                if (kind === 'checkbox') event.currentTarget.checked = chosen.includes(option.code)
              }}
            />
            <label for={id}>
              <span lang={langOf(option.label)}>{option.label}</span>
            </label>
            {option.allowsText && (isChosen || plainForm()) && otherText && (
              <Other id={`${id}-tekst`} text={otherText} />
            )}
          </div>
        )
      })}
    </div>
  )
}

interface OtherProps {
  readonly id: string
  readonly text: OtherText
}

function Other({ id, text }: OtherProps) {
  return (
    <div class="other">
      <label for={id}>{texts.field.otherText}</label>
      <input
        type="text"
        id={id}
        name={id}
        value={text.value}
        autocomplete="off"
        aria-describedby={`${id}-opis`}
        onInput={(event) => text.onInput(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-opis`}>
        {texts.field.noNames}
      </p>
    </div>
  )
}
