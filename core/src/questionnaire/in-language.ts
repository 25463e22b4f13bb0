import type { OptionList, Question, Questionnaire, Section } from './model.ts'

interface Translated {
  readonly translations?: Readonly<Record<string, object>>
}

/** The part with its texts in the language; a text that is missing or blank there stays Polish. */
function worded<Part extends Translated>(part: Part, language: string): Part {
  const found = Object.entries(part.translations?.[language] ?? {}).filter(
    ([, text]) => typeof text !== 'string' || text.trim() !== '',
  )
  return found.length === 0 ? part : { ...part, ...Object.fromEntries(found) }
}

const each =
  (language: string) =>
  <Part extends Translated>(part: Part): Part =>
    worded(part, language)

function questionIn(question: Question, language: string): Question {
  const own = worded(question, language)
  const part = each(language)
  return {
    ...own,
    ...('options' in own && own.options ? { options: own.options.map(part) } : {}),
    ...('rows' in own && own.rows ? { rows: own.rows.map(part) } : {}),
    ...(own.constraint ? { constraint: own.constraint.map(part) } : {}),
    ...(own.type === 'ROSTER'
      ? { questions: own.questions.map((inner) => questionIn(inner, language)) }
      : {}),
  }
}

const listIn = (list: OptionList, language: string): OptionList => ({
  ...list,
  options: list.options.map(each(language)),
})

const sectionIn = (section: Section, language: string): Section => ({
  ...worded(section, language),
  questions: section.questions.map((question) => questionIn(question, language)),
})

/** Sentence by sentence: what the language lacks stays Polish, so that nothing is left unsaid. */
const sentencesIn = (polish: readonly string[], others: readonly string[] = []): readonly string[] =>
  polish.map((sentence, index) => (others[index]?.trim() ? others[index] : sentence))

/** The questionnaire as it reads in a language; keys, codes and rules are the same, what is missing stays Polish. */
export function inLanguage(questionnaire: Questionnaire, language: string): Questionnaire {
  if (language === 'pl') return questionnaire
  const lists = Object.entries(questionnaire.lists)
  const { intro, thanks } = questionnaire.translations?.[language] ?? {}
  return {
    ...worded(questionnaire, language),
    intro: sentencesIn(questionnaire.intro, intro),
    thanks: sentencesIn(questionnaire.thanks, thanks),
    lists: Object.fromEntries(lists.map(([name, list]) => [name, listIn(list, language)])),
    sections: questionnaire.sections.map((section) => sectionIn(section, language)),
  }
}
