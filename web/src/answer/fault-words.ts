import { questionAt, type Form } from '@rozeznanie/core/questionnaire'
import { checkForm, type Violation } from '@rozeznanie/core/response'
import { faultField } from './field-ids.ts'
import { texts } from './texts.ts'

/**
 * Faults as they are told in the language being spoken. What a questionnaire's own rule says comes from the form,
 * which is in that language already, so such a fault is looked for anew.
 */
export function inWords(
  faults: readonly Violation[],
  form: Form,
  localityIds: readonly string[],
): readonly Violation[] {
  const isOfRule = ({ code }: Violation) => code === 'CONSTRAINT'
  const rules = faults.some(isOfRule) ? checkForm(form, { localityIds }).filter(isOfRule) : []
  return faults.map((fault) => {
    if (isOfRule(fault)) return rules.find((rule) => faultField(rule) === faultField(fault)) ?? fault
    const message = texts.errors.say(fault, questionAt(form, fault.path ?? [fault.questionKey]))
    return message === fault.message ? fault : { ...fault, message }
  })
}
