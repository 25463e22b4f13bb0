import {
  everyQuestion,
  hasOptions,
  isSpecialCode,
  optionsOf,
  type Crosswalk,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { changeQuestion } from '@rozeznanie/core/questionnaire/editing'
import { crosswalkDefects } from '@rozeznanie/core/questionnaire/revision'

/** Questions of the version before that this one can follow: gone since, of the same type, with options. */
export function replaceable(
  before: Questionnaire,
  after: Questionnaire,
  question: Question,
): readonly Question[] {
  const kept = new Set(everyQuestion(after).map(({ key }) => key))
  return everyQuestion(before).filter(
    (old) => hasOptions(old) && old.type === question.type && !kept.has(old.key),
  )
}

/** A crosswalk to start with: the same codes, then the same words; what has no match waits for a choice. */
export function startCrosswalk(
  [before, old]: readonly [Questionnaire, Question],
  [after, question]: readonly [Questionnaire, Question],
): Crosswalk {
  const targets = optionsOf(after, question)
  const codes = optionsOf(before, old).flatMap(({ code, label }) => {
    const same =
      targets.find((target) => target.code === code) ?? targets.find((target) => target.label === label)
    return same ? [[code, same.code] as const] : []
  })
  return { from: old.key, codes: Object.fromEntries(codes) }
}

/** Old options that need a choice; the special codes need none. */
export const needsChoice = (code: string, { codes }: Crosswalk): boolean =>
  !isSpecialCode(code) && !Object.hasOwn(codes, code)

const NAME = /„([^„”]+)”/g

/** What else is wrong with the crosswalk of a question than missing choices, in words without keys and codes. */
export function crosswalkProblems(
  before: Questionnaire,
  after: Questionnaire,
  [questionKey, crosswalk]: readonly [string, Crosswalk],
): readonly string[] {
  const old = everyQuestion(before).find(({ key }) => key === crosswalk.from)
  const own = everyQuestion(after).find(({ key }) => key === questionKey)
  const [target] = own ? optionsOf(after, own) : []
  const missing = old ? optionsOf(before, old).filter(({ code }) => needsChoice(code, crosswalk)) : []
  const chosen = missing.map(({ code }) => [code, target?.code ?? ''] as const)
  const whole = { ...crosswalk, codes: { ...crosswalk.codes, ...Object.fromEntries(chosen) } }
  const next = changeQuestion(after, questionKey, (question) => ({ ...question, crosswalk: whole }))
  const names = new Map<string, string>()
  for (const { key, text } of [...everyQuestion(before), ...everyQuestion(after)]) names.set(key, text)
  for (const { code, label } of own ? optionsOf(after, own) : []) names.set(code, label)
  for (const { code, label } of old ? optionsOf(before, old) : []) names.set(code, label)
  return crosswalkDefects(before, next)
    .filter(({ path }) => path === `${questionKey}.crosswalk`)
    .map(({ message }) => {
      const sentence = message.slice(message.indexOf(': ') + 2)
      const named = sentence.replace(NAME, (whole: string, name: string) => {
        const known = names.get(name)
        return known === undefined ? whole : `„${known}”`
      })
      return named.charAt(0).toUpperCase() + named.slice(1)
    })
}
