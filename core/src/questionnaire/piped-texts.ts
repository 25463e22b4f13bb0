import type { Question, Questionnaire } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'
import { expressionsInText } from './pipe-text.ts'

/** Texts that answers can be put into, of whatever part of a questionnaire. */
const TEXTS: readonly string[] = [
  'title',
  'description',
  'text',
  'help',
  'easyText',
  'minLabel',
  'maxLabel',
  'label',
  'message',
]

interface Wording {
  readonly translations?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
}

/** Expressions in the texts of one part, in all languages, with the names of the texts: `help`, `translations.uk.help`. */
export function pipedIn(part: Wording): readonly (readonly [string, string])[] {
  const found = (texts: object, prefix: string) =>
    Object.entries(texts)
      .filter(([name, text]) => TEXTS.includes(name) && typeof text === 'string')
      .flatMap(([name, text]) =>
        expressionsInText(String(text)).map((inner) => [inner, `${prefix}${name}`] as const),
      )
  const { translations = {} } = part
  const others = Object.entries(translations).flatMap(([language, texts]) =>
    found(texts, `translations.${language}.`),
  )
  return [...found(part, ''), ...others]
}

/** Expressions in the labels of options and rows; those of a shared list belong to each question that shows them. */
export function pipedInLabels(
  questionnaire: Questionnaire,
  question: Question,
): readonly (readonly [string, string])[] {
  const own = (name: string, items: readonly Wording[]) =>
    items.flatMap((item, index) =>
      pipedIn(item).map(([inner, path]) => [inner, `${name}.${index}.${path}`] as const),
    )
  const listed = (name: string, items: readonly Wording[]) =>
    items.flatMap((item) => pipedIn(item).map(([inner]) => [inner, name] as const))
  const options = hasOptions(question) ? question.options : undefined
  const rows = isMatrix(question) ? question.rows : undefined
  return [
    ...(options
      ? own('options', options)
      : hasOptions(question) && question.list
        ? listed('list', optionsOf(questionnaire, question))
        : []),
    ...(rows
      ? own('rows', rows)
      : isMatrix(question)
        ? listed('rowsList', rowsOf(questionnaire, question))
        : []),
  ]
}
