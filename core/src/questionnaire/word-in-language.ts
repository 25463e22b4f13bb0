import type { Questionnaire, QuestionnaireTexts } from './model.ts'
import { isBlank } from './wordings.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object with one field set, or without it when the value is `undefined`; itself when nothing changes. */
function withField(fields: Fields, name: string, value: unknown): Fields {
  if (fields[name] === value) return fields
  if (value !== undefined) return { ...fields, [name]: value }
  const { [name]: _gone, ...rest } = fields
  return rest
}

const orNothing = (fields: Fields): Fields | undefined =>
  Object.keys(fields).length === 0 ? undefined : fields

/** A part of the document with one wording set, or taken away when blank; nothing empty is left behind. */
function worded(part: Fields, name: string, language: string, wording: string): Fields {
  const all = isFields(part['translations']) ? part['translations'] : {}
  const own = isFields(all[language]) ? all[language] : {}
  const texts = orNothing(withField(own, name, isBlank(wording) ? undefined : wording))
  return withField(part, 'translations', orNothing(withField(all, language, texts)))
}

/** The document with what stands at the path changed; what the path does not touch keeps its identity. */
function changedAt(value: unknown, path: readonly string[], change: (part: Fields) => Fields): unknown {
  const [step, ...rest] = path
  if (step === undefined) return isFields(value) ? change(value) : value
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.map((item, index) => (String(index) === step ? changedAt(item, rest, change) : item))
  }
  return isFields(value) && Object.hasOwn(value, step)
    ? withField(value, step, changedAt(value[step], rest, change))
    : value
}

/** Sentence number `at` of the intro or the thanks; earlier sentences without a wording are blank. */
function sentence(part: 'intro' | 'thanks', at: number, language: string, wording: string) {
  return (questionnaire: Questionnaire): Questionnaire => {
    const own: QuestionnaireTexts = questionnaire.translations?.[language] ?? {}
    const count = questionnaire[part].length
    const all = Array.from({ length: count }, (_, index) =>
      index === at ? wording : (own[part]?.[index] ?? ''),
    )
    const texts = all.every(isBlank) ? undefined : all
    const left = orNothing(withField({ ...own }, part, texts))
    const translations = orNothing(withField({ ...questionnaire.translations }, language, left))
    return withField({ ...questionnaire }, 'translations', translations) as unknown as Questionnaire
  }
}

/**
 * The questionnaire with one text in another language; a blank wording takes it away.
 *
 * @param path - as `wordingsIn` gives it
 */
export function wordInLanguage(
  questionnaire: Questionnaire,
  language: string,
  path: string,
  wording: string,
): Questionnaire {
  const steps = path.split('.')
  const name = steps.at(-1) ?? ''
  const [part, at] = steps
  if (steps.length === 2 && (part === 'intro' || part === 'thanks'))
    return sentence(part, Number(at), language, wording)(questionnaire)
  const change = (fields: Fields) => worded(fields, name, language, wording)
  return changedAt(questionnaire, steps.slice(0, -1), change) as Questionnaire
}

/** Languages that some text has a wording in, besides Polish, in alphabetical order. */
export function languagesBegun(questionnaire: Questionnaire): readonly string[] {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isFields(value))
      for (const [name, member] of Object.entries(value)) {
        if (name === 'translations' && isFields(member)) Object.keys(member).forEach((one) => found.add(one))
        else visit(member)
      }
  }
  visit(questionnaire)
  return [...found].sort()
}
