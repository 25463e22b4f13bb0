import type { Question, Questionnaire } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'
import { expressionsInText } from './pipe-text.ts'

/** Texts that answers can be put into, of whatever part of a questionnaire. */
export const PIPED_TEXTS: readonly string[] = [
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

type Piped = readonly (readonly [string, string])[]

interface Wording {
  readonly translations?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
}

const NOTHING: Piped = []

function pipedInTexts(texts: object, prefix: string): Piped {
  const held = PIPED_TEXTS.filter((name) => {
    const text: unknown = Reflect.get(texts, name)
    return typeof text === 'string' && text.includes('{')
  })
  if (held.length === 0) return NOTHING
  return held.flatMap((name) =>
    expressionsInText(String(Reflect.get(texts, name))).map((inner) => [inner, `${prefix}${name}`] as const),
  )
}

/** Expressions in the texts of one part, in all languages, with the names of the texts: `help`, `translations.uk.help`. */
export function pipedIn(part: Wording & object): Piped {
  const own = pipedInTexts(part, '')
  const { translations } = part
  if (translations === undefined) return own
  const others = Object.entries(translations).flatMap(([language, texts]) =>
    pipedInTexts(texts, `translations.${language}.`),
  )
  return others.length === 0 ? own : [...own, ...others]
}

/** Expressions in the labels of options and rows; those of a shared list belong to each question that shows them. */
export function pipedInLabels(questionnaire: Questionnaire, question: Question): Piped {
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
