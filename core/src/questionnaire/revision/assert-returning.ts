import type { FieldProblem } from '../../errors.ts'
import type { Questionnaire } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { compareVersions } from './compare-versions.ts'
import { RevisionBreaksAnswersError } from './errors.ts'

const keysOf = (questionnaire: Questionnaire): readonly string[] =>
  everyQuestion(questionnaire).map(({ key }) => key)

function problemsOf(
  earlier: Questionnaire,
  after: Questionnaire,
  returning: ReadonlySet<string>,
): readonly FieldProblem[] {
  const textOf = new Map(everyQuestion(after).map(({ key, text }) => [key, text.trim() || key]))
  return compareVersions(earlier, after).flatMap(({ weight, demandsNewKey, place, message }) => {
    const key = place.questionKey ?? ''
    if (weight !== 'breaking' || !demandsNewKey || !returning.has(key)) return []
    const start = `Pytanie „${textOf.get(key) ?? key}” ma klucz pytania, które było w dawniejszej wersji.`
    return [{ path: `${key}.${place.part}`, message: `${start} ${message}` }]
  })
}

/**
 * Lets a key that was left out come back only for the question it stood for: under it there are answers still.
 *
 * @param versions - all that were published, the newest first
 * @throws RevisionBreaksAnswersError naming each question
 */
export function assertReturning(versions: readonly Questionnaire[], after: Questionnaire): void {
  const [newest, ...older] = versions
  const known = new Set(newest ? keysOf(newest) : [])
  const asked = new Set(keysOf(after))
  const problems = older.flatMap((earlier) => {
    const returning = new Set(keysOf(earlier).filter((key) => asked.has(key) && !known.has(key)))
    for (const key of returning) known.add(key)
    return returning.size === 0 ? [] : problemsOf(earlier, after, returning)
  })
  if (problems.length > 0) throw new RevisionBreaksAnswersError(problems)
}
