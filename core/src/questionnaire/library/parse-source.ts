import { InvalidInputError, type FieldProblem } from '../../errors.ts'
import type { Question, Questionnaire } from '../model.ts'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { flag, listOf, object, oneOf, optional, shape, text, wholeNumber, type Read } from '../reader.ts'
import type {
  Handling,
  LibraryNote,
  ModuleSource,
  QuestionnaireSource,
  QuestionUse,
  SourceSection,
} from './source-model.ts'

const anything: Read<unknown> = (value) => value
const key = text(60)
const use = shape<QuestionUse>({
  use: key,
  only: optional(listOf(key, 500)),
  onlyRows: optional(listOf(key, 100)),
  required: optional(flag),
  visibleIf: optional(text(2000)),
})
const handling = shape<Handling>({
  anonymous: flag,
  publicLink: flag,
  minimumAnswers: optional(wholeNumber),
  neverCross: optional(listOf(listOf(key, 10), 20)),
  withoutLocality: optional(flag),
  note: optional(text(2000)),
})
const note = shape<LibraryNote>({ key, title: text(300), handling })

interface SourceFacts {
  readonly format: string
  readonly languages: readonly string[]
  readonly modules: readonly string[] | undefined
  readonly handling: Handling
}
interface ModuleFacts {
  readonly format: string
  readonly needs: readonly QuestionUse[]
}
const sourceFacts = shape<SourceFacts>({
  format: oneOf(['rozeznanie-source/1']),
  languages: listOf(text(20), 30),
  modules: optional(listOf(key, 20)),
  handling,
})
const moduleFacts = shape<ModuleFacts>({ format: oneOf(['rozeznanie-module/1']), needs: listOf(use, 20) })

type Fields = Readonly<Record<string, unknown>>
const sectionsOf = listOf<Fields>((value, path, problems) => object(value, path, problems) ?? {}, 50)
const questionsOf = listOf(anything, 300)
const isUseJson = (value: unknown): boolean => typeof value === 'object' && value !== null && 'use' in value

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]))
}
function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

/** Reads a source as the questionnaire it becomes, with a stand-in wherever a question of the bank is named. */
function readWithStandIns(given: Fields, problems: FieldProblem[]) {
  const uses = new Map<string, QuestionUse>()
  const standIn = (json: unknown, path: string): unknown => {
    if (!isUseJson(json)) return json
    const name = `use_${uses.size}`
    uses.set(name, use(json, path, problems))
    return { key: name, type: 'INFO', text: name }
  }
  const sections = sectionsOf(given['sections'], 'sections', problems).map((section, at) => {
    const path = `sections.${at}.questions`
    const questions = questionsOf(section['questions'], path, problems)
    return { ...section, questions: questions.map((json, index) => standIn(json, `${path}.${index}`)) }
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const document = { ...given, format: 'rozeznanie-questionnaire/1', language: 'pl', lists: {}, sections }
  return { document: parseQuestionnaire(document), uses }
}

function withUses(
  { sections }: Questionnaire,
  uses: ReadonlyMap<string, QuestionUse>,
): readonly SourceSection[] {
  const put = (question: Question) => uses.get(question.key) ?? question
  return sections.map((section) => ({ ...section, questions: section.questions.map(put) }))
}

/**
 * Reads the source of a questionnaire. That its keys are in the bank is for `composeQuestionnaire` to say.
 *
 * @throws InvalidInputError with every problem and its path
 */
export function parseSource(json: unknown): QuestionnaireSource {
  const problems: FieldProblem[] = []
  const given = object(json, '', problems) ?? {}
  const own = ['format', 'languages', 'modules', 'handling']
  const facts = sourceFacts(pick(given, own), '', problems)
  const { document, uses } = readWithStandIns(without(given, own), problems)
  const { title, description, audience, estimatedMinutes, intro, thanks, translations } = document
  return {
    ...{ key: document.key, title, description, audience, estimatedMinutes, intro, thanks },
    ...(translations === undefined ? {} : { translations }),
    languages: facts.languages,
    modules: facts.modules ?? [],
    handling: facts.handling,
    sections: withUses(document, uses),
  }
}

/**
 * Reads the source of a module.
 *
 * @throws InvalidInputError with every problem and its path
 */
export function parseModule(json: unknown): ModuleSource {
  const problems: FieldProblem[] = []
  const given = object(json, '', problems) ?? {}
  const own = ['format', 'needs']
  const { needs } = moduleFacts(pick(given, own), '', problems)
  const whole = { ...without(given, own), audience: 'RESIDENT', intro: [] }
  const { document, uses } = readWithStandIns(whole, problems)
  const { title, description, estimatedMinutes, thanks } = document
  const sections = withUses(document, uses)
  return { key: document.key, title, description, estimatedMinutes, needs, sections, thanks }
}

/**
 * Reads what the library says about topics without a questionnaire.
 *
 * @throws InvalidInputError with every problem and its path
 */
export function parseNotes(json: unknown): readonly LibraryNote[] {
  const problems: FieldProblem[] = []
  const notes = listOf(note, 50)(json, '', problems)
  if (problems.length > 0) throw new InvalidInputError(problems)
  return notes
}
