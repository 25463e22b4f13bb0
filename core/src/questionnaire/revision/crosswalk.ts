import type { FieldProblem } from '../../errors.ts'
import { DONT_KNOW, type Question, type Questionnaire } from '../model.ts'
import { hasOptions, isSpecialCode, optionsOf, rowsOf } from '../options.ts'
import { everyQuestion } from '../walk.ts'

/** The roster that asks a question; `undefined` for one that is asked once. */
function groupOf(questionnaire: Questionnaire, key: string): string | undefined {
  const asks = (question: Question): boolean =>
    question.type === 'ROSTER' && question.questions.some((inner) => inner.key === key)
  return everyQuestion(questionnaire).find(asks)?.key
}

/** What would get lost on the way besides options: rows, places of a ranking, answers that become one. */
function* lostOnTheWay(
  [before, old]: readonly [Questionnaire, Question],
  [after, question]: readonly [Questionnaire, Question],
): Iterable<string> {
  if (groupOf(before, old.key) !== groupOf(after, question.key))
    yield 'oba pytania muszą stać w tej samej grupie powtarzanej albo oba poza grupami.'
  const rows = rowsOf(after, question).map(({ key }) => key)
  for (const { key, label } of rowsOf(before, old))
    if (!rows.includes(key)) yield `nowe pytanie nie ma wiersza „${label}”.`
  if (old.type !== 'RANK' || question.type !== 'RANK') return
  if (old.top !== question.top) yield 'oba rankingi muszą mieć tyle samo miejsc.'
  const targets = optionsOf(before, old).map(({ code }) => question.crosswalk?.codes[code] ?? code)
  if (new Set(targets).size < targets.length)
    yield 'w rankingu dwie dawne odpowiedzi nie mogą stać się jedną.'
}

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
  const isLost = (code: string) => !isSpecialCode(code) || (code === DONT_KNOW && !targets.includes(code))
  const missing = codes.filter((code) => !Object.hasOwn(map, code) && isLost(code))
  const isTaken = everyQuestion(after)
    .slice(0, everyQuestion(after).indexOf(question))
    .some((other) => other.crosswalk?.from === old.key)
  return [
    ...(isTaken ? [`odpowiedzi pytania „${old.key}” przejęło już inne pytanie.`] : []),
    ...lostOnTheWay([before, old], [after, question]),
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
