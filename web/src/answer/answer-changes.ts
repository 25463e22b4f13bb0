import {
  isExclusive,
  isMatrix,
  otherTextKey,
  type Answer,
  type Answers,
  type Option,
  type Question,
} from '@rozeznanie/core/questionnaire'

/** The answer as a list of codes; empty for any other shape. */
export function chosenCodes(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.filter((code): code is string => typeof code === 'string') : []
}

/** The answer of one row of a matrix. */
export function rowAnswer(answer: unknown, rowKey: string): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  const rows: Readonly<Record<string, unknown>> = { ...answer }
  return rows[rowKey]
}

/** Answers with one changed; `undefined` or an empty list removes it. */
export function withAnswer(answers: Answers, key: string, answer: Answer | undefined): Answers {
  const { [key]: _old, ...rest } = answers
  const isNothing = answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)
  return isNothing ? rest : { ...rest, [key]: answer }
}

/** Answers without anything said to this question, the text of „inne” included. */
export function withoutAnswer(answers: Answers, question: Question): Answers {
  return withAnswer(withAnswer(answers, question.key, undefined), otherTextKey(question.key), undefined)
}

function rowsIn(answer: Answer | undefined): Readonly<Record<string, string | readonly string[]>> {
  return typeof answer === 'object' && !isList(answer) ? answer : {}
}

function isList(answer: Answer): answer is readonly string[] | readonly Answers[] {
  return Array.isArray(answer)
}

/** The items of a roster; empty for any other shape. */
export function itemsIn(answer: unknown): readonly Answers[] {
  if (!Array.isArray(answer)) return []
  return answer.filter(
    (item): item is Answers => typeof item === 'object' && item !== null && !Array.isArray(item),
  )
}

/** The items that a roster shows: those given, and empty ones up to the least that there must be. */
export function itemsShown(question: Question, given: readonly Answers[]): readonly Answers[] {
  const least = question.type === 'ROSTER' ? (question.minItems ?? 0) : 0
  const lacking = Math.max(0, least - given.length)
  return lacking === 0 ? given : [...given, ...Array.from({ length: lacking }, () => ({}))]
}

/** Items of a roster with one changed, added after the last, or (without answers) taken away. */
export function withItem(
  items: readonly Answers[],
  index: number,
  item: Answers | undefined,
): readonly Answers[] {
  return item === undefined
    ? items.filter((_, at) => at !== index)
    : [...items.slice(0, index), item, ...items.slice(index + 1)]
}

/** Answers with one row of a matrix changed; `undefined` clears the row. */
export function withRow(
  answers: Answers,
  question: Question,
  rowKey: string,
  value: string | readonly string[] | undefined,
): Answers {
  if (!isMatrix(question)) return answers
  const rows: Record<string, string | readonly string[]> = { ...rowsIn(answers[question.key]) }
  if (value === undefined || value.length === 0) delete rows[rowKey]
  else rows[rowKey] = value
  if (Object.keys(rows).length === 0) return withAnswer(answers, question.key, undefined)
  return withAnswer(answers, question.key, rows as Answer)
}

/** What became of a tick in a multi-choice. */
export interface Tick {
  readonly codes: readonly string[]
  /** `full`: the limit was reached, nothing changed. Otherwise what else was unticked, and why. */
  readonly outcome: 'changed' | 'full' | 'clearedOthers' | 'clearedExclusive'
  /** The option that stands alone, for the message. */
  readonly exclusive: Option | null
}

/**
 * Ticks or unticks one option. An option that excludes the others clears them, and is cleared by them;
 * a tick above `max` is not taken. Codes come out in the order of the options.
 */
export function tick(
  options: readonly Option[],
  chosen: readonly string[],
  code: string,
  max: number | undefined,
): Tick {
  const option = options.find((candidate) => candidate.code === code)
  if (!option || chosen.includes(code)) {
    return { codes: chosen.filter((other) => other !== code), outcome: 'changed', exclusive: null }
  }
  if (isExclusive(option)) {
    return {
      codes: [code],
      outcome: chosen.length > 0 ? 'clearedOthers' : 'changed',
      exclusive: option,
    }
  }
  const lone = options.find((candidate) => isExclusive(candidate) && chosen.includes(candidate.code)) ?? null
  const kept = chosen.filter((other) => other !== lone?.code)
  if (max !== undefined && kept.length >= max) return { codes: chosen, outcome: 'full', exclusive: null }
  const codes = options.map(({ code: each }) => each).filter((each) => each === code || kept.includes(each))
  return { codes, outcome: lone ? 'clearedExclusive' : 'changed', exclusive: lone }
}

/** Puts an option on a place of a ranking (0 is the first); an empty code takes the place away and moves the rest up. */
export function rankAt(ranked: readonly string[], index: number, code: string): readonly string[] {
  const others = ranked.filter((other, at) => at === index || other !== code)
  return code === ''
    ? others.filter((_, at) => at !== index)
    : [...others.slice(0, index), code, ...others.slice(index + 1)]
}

/** Options left for a place of a ranking: all but those standing on other places. */
export function optionsForPlace(
  options: readonly Option[],
  ranked: readonly string[],
  index: number,
): readonly Option[] {
  return options.filter(({ code }) => !ranked.some((other, at) => at !== index && other === code))
}
