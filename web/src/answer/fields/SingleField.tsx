import { otherTextKey, type Option, type Question } from '@rozeznanie/core/questionnaire'
import { withAnswer, withoutAnswer } from '../answer-changes.ts'
import { texts } from '../texts.ts'
import { Choices } from './Choices.tsx'
import { ClearButton } from './ClearButton.tsx'
import type { FieldProps } from './field-props.ts'
import { hintIds, Hints } from './Hints.tsx'

/** On a scale 0 to 10 the boxes show numbers only, so the ends are told above them. */
function scaleHint(question: Question): string | false {
  if (question.type !== 'SCALE_0_10' || !question.minLabel || !question.maxLabel) return false
  return texts.field.scaleEnds(`0 – ${question.minLabel}`, `10 – ${question.maxLabel}`)
}

function isPoint(option: Option): boolean {
  return /^\d+$/.test(option.code)
}

/** One answer out of a few: a single choice, or a scale. */
export function SingleField({ survey, item, answers, faults, heading, change }: FieldProps) {
  const { question } = item
  const field = item.field
  const options = item.options
  const answer = answers[question.key]
  const how = scaleHint(question)
  const otherKey = otherTextKey(question.key)
  const isPoints = question.type === 'SCALE_0_10'
  const boxes = isPoints
    ? options.map((option) => (isPoint(option) ? { ...option, label: option.code } : option))
    : options
  return (
    <fieldset
      role="radiogroup"
      aria-describedby={hintIds({ item, faults, how })}
      aria-invalid={faults.length > 0 ? 'true' : undefined}
      aria-required={question.required === true ? 'true' : undefined}
    >
      <legend>{heading}</legend>
      <Hints item={item} faults={faults} how={how} />
      <Choices
        field={field}
        kind="radio"
        look={isPoints ? 'points' : 'list'}
        options={boxes}
        chosen={typeof answer === 'string' ? [answer] : []}
        isFaulty={faults.length > 0}
        otherText={{
          value: String(answers[otherKey] ?? ''),
          onInput: (text) => change(withAnswer(answers, otherKey, text)),
        }}
        onChoose={(code) => change(withAnswer(answers, question.key, code))}
      />
      {answer !== undefined && (
        <ClearButton
          survey={survey}
          label={texts.page.clear}
          name={texts.page.clearFor(question.text)}
          firstControl={field}
          onClear={() => change(withoutAnswer(answers, question))}
        />
      )}
    </fieldset>
  )
}
