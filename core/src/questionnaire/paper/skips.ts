import { parseExpression } from '../expression/index.ts'
import type { Expression } from '../expression/index.ts'
import type { ExpressionText, Question } from '../model.ts'
import { isSpecialCode, optionsOf } from '../options.ts'
import { isAnswerable } from '../walk.ts'
import type { PaperQuestionnaire } from './routing.ts'
import { paperWords } from './words.ts'

/** A question in the order of asking, with the rules that must hold for it to be asked. */
export interface AskedIf {
  readonly question: Question
  readonly rules: readonly (ExpressionText | undefined)[]
}

/** What is known after one answer: the code chosen, and the questions that are then not asked. */
interface Known {
  readonly key: string
  readonly code: string
  readonly hidden: ReadonlySet<string>
}

/** Whether an expression surely holds (`true`), surely not (`false`), or it depends (`null`). */
type Sure = boolean | null

const not = (sure: Sure): Sure => (sure === null ? null : !sure)

function joined(operator: 'and' | 'or', one: Sure, other: Sure): Sure {
  const decisive = operator === 'or'
  if (one === decisive || other === decisive) return decisive
  return one === null || other === null ? null : !decisive
}

function compared(operator: string, code: string, right: Expression): Sure {
  if (operator === 'in' && right.kind === 'list') {
    return right.items.some((item) => item.kind === 'text' && item.value === code)
  }
  if (right.kind !== 'text') return null
  if (operator === '=') return right.value === code
  return operator === '!=' ? right.value !== code : null
}

function answered(known: Known, asked: Expression | undefined): Sure {
  if (asked?.kind !== 'reference' || asked.member !== undefined) return null
  if (known.hidden.has(asked.key)) return false
  return asked.key === known.key && !isSpecialCode(known.code) ? true : null
}

function sureOf(expression: Expression, known: Known): Sure {
  if (expression.kind === 'boolean') return expression.value
  if (expression.kind === 'call') {
    return expression.name === 'answered' ? answered(known, expression.arguments[0]) : null
  }
  if (expression.kind === 'unary') {
    return expression.operator === 'not' ? not(sureOf(expression.operand, known)) : null
  }
  if (expression.kind !== 'binary') return null
  const { operator, left, right } = expression
  if (operator === 'and' || operator === 'or') {
    return joined(operator, sureOf(left, known), sureOf(right, known))
  }
  if (left.kind !== 'reference' || !['=', '!=', 'in'].includes(operator)) return null
  // A comparison with an answer that is not there is false.
  if (known.hidden.has(left.key)) return false
  return left.key === known.key && left.member === undefined ? compared(operator, known.code, right) : null
}

function isSurelyHidden({ rules }: AskedIf, known: Known): boolean {
  return rules.some((rule) => {
    const expression = rule === undefined ? undefined : parseExpression(rule).expression
    return expression !== undefined && sureOf(expression, known) === false
  })
}

/** How many of the questions that follow are surely not asked after an answer. */
function passedOver(following: readonly AskedIf[], key: string, code: string): number {
  const hidden = new Set<string>()
  const first = following.findIndex((asked) => {
    if (!isSurelyHidden(asked, { key, code, hidden })) return true
    hidden.add(asked.question.key)
    return false
  })
  return first === -1 ? following.length : first
}

/** With more answers than this the sentence would be longer than the conditions it saves from reading. */
const MOST_LABELS = 3

/**
 * Where to go on after some answers to a question with one answer, in words: „Jeśli „Nie”, proszę przejść do pytania
 * 12.”. Worked out from the conditions of the questions that follow, so it can only pass over what is not asked.
 *
 * @param asked - the questions of one level in order; those that are not answered by hand count for nothing
 */
export function skipsAfter(
  { questionnaire, language, numbers }: PaperQuestionnaire,
  question: Question,
  asked: readonly AskedIf[],
): readonly string[] {
  if (question.type !== 'SINGLE') return []
  const answerable = asked.filter((one) => isAnswerable(one.question))
  const following = answerable.slice(answerable.findIndex((one) => one.question.key === question.key) + 1)
  const labels = new Map<number, string[]>()
  for (const { code, label } of optionsOf(questionnaire, question)) {
    const passed = passedOver(following, question.key, code)
    if (passed > 0) labels.set(passed, [...(labels.get(passed) ?? []), label])
  }
  const words = paperWords(language)
  return [...labels].flatMap(([passed, chosen]) => {
    const next = following[passed]?.question
    const number = next && numbers.get(next.key)
    return chosen.length > MOST_LABELS ? [] : [words.skip(chosen, number ?? null)]
  })
}
