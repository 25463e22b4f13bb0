import {
  everyQuestion,
  isMatrix,
  hasOptions,
  type Questionnaire,
  type Wording,
  wordingsIn,
} from '@rozeznanie/core/questionnaire'
import { questionBank } from '@rozeznanie/core/questionnaire/library'

/** Lists that locked questions use. */
function lockedLists(questionnaire: Questionnaire): ReadonlySet<string> {
  const names = everyQuestion(questionnaire).flatMap((question) => [
    ...(question.core && hasOptions(question) && question.list ? [question.list] : []),
    ...(question.core && isMatrix(question) && question.rowsList ? [question.rowsList] : []),
  ])
  return new Set(names)
}

const nameOf = ({ questionKey, list, part, polish }: Wording): string =>
  [questionKey ?? '', list ?? '', part, polish].join('\n')

/**
 * Paths of translations that the owner of a shared question has made: like its Polish words they are the same
 * everywhere, so nobody else changes them.
 */
export function fixedWordings(
  questionnaire: Questionnaire,
  language: string,
  wordings: readonly Wording[],
): ReadonlySet<string> {
  const questions = questionBank.questions.map(({ question }) => question)
  const bank = {
    ...questionnaire,
    lists: questionBank.lists,
    sections: [{ key: 'bank', title: '', questions }],
  }
  const owned = new Map(wordingsIn(bank, language).map((wording) => [nameOf(wording), wording.wording]))
  const locked = new Set(everyQuestion(questionnaire).flatMap(({ key, core }) => (core ? [key] : [])))
  const lists = lockedLists(questionnaire)
  const isOwned = (wording: Wording) =>
    (locked.has(wording.questionKey ?? '') || lists.has(wording.list ?? '')) &&
    wording.wording !== '' &&
    owned.get(nameOf(wording)) === wording.wording
  return new Set(wordings.filter(isOwned).map(({ path }) => path))
}
