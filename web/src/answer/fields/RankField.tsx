import { chosenCodes, optionsForPlace, rankAt, withAnswer } from '../answer-changes.ts'
import { optionId } from '../field-ids.ts'
import { howToChoose } from '../how-to.ts'
import { langOf } from '../language.ts'
import { plainForm } from '../plain/plain-form.ts'
import { texts } from '../texts.ts'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** The most important few, in order: a list for each place, without what stands on the other places. */
export function RankField({ item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  if (question.type !== 'RANK') return null
  const field = item.field
  const options = item.options
  const ranked = chosenCodes(answers[question.key])
  const top = Math.min(question.top, options.length)
  const plain = plainForm()
  const how = howToChoose(question)
  const places = Array.from({ length: plain ? top : Math.min(ranked.length + 1, top) }, (_, index) => index)
  return (
    <fieldset aria-describedby={hintIds({ item, faults, how })}>
      <legend>{heading}</legend>
      <Hints item={item} faults={faults} how={how} />
      {places.map((place) => (
        <div class="place" key={place}>
          <label for={optionId(field, place)}>
            {texts.field.rankPlaces[place] ?? texts.field.rankPlace(place + 1)}
          </label>
          <select
            id={optionId(field, place)}
            name={optionId(field, place)}
            autocomplete="off"
            value={ranked[place] ?? ''}
            aria-invalid={faults.length > 0 ? 'true' : undefined}
            onChange={(event) =>
              change(withAnswer(answers, question.key, rankAt(ranked, place, event.currentTarget.value)))
            }
          >
            <option value="">{texts.field.choose}</option>
            {(plain ? options : optionsForPlace(options, ranked, place)).map((option) => (
              <option key={option.code} value={option.code} lang={langOf(option.label)}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
