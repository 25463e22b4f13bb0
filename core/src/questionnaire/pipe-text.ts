import { OTHER_TEXT, type Expression } from './expression/ast.ts'
import { evaluate } from './expression/evaluate.ts'
import { parseExpression } from './expression/parse.ts'
import type { Scope } from './expression/scope.ts'
import { isEmptyAnswer, isRecord, members } from './expression/values.ts'
import { questionAt, type AnswerPath, type Form } from './form.ts'
import { levelScope } from './level-state.ts'
import { otherTextKey } from './model.ts'
import { isSpecialCode } from './options.ts'

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

/** A text with each expression in braces changed; `null` puts „…” in the place of the braces. */
export function rewritePiping(text: string, change: (inner: string) => string | null): string {
  if (!text.includes('{')) return text
  return text.replace(BRACES, (whole: string, inner: string) => {
    const changed = SURVEY_WORDS.includes(inner) ? inner : change(inner)
    return changed === inner ? whole : changed === null ? MISSING : `{${changed}}`
  })
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
  return typeof value === 'string' && !isSpecialCode(value) ? value : MISSING
}

function listed(words: readonly string[], and: string): string {
  const last = words[words.length - 1] ?? MISSING
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

/** A text being filled: where it stands, and how deep in labels that hold answers themselves. */
interface Filling {
  readonly form: Form
  readonly scope: Scope
  readonly own: string | undefined
  readonly words: FillingWords
  readonly depth: number
}

/** Labels speak of earlier questions only; in a draft they may speak of each other in a ring. */
const DEEPEST_LABEL = 3

/** The questions whose codes an expression can give. */
function questionsGiving(expression: Expression | undefined, own: string | undefined): readonly string[] {
  if (expression?.kind === 'reference') return expression.member === OTHER_TEXT ? [] : [expression.key]
  if (expression?.kind === 'this') return own === undefined ? [] : [own]
  if (expression?.kind !== 'call') return []
  if (expression.name !== 'if' && expression.name !== 'coalesce') return []
  const given = expression.name === 'if' ? expression.arguments.slice(1) : expression.arguments
  return given.flatMap((argument) => questionsGiving(argument, own))
}

/** A code in words: what was written beside „inne, jakie?”, the label, or the name of a locality. */
function nameOfCode(filling: Filling, key: string, code: unknown): string | undefined {
  const { form, scope } = filling
  const compiled = form.compiled.questions.get(key)
  if (compiled?.question.type === 'LOCALITY') {
    return form.context.localityNames?.get(String(code)) ?? MISSING
  }
  const option = compiled?.options.find((one) => one.code === code)
  if (option === undefined) return undefined
  const beside = option.allowsText === true ? scope.answerTo(otherTextKey(key)) : undefined
  if (typeof beside === 'string' && beside.trim() !== '') return beside.trim()
  return fill({ ...filling, depth: filling.depth + 1 }, option.label)
}

function fill(filling: Filling, text: string): string {
  const { scope, own, words, depth } = filling
  if (!text.includes('{')) return text
  return text.replace(BRACES, (whole: string, inner: string) => {
    const expression = SURVEY_WORDS.includes(inner) ? null : readOnce(inner)
    if (expression === null) return whole
    const value = depth > DEEPEST_LABEL ? undefined : evaluate(expression, scope)
    if (isEmptyAnswer(value) || isRecord(value)) return MISSING
    const keys = questionsGiving(expression, own)
    const named = (member: unknown) =>
      keys.reduce<string | undefined>((name, key) => name ?? nameOfCode(filling, key, member), undefined)
    return listed(
      members(value).map((member) => named(member) ?? written(member, words)),
      words.and,
    )
  })
}

/**
 * A text with its expressions in braces replaced by what they give: options by their labels or by what was written
 * beside them, several joined by „i”, numbers with a decimal comma, „…” for what is not there (in the words of the
 * form's language). What cannot be read as an expression stays as it is.
 *
 * @param path - of the question whose text it is, where that stands in a roster
 */
export function pipeText(form: Form, text: string, path: AnswerPath = []): string {
  if (!text.includes('{')) return text
  const around = { compiled: form.compiled, today: form.context.today, outer: undefined }
  const placed = questionAt(form, path)
  const scope = placed?.scope ?? levelScope(form.compiled.level, form.state.states, around)
  const words = WORDS[form.context.language ?? 'pl'] ?? POLISH
  return fill({ form, scope, own: placed?.compiled.question.key, words, depth: 0 }, text)
}

/** Options or rows with answers filled into their labels; the same list when no label holds any. */
export function pipeLabels<Item extends { readonly label: string }>(
  form: Form,
  items: readonly Item[],
  path: AnswerPath = [],
): readonly Item[] {
  if (!items.some(({ label }) => label.includes('{'))) return items
  return items.map((item) => ({ ...item, label: pipeText(form, item.label, path) }))
}
