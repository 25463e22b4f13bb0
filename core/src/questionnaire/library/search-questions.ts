import type { Audience, Question } from '../model.ts'
import type { BankQuestion, DiArea, QuestionBank, ServiceDomain } from './bank-model.ts'
import { plainLetters } from '../../plain-letters.ts'

/** Everything given must hold; nothing given finds the whole bank. */
export interface BankQuery {
  /** Words in any inflection, with or without Polish letters. */
  readonly text?: string
  readonly area?: DiArea
  readonly serviceDomain?: ServiceDomain
  /** `A3` finds `A3.2` too. */
  readonly lpdiSection?: string
  readonly audience?: Audience
}

/** How much a word counts by where it stands. */
const WEIGHT = { key: 4, text: 4, easy: 2, options: 1 } as const

const words = (text: string): readonly string[] =>
  plainLetters(text)
    .split(/[^a-z0-9_]+/)
    .filter((word) => word !== '')

/** A word without the ending that inflection changes: „samotności” and „samotność” meet in „samotno”. */
function stem(word: string): string {
  if (word.length > 7) return word.slice(0, -3)
  if (word.length > 5) return word.slice(0, -2)
  return word.length > 4 ? word.slice(0, -1) : word
}

const withInner = (question: Question): readonly Question[] =>
  question.type === 'ROSTER' ? [question, ...question.questions.flatMap(withInner)] : [question]

function optionTexts(bank: QuestionBank, question: Question): readonly string[] {
  const lists = [
    'list' in question ? question.list : undefined,
    'rowsList' in question ? question.rowsList : undefined,
  ]
  const labels = (items: readonly { readonly label: string }[] | undefined) =>
    items?.map(({ label }) => label) ?? []
  return [
    ...('options' in question ? labels(question.options) : []),
    ...('rows' in question ? labels(question.rows) : []),
    ...lists.flatMap((name) => labels(bank.lists[name ?? '']?.options)),
  ]
}

/** Weight of the best place where the word stands; 0 when it stands nowhere. */
function weightOf(word: string, bank: QuestionBank, { question }: BankQuestion): number {
  const root = stem(word)
  const has = (texts: readonly (string | undefined)[]) =>
    texts.some((text) => text !== undefined && words(text).some((one) => one.startsWith(root)))
  const all = withInner(question)
  if (all.some(({ key }) => key.includes(word))) return WEIGHT.key
  if (has(all.map(({ text }) => text))) return WEIGHT.text
  if (has(all.flatMap(({ easyText, help }) => [easyText, help]))) return WEIGHT.easy
  return has(all.flatMap((one) => optionTexts(bank, one))) ? WEIGHT.options : 0
}

function fits(query: BankQuery, { question, audiences, serviceDomains }: BankQuestion): boolean {
  const { area, serviceDomain, lpdiSection, audience } = query
  const all = withInner(question)
  const isWithin = (section: string) => section === lpdiSection || section.startsWith(`${lpdiSection ?? ''}.`)
  return (
    (audience === undefined || audiences.includes(audience)) &&
    (serviceDomain === undefined || serviceDomains.includes(serviceDomain)) &&
    (area === undefined || all.some(({ diAreas }) => diAreas?.includes(area))) &&
    (lpdiSection === undefined || all.some(({ lpdiSections }) => lpdiSections?.some(isWithin)))
  )
}

/** Questions of the bank that fit, the best first; equals stay in the bank's order. */
export function searchQuestions(bank: QuestionBank, query: BankQuery): readonly BankQuestion[] {
  const wanted = words(query.text ?? '')
  return bank.questions
    .filter((shared) => shared.question.type !== 'INFO' && fits(query, shared))
    .map((shared) => ({ shared, weights: wanted.map((word) => weightOf(word, bank, shared)) }))
    .filter(({ weights }) => weights.every((weight) => weight > 0))
    .map(({ shared, weights }) => ({ shared, total: weights.reduce((sum, weight) => sum + weight, 0) }))
    .toSorted((one, other) => other.total - one.total)
    .map(({ shared }) => shared)
}
