import type { FieldProblem } from '../errors.ts'
import { QuestionnaireIncompleteError } from './errors.ts'
import type { Question, Questionnaire } from './model.ts'
import { expressionsInText, SURVEY_WORDS } from './pipe-text.ts'
import { optionDefects, questionDefects, repeated } from './question-defects.ts'
import { ruleDefects } from './rule-defects.ts'
import { everyQuestion, questionCount } from './walk.ts'

const KNOWN_WORDS = SURVEY_WORDS.map((word) => `{${word}}`).join(', ')

function wholeDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  const found = (isWrong: boolean, path: string, message: string) => (isWrong ? [{ path, message }] : [])
  const key = repeated(everyQuestion(questionnaire).map((question) => question.key))
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

/** Nothing has been answered yet when these texts are read, so only words of the survey can be put into them. */
function surroundingDefects({ intro, thanks, translations = {} }: Questionnaire): readonly FieldProblem[] {
  const texts = [{ intro, thanks }, ...Object.values(translations)]
  const lost = (path: 'intro' | 'thanks', whose: string) =>
    [...new Set(texts.flatMap((one) => one[path] ?? []).flatMap(expressionsInText))].map((word) => ({
      path,
      message: `${whose}: program nie wie, co wstawić zamiast „{${word}}”. Można użyć tylko: ${KNOWN_WORDS}.`,
    }))
  return [...lost('intro', 'Wstęp'), ...lost('thanks', 'Podziękowanie')]
}

function listDefects({ lists }: Questionnaire): readonly FieldProblem[] {
  return Object.entries(lists).flatMap(([name, list]) =>
    optionDefects(list.options).map((sentence) => ({
      path: `lists.${name}`,
      message: `Lista „${name}”: ${sentence}`,
    })),
  )
}

function questionsDefects(
  questionnaire: Questionnaire,
  questions: readonly Question[],
  path: string,
): readonly FieldProblem[] {
  return questions.flatMap((question, index) => {
    const own = `${path}.questions.${index}`
    const inner = question.type === 'ROSTER' ? question.questions : []
    return [...questionDefects(questionnaire, question, own), ...questionsDefects(questionnaire, inner, own)]
  })
}

function sectionDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  return questionnaire.sections.flatMap(({ key, title, questions }, index) => {
    const path = `sections.${index}`
    const message = `Część „${key}” nie ma tytułu.`
    return [
      ...(title.trim() === '' ? [{ path: `${path}.title`, message }] : []),
      ...questionsDefects(questionnaire, questions, path),
    ]
  })
}

/** Everything that keeps a questionnaire from being published, each with its path; empty when it is ready. */
export function findDefects(questionnaire: Questionnaire): readonly FieldProblem[] {
  return [
    ...wholeDefects(questionnaire),
    ...surroundingDefects(questionnaire),
    ...listDefects(questionnaire),
    ...sectionDefects(questionnaire),
    ...ruleDefects(questionnaire),
  ]
}

/** @throws QuestionnaireIncompleteError with everything that keeps the questionnaire from being published */
export function assertComplete(questionnaire: Questionnaire): void {
  const defects = findDefects(questionnaire)
  if (defects.length > 0) throw new QuestionnaireIncompleteError(defects)
}
