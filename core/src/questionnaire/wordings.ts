import type { Constraint, MatrixRow, Option, Question, Questionnaire } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'
import { everyQuestion } from './walk.ts'

/** What a text is within its question, section or questionnaire. */
export const WORDING_PARTS = [
  'title',
  'description',
  'intro',
  'thanks',
  'text',
  'help',
  'easyText',
  'minLabel',
  'maxLabel',
  'unit',
  'itemName',
  'option',
  'row',
  'message',
] as const
export type WordingPart = (typeof WORDING_PARTS)[number]

/** A text that a respondent can meet, in Polish and in another language. */
export interface Wording {
  /** Where the Polish text stands: `sections.0.questions.2.help`. */
  readonly path: string
  readonly part: WordingPart
  /** Key of the section it stands in; absent for the frame of the questionnaire and for shared lists. */
  readonly sectionKey?: string
  readonly questionKey?: string
  /** Name of the shared list it belongs to. */
  readonly list?: string
  readonly polish: string
  /** In the other language; empty when there is none. */
  readonly wording: string
}

type Texts = Readonly<Record<string, string | undefined>>
type Place = Pick<Wording, 'sectionKey' | 'questionKey' | 'list'>

/** A text nobody wrote: absent or nothing but spaces. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** The texts of one part of the document; those without a Polish text are not asked for. */
function entries(
  path: string,
  texts: Texts,
  wording: Texts | undefined,
  place: Place = {},
  part?: WordingPart,
): readonly Wording[] {
  return Object.entries(texts).flatMap(([name, polish]) => {
    if (polish === undefined || isBlank(polish)) return []
    const own = wording?.[name]
    return {
      path: path === '' ? name : `${path}.${name}`,
      part: part ?? WORDING_PARTS.find((known) => known === name) ?? 'text',
      ...place,
      polish,
      wording: own === undefined || isBlank(own) ? '' : own,
    }
  })
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

interface At {
  readonly path: string
  readonly language: string
  readonly place: Place
}

function labels(
  items: readonly (Option | MatrixRow)[] | undefined,
  part: WordingPart,
  { path, language, place }: At,
): readonly Wording[] {
  return (items ?? []).flatMap(({ label, translations }, index) =>
    entries(`${path}.${index}`, { label }, translations?.[language], place, part),
  )
}

function messages(rules: readonly Constraint[] | undefined, { path, language, place }: At) {
  return (rules ?? []).flatMap(({ message, translations }, index) =>
    entries(`${path}.${index}`, { message }, translations?.[language], place),
  )
}

function ofQuestion(question: Question, at: At): readonly Wording[] {
  if (question.type === 'CALCULATED') return []
  const { path, language } = at
  const place = { ...at.place, questionKey: question.key }
  const under = (name: string): At => ({ path: `${path}.${name}`, language, place })
  return [
    ...entries(path, textsOf(question), question.translations?.[language], place),
    ...labels('options' in question ? question.options : undefined, 'option', under('options')),
    ...labels('rows' in question ? question.rows : undefined, 'row', under('rows')),
    ...messages(question.constraint, under('constraint')),
    ...(question.type === 'ROSTER'
      ? question.questions.flatMap((inner, index) => ofQuestion(inner, under(`questions.${index}`)))
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

function ofLists(questionnaire: Questionnaire, language: string): readonly Wording[] {
  return Object.entries(questionnaire.lists).flatMap(([list, { options }]) => {
    const shown = shownCodes(questionnaire, list)
    return options.flatMap(({ code, label, translations }, index) =>
      shown.has(code)
        ? entries(`lists.${list}.options.${index}`, { label }, translations?.[language], { list }, 'option')
        : [],
    )
  })
}

function ofSections({ sections }: Questionnaire, language: string): readonly Wording[] {
  return sections.flatMap(({ key, title, description, translations, questions }, at) => {
    const place = { sectionKey: key }
    return [
      ...entries(`sections.${at}`, { title, description }, translations?.[language], place),
      ...questions.flatMap((question, index) =>
        ofQuestion(question, { path: `sections.${at}.questions.${index}`, language, place }),
      ),
    ]
  })
}

/** Every text that a respondent can meet, in the order of the document, with its wording in the language. */
export function wordingsIn(questionnaire: Questionnaire, language: string): readonly Wording[] {
  const { title, description, intro, thanks, translations } = questionnaire
  const own = translations?.[language]
  const numbered = (texts: readonly string[] = []): Texts => Object.fromEntries(texts.entries())
  return [
    ...entries('', { title, description }, { title: own?.title, description: own?.description }),
    ...entries('intro', numbered(intro), numbered(own?.intro), {}, 'intro'),
    ...entries('thanks', numbered(thanks), numbered(own?.thanks), {}, 'thanks'),
    ...ofSections(questionnaire, language),
    ...ofLists(questionnaire, language),
  ]
}
