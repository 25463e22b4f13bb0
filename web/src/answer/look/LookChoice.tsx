import { useEffect, useRef, useState } from 'preact/hooks'
import { FORM_ID, LOOK_FIELDS, LOOK_MOVE, MOVE_FIELD, plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import { COLOURS, LETTERS, type Look } from './look.ts'
import type { Looks } from './use-look.ts'

interface WithLooks {
  readonly looks: Looks
}

interface LookChoiceProps extends WithLooks {
  /** The first screen offers the calm way itself. */
  readonly isFirst: boolean
}

/** On every screen: how big the letters are, in which colours, and whether the page is calm. */
export function LookChoice({ looks, isFirst }: LookChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  // Chosen before the start, it must not stand over the first question.
  useEffect(() => box.current?.removeAttribute('open'), [isFirst])
  return (
    <details ref={box} class="look" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.look.title}</summary>
      {(isOpen || isFirst || plainForm()) && <Choosing looks={looks} isFirst={isFirst} />}
    </details>
  )
}

function Choosing({ looks, isFirst }: LookChoiceProps) {
  const { look } = looks
  return (
    <>
      {!isFirst && <CalmChoice looks={looks} />}
      <Pick
        name={LOOK_FIELDS.letters}
        legend={texts.look.letters}
        options={LETTERS.map((letters) => [
          `letters-${letters}`,
          texts.look.lettersAre[letters],
          { letters },
        ])}
        chosen={`letters-${look.letters}`}
        looks={looks}
      />
      <Pick
        name={LOOK_FIELDS.colours}
        legend={texts.look.colours}
        options={COLOURS.map((colours) => [
          `colours-${colours}`,
          texts.look.coloursAre[colours],
          { colours },
        ])}
        chosen={`colours-${look.colours}`}
        looks={looks}
      />
      <LookButton />
    </>
  )
}

/** The usual page, or one with big letters and one question at a time. */
export function CalmChoice({ looks }: WithLooks) {
  return (
    <Pick
      name={LOOK_FIELDS.isCalm}
      legend={texts.look.layout}
      options={[
        ['calm', texts.look.calm, { isCalm: true }],
        ['dense', texts.look.dense, { isCalm: false }],
      ]}
      chosen={looks.look.isCalm ? 'calm' : 'dense'}
      looks={looks}
    />
  )
}

/** Where no script runs, a choice is taken by a press of this. */
export function LookButton() {
  const button = (
    <button type="submit" class="secondary" form={FORM_ID} name={MOVE_FIELD} value={LOOK_MOVE}>
      {texts.look.take}
    </button>
  )
  return plainForm() ? button : <noscript>{button}</noscript>
}

interface PickProps extends WithLooks {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string, change: Partial<Look>])[]
  readonly chosen: string
}

function Pick({ name, legend, options, chosen, looks }: PickProps) {
  return (
    <fieldset class={options.length === 2 ? 'pick of-two' : 'pick'}>
      <legend>{legend}</legend>
      <div class="choices">
        {options.map(([value, label, change]) => (
          <div class="choice" key={value}>
            <input
              type="radio"
              id={value}
              name={name}
              form={FORM_ID}
              value={value}
              checked={chosen === value}
              autocomplete="off"
              onChange={() => looks.choose(change)}
            />
            <label for={value}>
              <span>{label}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
