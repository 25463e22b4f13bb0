import { InvalidInputError, type FieldProblem } from '../../errors.ts'
import type { OptionList, Question, Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import type { QuestionModule } from './source-model.ts'

function sameOptions(one: OptionList, other: OptionList): boolean {
  const plain = (list: OptionList) => JSON.stringify(list.options.map(({ code, label }) => [code, label]))
  return plain(one) === plain(other)
}

function attachProblems(questionnaire: Questionnaire, module: QuestionModule): readonly FieldProblem[] {
  const sections = questionnaire.sections.map((section) => section.key)
  const taken = module.sections.filter(({ key }) => sections.includes(key))
  const differing = Object.entries(module.lists).filter(([name, list]) => {
    const present = questionnaire.lists[name]
    return present !== undefined && !sameOptions(present, list)
  })
  return [
    ...taken.map(({ key }) => ({
      path: 'sections',
      message: `Kwestionariusz ma już część „${key}”. Moduł „${module.title}” można dołączyć tylko raz.`,
    })),
    ...differing.map(([name]) => ({
      path: `lists.${name}`,
      message: `Lista „${name}” ma w tym kwestionariuszu inne odpowiedzi niż w module „${module.title}”.`,
    })),
  ]
}

/** What the module asks before its own part joins the first section, where people tell about themselves. */
function withNeeds(sections: readonly Section[], needs: readonly Question[]): readonly Section[] {
  return sections.map((section, index) =>
    index === 0 ? { ...section, questions: [...section.questions, ...needs] } : section,
  )
}

/** The closing section of a questionnaire stays last; a questionnaire of one section has none. */
function insert(sections: readonly Section[], added: readonly Section[]): readonly Section[] {
  const end = sections.length > 1 ? sections.length - 1 : sections.length
  return [...sections.slice(0, end), ...added, ...sections.slice(end)]
}

/**
 * The questionnaire with the module before its last section. Questions that it asks already are not asked twice;
 * those that the module's conditions look at are added when they are missing.
 *
 * @throws InvalidInputError when it has the module already, or lists of the same name with other options
 */
export function attachModule(questionnaire: Questionnaire, module: QuestionModule): Questionnaire {
  const problems = attachProblems(questionnaire, module)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const asked = new Set(everyQuestion(questionnaire).map((question) => question.key))
  const isNew = (question: Question) => !asked.has(question.key)
  const sections = withNeeds(questionnaire.sections, module.needs.filter(isNew))
  const added = module.sections.map((section) => ({ ...section, questions: section.questions.filter(isNew) }))
  return {
    ...questionnaire,
    estimatedMinutes: questionnaire.estimatedMinutes + module.estimatedMinutes,
    thanks: [...questionnaire.thanks, ...module.thanks],
    lists: { ...module.lists, ...questionnaire.lists },
    sections: insert(
      sections,
      added.filter((section) => section.questions.length > 0),
    ),
  }
}
