import { parseExpression } from '../expression/parse.ts'
import { referencesIn } from '../expression/references.ts'
import type { Constraint, ExpressionText, Question, Section } from '../model.ts'
import { rewritePiping } from '../pipe-text.ts'
import { PIPED_TEXTS } from '../piped-texts.ts'
import type { RuleKind } from '../rules.ts'
import { sameIfSame } from './tree.ts'

/** What becomes of the rules and texts of a question or section. */
export interface Rewriting {
  /** `undefined` leaves the rule out; a calculation cannot be without one and keeps it. */
  readonly rule: (text: ExpressionText, kind: RuleKind) => ExpressionText | undefined
  /** A text that may hold expressions in braces, in whatever language, with the name of its field. */
  readonly text: (text: string, name: string) => string
}

type Fields = Readonly<Record<string, unknown>>
type Worded = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>

const RULES = ['visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter', 'expression'] as const

/** The part with these fields in place of its own, those that are `undefined` left out; the part itself when none differs. */
export function patched<Part extends object>(part: Part, patch: Fields): Part {
  const before = part as Fields
  if (Object.keys(patch).every((name) => before[name] === patch[name])) return part
  const entries = Object.entries({ ...part, ...patch }).filter(([, value]) => value !== undefined)
  // Whoever patches keeps to the fields of the part; only optional ones are left out.
  return Object.fromEntries(entries) as Part
}

function textsOf(part: object, { text }: Rewriting): Fields {
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(part as Fields)) {
    if (typeof value === 'string' && value.includes('{') && PIPED_TEXTS.includes(name))
      found[name] = text(value, name)
  }
  return found
}

function wordingsOf(translations: Worded, rewriting: Rewriting): Worded {
  const patch = Object.entries(translations).map(([language, texts]) => [
    language,
    patched(texts, textsOf(texts, rewriting)),
  ])
  return patched(translations, Object.fromEntries(patch) as Fields)
}

function wordsOf(part: { readonly translations?: Worded }, rewriting: Rewriting): Fields {
  const texts = textsOf(part, rewriting)
  if (part.translations === undefined) return texts
  return { ...texts, translations: wordingsOf(part.translations, rewriting) }
}

function constraintsOf(
  before: readonly Constraint[] | undefined,
  rewriting: Rewriting,
): readonly Constraint[] | undefined {
  if (before === undefined) return undefined
  const after = before.flatMap((constraint): readonly Constraint[] => {
    const expression = rewriting.rule(constraint.expression, 'constraint')
    return expression === undefined
      ? []
      : [patched(constraint, { expression, ...wordsOf(constraint, rewriting) })]
  })
  return after.length === 0 && before.length > 0 ? undefined : sameIfSame(before, after)
}

function rulesOf(question: object, rewriting: Rewriting): Fields {
  const fields = question as Fields
  const own = RULES.filter((name) => typeof fields[name] === 'string')
  return Object.fromEntries(
    own.map((name) => {
      const text = fields[name] as string
      return [name, rewriting.rule(text, name) ?? (name === 'expression' ? text : undefined)]
    }),
  )
}

/** Options or rows with their labels rewritten. */
export function rewriteLabels<Item extends object>(
  items: readonly Item[],
  rewriting: Rewriting,
): readonly Item[] {
  return sameIfSame(
    items,
    items.map((item) => patched(item, wordsOf(item, rewriting))),
  )
}

function labelsOf(question: Question, rewriting: Rewriting): Fields {
  return {
    ...('options' in question && question.options && { options: rewriteLabels(question.options, rewriting) }),
    ...('rows' in question && question.rows && { rows: rewriteLabels(question.rows, rewriting) }),
  }
}

/** A question with its rules and texts rewritten; what a roster asks of each item stays. */
export function rewriteQuestion(question: Question, rewriting: Rewriting): Question {
  const constraint = constraintsOf(question.constraint, rewriting)
  return patched(question, {
    ...wordsOf(question, rewriting),
    ...labelsOf(question, rewriting),
    ...rulesOf(question, rewriting),
    constraint,
  })
}

/** A section with its own condition and texts rewritten; its questions stay. */
export function rewriteSection(section: Section, rewriting: Rewriting): Section {
  return patched(section, { ...wordsOf(section, rewriting), ...rulesOf(section, rewriting) })
}

/** An expression with keys of questions renamed where it speaks of them; one that cannot be read stays as it is. */
export function renameInExpression(text: ExpressionText, names: ReadonlyMap<string, string>): ExpressionText {
  if (![...names.keys()].some((key) => text.includes(key))) return text
  const { expression } = parseExpression(text)
  const references = expression === undefined ? [] : referencesIn(expression)
  return references.reduceRight((written, { key, start }) => {
    const name = names.get(key)
    return name === undefined ? written : written.slice(0, start) + name + written.slice(start + key.length)
  }, text)
}

/** The rewriting that renames keys of questions wherever rules and texts speak of them. */
export function renaming(names: ReadonlyMap<string, string>): Rewriting {
  const rule = (text: ExpressionText) => renameInExpression(text, names)
  return { rule, text: (text) => rewritePiping(text, rule) }
}
