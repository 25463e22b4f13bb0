import { isSpecialCode, optionsOf, ownValue, type Option } from '../questionnaire/index.ts'
import { everyQuestion } from '../questionnaire/index.ts'
import type { AskedSeries } from './asked-series.ts'
import { oneLine } from './cut-text.ts'
import type { VariableValue } from './model.ts'

const WHOLE = /^(?:0|[1-9]\d{0,8})$/

/** Codes of digits keep their numbers; if there is any other, all are numbered from 1 in their order. */
export function numbered(options: readonly Option[]): readonly VariableValue[] {
  const own = options.filter(({ code }) => !isSpecialCode(code))
  const areNumbers = own.every(({ code }) => WHOLE.test(code))
  return own.map(({ code, label }, index) => ({
    number: areNumbers ? Number(code) : index + 1,
    code,
    label: oneLine(label),
    isMissing: false,
  }))
}

/**
 * The options of a question without the special codes. They stand in the order in which the versions of the survey
 * brought them, so that an option that is added later changes the number of no other.
 */
export function valuesOf({ question, document, parts }: AskedSeries): readonly VariableValue[] {
  const newest = new Map(optionsOf(document, question).map((option) => [option.code, option]))
  const codes = new Set<string>()
  for (const { version, key, codes: renamed } of parts) {
    const then = everyQuestion(version.questionnaire).find((one) => one.key === key)
    for (const { code } of then ? optionsOf(version.questionnaire, then) : []) {
      const now = (renamed && ownValue(renamed, code)) ?? code
      if (typeof now === 'string' && newest.has(now)) codes.add(now)
    }
  }
  for (const code of newest.keys()) codes.add(code)
  return numbered([...codes].flatMap((code) => newest.get(code) ?? []))
}
