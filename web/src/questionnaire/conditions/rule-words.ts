import {
  compile,
  describeRule,
  namingOf,
  parseExpression,
  problemsOf,
  valueInWords,
  type ExpressionText,
  type Question,
  type Questionnaire,
  type Rule,
  type RuleBook,
} from '@rozeznanie/core/questionnaire'
import { plainMessage } from '../draft/plain-message.ts'

/** The words of a rule, without what it does: „odpowiedź na pytanie „Wiek” jest jedną z: …”. */
export function wordsOfRule(
  questionnaire: Questionnaire,
  kind: Rule['kind'],
  text: ExpressionText,
  own?: Question,
): string {
  if (kind !== 'expression' && kind !== 'text') return describeRule(questionnaire, text, own)
  const { expression } = parseExpression(text)
  return expression ? valueInWords(expression, namingOf(compile(questionnaire), own)) : text
}

/** A piece of a sentence; what stands in quotation marks is a name. */
export interface SentencePiece {
  readonly text: string
  readonly isName: boolean
}

/** Cuts a sentence at its outermost quotation marks „…”. */
export function piecesOf(sentence: string): readonly SentencePiece[] {
  const pieces: SentencePiece[] = []
  let start = 0
  let depth = 0
  const cut = (end: number, isName: boolean) => {
    if (end > start) pieces.push({ text: sentence.slice(start, end), isName })
    start = end
  }
  for (let at = 0; at < sentence.length; at += 1) {
    if (sentence[at] === '„') {
      if (depth === 0) cut(at, false)
      depth += 1
    } else if (sentence[at] === '”' && depth > 0) {
      depth -= 1
      if (depth === 0) cut(at + 1, true)
    }
  }
  cut(sentence.length, false)
  return pieces
}

/** A fault in the words of someone who chooses from lists. */
export const plainFault = ({ standings }: RuleBook, message: string): string =>
  plainMessage(message, (key) => standings.get(key)?.question.text)

/** Everything wrong with a rule, in words without keys; empty when there is no rule. */
export function plainProblems(book: RuleBook, rule: Rule, text: ExpressionText): readonly string[] {
  if (text === '') return []
  return [...new Set(problemsOf(book, rule, text).map(({ message }) => plainFault(book, message)))]
}
