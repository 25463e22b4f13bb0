import { InvalidInputError, type FieldProblem } from '../../errors.ts'
import { AUDIENCES, type Section } from '../model.ts'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { listOf, object, oneOf, shape, text, type Read } from '../reader.ts'
import {
  BANK_OWNERS,
  INDICATORS,
  SERVICE_DOMAINS,
  type BankQuestion,
  type BankTheme,
  type QuestionBank,
} from './bank-model.ts'

type BankFacts = Omit<BankQuestion, 'question' | 'theme' | 'isLocked'>

const anything: Read<unknown> = (value) => value
const facts = {
  owner: oneOf(BANK_OWNERS),
  audiences: listOf(oneOf(AUDIENCES), AUDIENCES.length),
  serviceDomains: listOf(oneOf(SERVICE_DOMAINS), SERVICE_DOMAINS.length),
  indicators: listOf(oneOf(INDICATORS), INDICATORS.length),
}
const entry = shape<BankFacts & { readonly question: unknown }>({ ...facts, question: anything })
const themeFile = shape<BankTheme & { readonly questions: readonly (BankFacts & { question: unknown })[] }>({
  theme: text(40),
  title: text(100),
  questions: listOf(entry, 300),
})

/** The questions of all themes, read as sections of one questionnaire: a bank needs no reader of its own. */
function readSections(
  themes: readonly {
    readonly theme: string
    readonly title: string
    readonly questions: readonly unknown[]
  }[],
  lists: unknown,
) {
  const document = parseQuestionnaire({
    format: 'rozeznanie-questionnaire/1',
    key: 'BANK',
    title: 'Bank pytań',
    description: 'Bank pytań',
    audience: 'RESIDENT',
    language: 'pl',
    estimatedMinutes: 1,
    intro: ['Bank pytań'],
    thanks: ['Bank pytań'],
    lists,
    sections: themes.map(({ theme, title, questions }) => ({ key: theme, title, questions })),
  })
  return { sections: document.sections, lists: document.lists }
}

function join(section: Section | undefined, questionFacts: readonly BankFacts[]): readonly BankQuestion[] {
  return (section?.questions ?? []).flatMap((question, index): readonly BankQuestion[] => {
    const known = questionFacts[index]
    if (section === undefined || known === undefined) return []
    const { owner, audiences, serviceDomains, indicators } = known
    const isLocked = question.core === true
    return [{ question, theme: section.key, owner, isLocked, audiences, serviceDomains, indicators }]
  })
}

/**
 * Reads the bank from its files: one JSON per theme, and the shared lists.
 *
 * @throws InvalidInputError with every problem and its path
 */
export function parseBank(themesJson: readonly unknown[], listsJson: unknown): QuestionBank {
  const problems: FieldProblem[] = []
  const files = themesJson.map((json, index) => themeFile(json, String(index), problems))
  object(listsJson, 'lists', problems)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const themes = files.map(({ theme, title, questions }) => ({
    theme,
    title,
    questions: questions.map(({ question }) => question),
  }))
  const { sections, lists } = readSections(themes, listsJson)
  return {
    themes: files.map(({ theme, title }) => ({ theme, title })),
    questions: files.flatMap((file, index) => join(sections[index], file.questions)),
    lists,
  }
}
