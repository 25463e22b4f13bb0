import type { FieldProblem } from '../errors.ts'
import { conditionDefects } from './condition-defects.ts'
import { QuestionnaireIncompleteError } from './errors.ts'
import type { Question, Questionnaire } from './model.ts'
import { rowsOf } from './options.ts'
import { optionDefects, questionDefects, repeated } from './question-defects.ts'
import { allQuestions, findQuestion, questionCount } from './walk.ts'

function wholeDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  const found = (isWrong: boolean, path: string, message: string) => (isWrong ? [{ path, message }] : [])
  const key = repeated(allQuestions(questionnaire).map((question) => question.key))
  const section = repeated(questionnaire.sections.map((one) => one.key))
  const { title, intro, thanks, estimatedMinutes } = questionnaire
  return [
    ...found(title.trim() === '', 'title', 'Kwestionariusz nie ma tytułu.'),
    ...found(
      intro.join('').trim() === '',
      'intro',
      'Kwestionariusz nie ma wstępu dla osoby, która odpowiada.',
    ),
    ...found(thanks.join('').trim() === '', 'thanks', 'Kwestionariusz nie ma podziękowania na końcu.'),
    ...found(estimatedMinutes < 1, 'estimatedMinutes', 'Czas wypełniania musi wynosić co najmniej 1 minutę.'),
    ...found(questionCount(questionnaire) === 0, 'sections', 'Kwestionariusz nie ma ani jednego pytania.'),
    ...found(key !== undefined, 'sections', `Klucz pytania „${key}” występuje dwa razy.`),
    ...found(section !== undefined, 'sections', `Klucz części „${section}” występuje dwa razy.`),
  ]
}

function listDefects({ lists }: Questionnaire): readonly FieldProblem[] {
  return Object.entries(lists).flatMap(([name, list]) =>
    optionDefects(list.options).map((sentence) => ({
      path: `lists.${name}`,
      message: `Lista „${name}”: ${sentence}`,
    })),
  )
}

function sectionDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  const earlier = new Map<string, Question>()
  return questionnaire.sections.flatMap((section, sectionIndex) => {
    const place = { questionnaire, earlier, path: `sections.${sectionIndex}.visibleIf` }
    const title = section.title.trim() === ''
    const own: readonly FieldProblem[] = [
      ...(title
        ? [{ path: `sections.${sectionIndex}.title`, message: `Część „${section.key}” nie ma tytułu.` }]
        : []),
      ...conditionDefects(section.visibleIf, place),
    ]
    const inner = section.questions.flatMap((question, index) => {
      const path = `sections.${sectionIndex}.questions.${index}`
      const found = [
        ...questionDefects(questionnaire, question, path),
        ...visibilityDefects(questionnaire, question, path, earlier),
      ]
      earlier.set(question.key, question)
      return found
    })
    return [...own, ...inner]
  })
}

function visibilityDefects(
  questionnaire: Questionnaire,
  question: Question,
  path: string,
  earlier: ReadonlyMap<string, Question>,
): readonly FieldProblem[] {
  const place = { questionnaire, earlier }
  const rowVisibleIf = 'rowVisibleIf' in question ? question.rowVisibleIf : undefined
  const rowKeys = rowsOf(questionnaire, question).map((row) => row.key)
  return [
    ...conditionDefects(question.visibleIf, { ...place, path: `${path}.visibleIf` }),
    ...conditionDefects(rowVisibleIf, { ...place, path: `${path}.rowVisibleIf`, rowKeys }),
  ]
}

/** Everything that keeps a questionnaire from being published, each with its path; empty when it is ready. */
export function findDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  return [...wholeDefects(questionnaire), ...listDefects(questionnaire), ...sectionDefects(questionnaire)]
}

function revisionDefects(next: Questionnaire, previous: Questionnaire): readonly FieldProblem[] {
  return allQuestions(previous).flatMap((before): readonly FieldProblem[] => {
    const after = findQuestion(next, before.key)
    if (after === undefined || after.type === before.type) return []
    const message = `Pytanie „${before.key}” zmienia rodzaj (${before.type} na ${after.type}); prosimy nadać mu nowy klucz.`
    return [{ path: 'sections', message }]
  })
}

/**
 * The document as the next immutable version. A question's key never changes its meaning: a revision
 * may add, drop and reword questions, but a key of the previous version keeps its type.
 *
 * @throws QuestionnaireIncompleteError with all defects
 */
export function publishQuestionnaire(questionnaire: Questionnaire, previous?: Questionnaire): Questionnaire {
  const defects = [
    ...findDefects(questionnaire),
    ...(previous ? revisionDefects(questionnaire, previous) : []),
  ]
  if (defects.length > 0) throw new QuestionnaireIncompleteError(defects)
  return questionnaire
}
