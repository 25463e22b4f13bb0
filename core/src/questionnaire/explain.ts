import type { CompiledQuestion } from './compile.ts'
import { describeExpression } from './describe-rule.ts'
import type { Expression } from './expression/ast.ts'
import { evaluate, holds } from './expression/evaluate.ts'
import { referencesIn } from './expression/references.ts'
import type { Scope } from './expression/scope.ts'
import { isEmptyAnswer, isRecord, members } from './expression/values.ts'
import { questionAt, type AnswerPath, type Form } from './form.ts'
import { levelScope } from './level-state.ts'
import { isMatrix } from './options.ts'

/** Why something is shown or not: a sentence, whether it holds, and what it follows from. */
export interface Reason {
  readonly kind: 'question' | 'section' | 'rows' | 'options' | 'and' | 'or' | 'not' | 'fact' | 'answer'
  readonly holds: boolean
  /** A Polish sentence without a full stop. */
  readonly sentence: string
  readonly because: readonly Reason[]
}

/** A form being explained, and the questions explained already on the way here, so that rings come to an end. */
interface Telling {
  readonly form: Form
  readonly told: ReadonlySet<string>
}

/** What was answered to a question that a condition speaks of; of one that is hidden, why. */
function answerReason({ form, told }: Telling, key: string, scope: Scope): Reason | null {
  const compiled = form.compiled.questions.get(key)
  if (compiled === undefined) return null
  const answer = scope.answerTo(key)
  const name = `„${compiled.question.text.trim() || key}”`
  if (!isEmptyAnswer(answer)) {
    const sentence = `${name}: ${answerInWords(compiled, answer)}`
    return { kind: 'answer', holds: true, sentence, because: [] }
  }
  const placed = questionAt(form, key)
  const isHidden = placed !== undefined && !placed.state.isShown && compiled.question.type !== 'CALCULATED'
  return {
    kind: 'answer',
    holds: false,
    sentence: `${name}: ${isHidden ? 'pytanie ukryte' : 'brak odpowiedzi'}`,
    because: isHidden && !told.has(key) ? hidingReasons({ form, told: new Set([...told, key]) }, [key]) : [],
  }
}

const MOST_NAMED = 8

function answerInWords({ options, question }: CompiledQuestion, answer: unknown): string {
  if (question.type === 'ROSTER' && Array.isArray(answer)) return `liczba pozycji: ${answer.length}`
  if (isRecord(answer)) return `odpowiedzi w wierszach: ${Object.keys(answer).length}`
  if (answer === true) return 'tak'
  if (answer === false) return 'nie'
  const words = members(answer).map((member) => {
    const label = options.find(({ code }) => code === member)?.label
    return label ?? String(member).replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
  })
  return words.slice(0, MOST_NAMED).join(', ')
}

function conditionReason(
  telling: Telling,
  expression: Expression,
  scope: Scope,
  own: CompiledQuestion | undefined,
): Reason {
  const isTrue = holds(expression, scope)
  const sentence = describeExpression(telling.form.compiled.questionnaire, expression, own?.question)
  const inner = (part: Expression) => conditionReason(telling, part, scope, own)
  if (expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or')) {
    const { operator, left, right } = expression
    const flat = (part: Expression): readonly Expression[] =>
      part.kind === 'binary' && part.operator === operator
        ? [...flat(part.left), ...flat(part.right)]
        : [part]
    return { kind: operator, holds: isTrue, sentence, because: [...flat(left), ...flat(right)].map(inner) }
  }
  if (expression.kind === 'unary' && expression.operator === 'not') {
    return { kind: 'not', holds: isTrue, sentence, because: [inner(expression.operand)] }
  }
  const keys = new Set(referencesIn(expression).map(({ key }) => key))
  const because = [...keys].flatMap((key) => answerReason(telling, key, scope) ?? [])
  return { kind: 'fact', holds: isTrue, sentence, because }
}

/** Everything that decides whether the question at a path is shown. */
function decidingReasons(telling: Telling, path: AnswerPath): readonly Reason[] {
  const { form } = telling
  const placed = questionAt(form, path)
  if (placed === undefined) return []
  const { compiled, state, scope } = placed
  const reasons: Reason[] = []
  const section =
    compiled.sectionIndex === undefined ? undefined : form.compiled.level.nodes[compiled.sectionIndex]
  if (section?.kind === 'section' && section.visibleIf) {
    const around = { compiled: form.compiled, today: form.context.today, outer: undefined }
    const before = levelScope(form.compiled.level, form.state.states, around, {
      place: compiled.sectionIndex ?? 0,
    })
    const reason = conditionReason(telling, section.visibleIf, before, undefined)
    const sentence = `Część „${section.section.title}”: ${reason.sentence}`
    reasons.push({ kind: 'section', holds: reason.holds, sentence, because: [reason] })
  }
  if (path.length > 1) {
    const roster = path.slice(0, -2)
    reasons.push(...decidingReasons(telling, roster))
  }
  if (compiled.visibleIf) reasons.push(conditionReason(telling, compiled.visibleIf, scope, compiled))
  if (isMatrix(compiled.question) && compiled.rowVisibleIf) reasons.push(rowsReason(telling, compiled, scope))
  if (compiled.optionFilter) {
    const offered = compiled.options.filter(({ code }) => evaluatesFor(compiled, code, scope))
    const sentence = `Odpowiedzi do wyboru: ${offered.length} z ${compiled.options.length}`
    reasons.push({ kind: 'options', holds: offered.length > 0 || state.isShown, sentence, because: [] })
  }
  return reasons
}

function evaluatesFor({ optionFilter }: CompiledQuestion, code: string, scope: Scope): boolean {
  return optionFilter === undefined || evaluate(optionFilter, { ...scope, option: code }) === true
}

function rowsReason(telling: Telling, compiled: CompiledQuestion, scope: Scope): Reason {
  const { rows, rowVisibleIf } = compiled
  const because = rows.flatMap((row): readonly Reason[] => {
    if (rowVisibleIf === undefined) return []
    const reason = conditionReason(telling, rowVisibleIf, { ...scope, row: row.key }, compiled)
    return [{ ...reason, sentence: `Wiersz „${row.label}”: ${reason.sentence}` }]
  })
  const shown = because.filter((reason) => reason.holds).length
  return { kind: 'rows', holds: shown > 0, sentence: `Wiersze tabeli: ${shown} z ${rows.length}`, because }
}

function hidingReasons(telling: Telling, path: AnswerPath): readonly Reason[] {
  return decidingReasons(telling, path).filter((reason) => !reason.holds)
}

/**
 * „Dlaczego widzę to pytanie?”: why the question at a path is shown for these answers, or why it is not, as a tree
 * of sentences down to the answers; `undefined` when the questionnaire has no such question.
 */
export function explain(form: Form, path: string | AnswerPath): Reason | undefined {
  const steps = typeof path === 'string' ? [path] : path
  const placed = questionAt(form, steps)
  if (placed === undefined) return undefined
  const { question } = placed.compiled
  const because = decidingReasons({ form, told: new Set([question.key]) }, steps)
  const name = `„${question.text.trim() || question.key}”`
  if (question.type === 'CALCULATED') {
    return {
      kind: 'question',
      holds: false,
      sentence: `${name} to wartość wyliczana, której nie pokazujemy`,
      because,
    }
  }
  const { isShown } = placed.state
  const always = because.length === 0 ? ' zawsze' : ''
  const sentence = isShown ? `Pokazujemy${always} pytanie ${name}` : `Nie pokazujemy pytania ${name}`
  return { kind: 'question', holds: isShown, sentence, because }
}
