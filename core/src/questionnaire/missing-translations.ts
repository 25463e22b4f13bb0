import type { Constraint, MatrixRow, Option, Question, Questionnaire } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'
import { everyQuestion } from './walk.ts'

/** A text that a language does not have yet. */
export interface MissingTranslation {
  /** Where the Polish text stands: `sections.0.questions.2.help`. */
  readonly path: string
  /** The Polish text. */
  readonly text: string
}

type Texts = Readonly<Record<string, string | undefined>>

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** The texts of one part that have no wording. */
function missing(path: string, texts: Texts, wording: Texts | undefined): readonly MissingTranslation[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    text === undefined || isBlank(text) || !isBlank(wording?.[name])
      ? []
      : [{ path: path === '' ? name : `${path}.${name}`, text }],
  )
}

const textsOf = (question: Question): Texts => ({
  text: question.text,
  help: question.help,
  easyText: question.easyText,
  minLabel: 'minLabel' in question ? question.minLabel : undefined,
  maxLabel: 'maxLabel' in question ? question.maxLabel : undefined,
  unit: 'unit' in question ? question.unit : undefined,
  itemName: 'itemName' in question ? question.itemName : undefined,
})

function labels(
  items: readonly (Option | MatrixRow)[] | undefined,
  path: string,
  language: string,
): readonly MissingTranslation[] {
  return (items ?? []).flatMap(({ label, translations }, index) =>
    missing(`${path}.${index}`, { label }, translations?.[language]),
  )
}

function messages(rules: readonly Constraint[] | undefined, path: string, language: string) {
  return (rules ?? []).flatMap(({ message, translations }, index) =>
    missing(`${path}.constraint.${index}`, { message }, translations?.[language]),
  )
}

function ofQuestion(question: Question, path: string, language: string): readonly MissingTranslation[] {
  if (question.type === 'CALCULATED') return []
  return [
    ...missing(path, textsOf(question), question.translations?.[language]),
    ...labels('options' in question ? question.options : undefined, `${path}.options`, language),
    ...labels('rows' in question ? question.rows : undefined, `${path}.rows`, language),
    ...messages(question.constraint, path, language),
    ...(question.type === 'ROSTER'
      ? question.questions.flatMap((inner, index) =>
          ofQuestion(inner, `${path}.questions.${index}`, language),
        )
      : []),
  ]
}

/** Codes of a list that some question shows, as an answer or as a row. */
function shownCodes(questionnaire: Questionnaire, list: string): ReadonlySet<string> {
  const codes = everyQuestion(questionnaire).flatMap((question) => [
    ...(hasOptions(question) && question.list === list
      ? optionsOf(questionnaire, question).map(({ code }) => code)
      : []),
    ...(isMatrix(question) && question.rowsList === list
      ? rowsOf(questionnaire, question).map(({ key }) => key)
      : []),
  ])
  return new Set(codes)
}

function ofLists(questionnaire: Questionnaire, language: string): readonly MissingTranslation[] {
  return Object.entries(questionnaire.lists).flatMap(([name, { options }]) => {
    const shown = shownCodes(questionnaire, name)
    return options.flatMap(({ code, label, translations }, index) =>
      shown.has(code) ? missing(`lists.${name}.options.${index}`, { label }, translations?.[language]) : [],
    )
  })
}

function ofSections({ sections }: Questionnaire, language: string): readonly MissingTranslation[] {
  return sections.flatMap(({ title, description, translations, questions }, at) => [
    ...missing(`sections.${at}`, { title, description }, translations?.[language]),
    ...questions.flatMap((question, index) =>
      ofQuestion(question, `sections.${at}.questions.${index}`, language),
    ),
  ])
}

/** Every text a respondent can meet that has no wording in the language; empty when it is complete. */
export function missingTranslations(
  questionnaire: Questionnaire,
  language: string,
): readonly MissingTranslation[] {
  const { title, description, intro, thanks, translations } = questionnaire
  const wording = translations?.[language]
  const numbered = (texts: readonly string[] = []): Texts => Object.fromEntries(texts.entries())
  return [
    ...missing('', { title, description }, { title: wording?.title, description: wording?.description }),
    ...missing('intro', numbered(intro), numbered(wording?.intro)),
    ...missing('thanks', numbered(thanks), numbered(wording?.thanks)),
    ...ofSections(questionnaire, language),
    ...ofLists(questionnaire, language),
  ]
}
