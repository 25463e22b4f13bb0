import type { Expression } from './expression/ast.ts'
import { evaluate } from './expression/evaluate.ts'
import { parseExpression } from './expression/parse.ts'
import { isEmptyAnswer, isRecord, members } from './expression/values.ts'
import { questionAt, type AnswerPath, type Form } from './form.ts'
import { levelScope } from './level-state.ts'

/** Words of introductions that the survey fills in; they are no expressions. */
export const SURVEY_WORDS: readonly string[] = ['organizacja', 'gmina', 'telefon', 'minuty']

/** What stands for an answer that is not there. */
const MISSING = '…'
const BRACES = /\{([^{}]*)\}/g

/** The texts of the expressions in braces, in order. */
export function expressionsInText(text: string): readonly string[] {
  if (!text.includes('{')) return []
  return [...text.matchAll(BRACES)].flatMap(([, inner = '']) => (SURVEY_WORDS.includes(inner) ? [] : [inner]))
}

const read = new Map<string, Expression | null>()
const MOST_READ = 2000

function readOnce(text: string): Expression | null {
  const before = read.get(text)
  if (before !== undefined) return before
  if (read.size >= MOST_READ) read.clear()
  const expression = parseExpression(text).expression ?? null
  read.set(text, expression)
  return expression
}

/** Codes of the question that an expression names, so that its answer can be told in words. */
function labelsFor({ compiled }: Form, expression: Expression): ReadonlyMap<string, string> {
  if (expression.kind !== 'reference') return new Map()
  const options = compiled.questions.get(expression.key)?.options ?? []
  return new Map(options.map(({ code, label }) => [code, label]))
}

/** The few words of its own that a filled text has, and how it writes a number. */
interface FillingWords {
  readonly and: string
  readonly yes: string
  readonly no: string
  readonly point: string
}

const POLISH: FillingWords = { and: 'i', yes: 'tak', no: 'nie', point: ',' }
const WORDS: Readonly<Record<string, FillingWords>> = {
  uk: { and: 'і', yes: 'так', no: 'ні', point: ',' },
  en: { and: 'and', yes: 'yes', no: 'no', point: '.' },
}

function written(value: unknown, { yes, no, point }: FillingWords): string {
  if (typeof value === 'number') return String(value).replace('.', point)
  if (typeof value === 'boolean') return value ? yes : no
  return typeof value === 'string' ? value : MISSING
}

function listed(words: readonly string[], and: string): string {
  const last = words[words.length - 1] ?? MISSING
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

/**
 * A text with its expressions in braces replaced by what they give: options by their labels, several joined by „i”,
 * numbers with a decimal comma, „…” for what is not there (in the words of the form's language). What cannot be read as an expression stays as it is.
 *
 * @param path - of the question whose text it is, where that stands in a roster
 */
export function pipeText(form: Form, text: string, path: AnswerPath = []): string {
  if (!text.includes('{')) return text
  const around = { compiled: form.compiled, today: form.context.today, outer: undefined }
  const scope = questionAt(form, path)?.scope ?? levelScope(form.compiled.level, form.state.states, around)
  const words = WORDS[form.context.language ?? 'pl'] ?? POLISH
  return text.replace(BRACES, (whole: string, inner: string) => {
    const expression = SURVEY_WORDS.includes(inner) ? null : readOnce(inner)
    if (expression === null) return whole
    const value = evaluate(expression, scope)
    if (isEmptyAnswer(value) || isRecord(value)) return MISSING
    const labels = labelsFor(form, expression)
    const each = members(value).map((member) => labels.get(String(member)) ?? written(member, words))
    return listed(each, words.and)
  })
}
