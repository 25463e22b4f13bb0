import { printExpression, type Constraint } from '../../questionnaire/index.ts'
import { numberOf, objectsOf, own, written } from '../json.ts'
import type { Element } from './plan.ts'
import { LABEL, type SurveyReader } from './reading.ts'

/** Limits and rules of an element, from its fields and its validators. */
export interface Checks {
  readonly limits: Readonly<Record<string, number>>
  readonly constraint?: readonly Constraint[]
}

/** Reads what an answer must keep to. */
export function checksOf(
  reader: SurveyReader,
  { json, name, place }: Element,
  rosters: readonly string[],
): Checks {
  const limits: Record<string, number> = {}
  const constraint: Constraint[] = []
  const take = (limit: string, value: unknown) => {
    const number = numberOf(value)
    if (number !== undefined) limits[limit] = number
  }
  for (const validator of objectsOf(own(json, 'validators'))) {
    const type = written(own(validator, 'type')).replace(/validator$/, '')
    const at = { ...place, column: 'validators' }
    if (type === 'numeric') { take('min', own(validator, 'minValue')); take('max', own(validator, 'maxValue')) }
    else if (type === 'answercount') { take('minChoices', own(validator, 'minCount')); take('maxChoices', own(validator, 'maxCount')) }
    else if (type === 'text' && own(validator, 'minLength') === undefined) take('maxLength', own(validator, 'maxLength'))
    else if (type === 'expression') {
      const message = reader.texts(own(validator, 'text') ?? 'Prosimy sprawdzić tę odpowiedź.', at, LABEL)
      const read = reader.expression(at, own(validator, 'expression'), rosters)
      if (read !== null) constraint.push({ expression: printExpression(read), message: message.base, ...reader.translations({ message }) })
    } else reader.ledger.dropped(at, `„${name}”: sprawdzania „${type}” nie ma u nas.`)
  } // prettier-ignore
  take('min', own(json, 'min') ?? own(json, 'minValue'))
  take('max', own(json, 'max') ?? own(json, 'maxValue'))
  take('maxLength', own(json, 'maxLength'))
  take('minChoices', own(json, 'minSelectedChoices'))
  take('maxChoices', own(json, 'maxSelectedChoices'))
  return { limits, ...(constraint.length > 0 && { constraint }) }
}

/** Those of the limits that are set. */
export function some(
  limits: Readonly<Record<string, number>>,
  ...names: readonly string[]
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.flatMap((name) =>
      limits[name] !== undefined && limits[name] > -1e12 ? [[name, limits[name]] as const] : [],
    ),
  )
}
