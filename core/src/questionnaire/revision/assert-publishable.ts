import type { FieldProblem } from '../../errors.ts'
import type { Questionnaire } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { NO_USAGE, type Usage } from './change.ts'
import { compareVersions } from './compare-versions.ts'
import { crosswalkDefects } from './crosswalk.ts'
import { RevisionBreaksAnswersError } from './errors.ts'

const nameOf = (questionnaire: Questionnaire, key = ''): string =>
  everyQuestion(questionnaire)
    .find((question) => question.key === key)
    ?.text.trim() || key

/**
 * Lets a version follow another only if no key changes its meaning: what breaks answers demands a new key (with a
 * crosswalk from the old one, if the answers can be read across).
 *
 * @throws RevisionBreaksAnswersError naming each question
 */
export function assertPublishable(
  before: Questionnaire,
  after: Questionnaire,
  usage: Usage = NO_USAGE,
): void {
  const breaking = compareVersions(before, after, usage).filter(
    ({ weight, demandsNewKey }) => weight === 'breaking' && demandsNewKey,
  )
  const problems: readonly FieldProblem[] = [
    ...breaking.map(({ place, message }) => ({
      path: `${place.questionKey ?? ''}.${place.part}`,
      message: `Pytanie „${nameOf(after, place.questionKey)}”: ${message}`,
    })),
    ...crosswalkDefects(before, after),
  ]
  if (problems.length > 0) throw new RevisionBreaksAnswersError(problems)
}
