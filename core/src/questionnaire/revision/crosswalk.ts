import type { FieldProblem } from '../../errors.ts'
import type { Question, Questionnaire } from '../model.ts'
import { hasOptions, isSpecialCode, optionsOf } from '../options.ts'
import { everyQuestion } from '../walk.ts'

function defectsOf(before: Questionnaire, after: Questionnaire, question: Question): readonly string[] {
  const { crosswalk, key } = question
  if (crosswalk === undefined) return []
  const old = everyQuestion(before).find((one) => one.key === crosswalk.from)
  if (crosswalk.from === key) return ['przejście musi prowadzić od innego klucza niż własny.']
  if (old === undefined) return [`wcześniejsza wersja nie ma pytania „${crosswalk.from}”.`]
  if (everyQuestion(after).some((one) => one.key === old.key))
    return [`pytanie „${old.key}” zostało w tej wersji, więc nie ma co zastępować.`]
  if (!hasOptions(old) || !hasOptions(question))
    return ['przejście łączy tylko pytania z odpowiedziami do wyboru.']
  if (old.type !== question.type) return ['oba pytania muszą być tego samego rodzaju.']
  const codes = optionsOf(before, old).map(({ code }) => code)
  const targets = optionsOf(after, question).map(({ code }) => code)
  const { codes: map } = crosswalk
  const missing = codes.filter((code) => !Object.hasOwn(map, code) && !isSpecialCode(code))
  return [
    ...missing.map((code) => `nie powiedziano, czym stała się dawna odpowiedź „${code}”.`),
    ...Object.keys(map)
      .filter((code) => !codes.includes(code))
      .map((code) => `dawne pytanie nie ma odpowiedzi „${code}”.`),
    ...Object.values(map)
      .filter((code) => !targets.includes(code))
      .map((code) => `nowe pytanie nie ma odpowiedzi „${code}”.`),
  ]
}

/**
 * What is wrong with the crosswalks of a version that follows another: each old option needs one of the new ones. A
 * crosswalk that an earlier version had already, from a question gone before it, is not looked at again.
 */
export function crosswalkDefects(before: Questionnaire, after: Questionnaire): readonly FieldProblem[] {
  const known = new Map(everyQuestion(before).map(({ key, crosswalk }) => [key, crosswalk]))
  return everyQuestion(after)
    .filter(({ key, crosswalk }) => crosswalk !== undefined && known.get(key)?.from !== crosswalk.from)
    .flatMap((question) =>
      defectsOf(before, after, question).map((sentence) => ({
        path: `${question.key}.crosswalk`,
        message: `Pytanie „${question.key}”, przejście od „${question.crosswalk?.from ?? ''}”: ${sentence}`,
      })),
    )
}
