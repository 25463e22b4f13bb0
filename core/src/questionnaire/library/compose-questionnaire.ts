import { InvalidInputError, type FieldProblem } from '../../errors.ts'
import type { Question, Questionnaire, Section } from '../model.ts'
import type { QuestionBank } from './bank-model.ts'
import { listInLanguages, questionInLanguages, sectionInLanguages } from './keep-languages.ts'
import {
  isUse,
  type Lists,
  type ModuleSource,
  type QuestionModule,
  type QuestionnaireSource,
  type QuestionUse,
  type SourceSection,
} from './source-model.ts'
import { useQuestion } from './use-question.ts'

function resolve(
  question: QuestionUse | Question,
  bank: QuestionBank,
  path: string,
  problems: FieldProblem[],
): readonly Question[] {
  if (isUse(question)) {
    const used = useQuestion(question, bank, path, problems)
    return used === null ? [] : [used]
  }
  if (bank.questions.some((shared) => shared.question.key === question.key))
    problems.push({
      path,
      message: `Klucz „${question.key}” należy do banku pytań. Prosimy użyć pytania z banku albo nadać inny klucz.`,
    })
  return [question]
}

function resolveSections(
  sections: readonly SourceSection[],
  bank: QuestionBank,
  problems: FieldProblem[],
): readonly Section[] {
  return sections.map((section, at) => ({
    ...section,
    questions: section.questions.flatMap((question, index) =>
      resolve(question, bank, `sections.${at}.questions.${index}`, problems),
    ),
  }))
}

function listNames(questions: readonly Question[]): readonly string[] {
  return questions.flatMap((question) => {
    if (question.type === 'ROSTER') return listNames(question.questions)
    return [
      ...('list' in question && question.list ? [question.list] : []),
      ...('rowsList' in question && question.rowsList ? [question.rowsList] : []),
    ]
  })
}

/** The lists that the questions name, in the bank's order. */
function listsFor(questions: readonly Question[], bank: QuestionBank, languages: readonly string[]): Lists {
  const names = new Set(listNames(questions))
  const used = Object.entries(bank.lists).filter(([name]) => names.has(name))
  return Object.fromEntries(used.map(([name, list]) => [name, listInLanguages(list, languages)]))
}

/**
 * The whole, self-contained document of a source: what is stored and published knows nothing of the bank.
 *
 * @throws InvalidInputError when the source names what the bank does not have, or gives a key of the bank to an own question
 */
export function composeQuestionnaire(source: QuestionnaireSource, bank: QuestionBank): Questionnaire {
  const problems: FieldProblem[] = []
  const resolved = resolveSections(source.sections, bank, problems)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const { key, title, description, audience, estimatedMinutes, intro, thanks, languages, translations } =
    source
  const questions = resolved.flatMap((section) => section.questions)
  return {
    format: 'rozeznanie-questionnaire/1',
    ...{ key, title, description, audience, language: 'pl' as const, estimatedMinutes, intro, thanks },
    lists: listsFor(questions, bank, languages),
    sections: resolved.map((section) => sectionInLanguages(section, languages)),
    ...(translations === undefined ? {} : { translations }),
  }
}

/**
 * A module with its questions in full, in Polish.
 *
 * @throws InvalidInputError as `composeQuestionnaire`
 */
export function composeModule(source: ModuleSource, bank: QuestionBank): QuestionModule {
  const problems: FieldProblem[] = []
  const needs = source.needs.flatMap((use, index) => resolve(use, bank, `needs.${index}`, problems))
  const sections = resolveSections(source.sections, bank, problems)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const questions = [...needs, ...sections.flatMap((section) => section.questions)]
  return {
    ...source,
    needs: needs.map((question) => questionInLanguages(question, [])),
    sections: sections.map((section) => sectionInLanguages(section, [])),
    lists: listsFor(questions, bank, []),
  }
}
