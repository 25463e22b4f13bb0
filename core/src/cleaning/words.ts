import {
  isEmptyAnswer,
  isRecord,
  paperNumbers,
  withGeneralTexts,
  compile,
  type CompiledQuestion,
  type Questionnaire,
} from '../questionnaire/index.ts'
import type { FieldPath } from './model.ts'

/** What answers are told with besides the questionnaire. */
export interface Wording {
  readonly questionnaire: Questionnaire
  readonly localityNames: ReadonlyMap<string, string>
}

const SPECIAL: Readonly<Record<string, string>> = {
  '-97': 'nie dotyczy',
  '-98': 'nie wiem',
  '-99': 'odmowa odpowiedzi',
}
const NOTHING = 'brak odpowiedzi'

const nodeOf = ({ questionnaire }: Wording, key: string): CompiledQuestion | undefined =>
  compile(withGeneralTexts(questionnaire)).questions.get(key)

function codeInWords(wording: Wording, node: CompiledQuestion | undefined, code: unknown): string {
  const text = String(code)
  const label = node?.options.find((option) => option.code === text)?.label
  return label ?? SPECIAL[text] ?? wording.localityNames.get(text) ?? text
}

function itemInWords(wording: Wording, item: unknown): string {
  if (!isRecord(item)) return NOTHING
  const parts = Object.entries(item).map(([key, answer]) => answerInWords(wording, [key], answer))
  return parts.join(', ') || NOTHING
}

/** The key of the question that a path leads to, and what of it: `undefined` for no question. */
function keyOf(
  { questionnaire }: Wording,
  path: FieldPath,
): { key: string; rowKey?: string; isOther: boolean } {
  const known = compile(withGeneralTexts(questionnaire)).questions
  const last = path.at(-1) ?? ''
  const before = path.at(-2) ?? ''
  if (known.has(last)) return { key: last, isOther: false }
  if (last.endsWith('.inne')) return { key: last.slice(0, -'.inne'.length), isOther: true }
  return { key: before, rowKey: last, isOther: false }
}

/** An answer as a person reads it; what is not there is „brak odpowiedzi”. */
export function answerInWords(wording: Wording, path: FieldPath, answer: unknown): string {
  if (isEmptyAnswer(answer)) return NOTHING
  const { key, isOther } = keyOf(wording, path)
  const node = nodeOf(wording, key)
  if (isOther) return String(answer)
  if (typeof answer === 'number') return String(answer).replace('.', ',')
  if (typeof answer === 'boolean') return answer ? 'tak' : 'nie'
  if (Array.isArray(answer)) {
    const items: readonly unknown[] = answer
    if (node?.items)
      return items.map((item, index) => `${index + 1}: ${itemInWords(wording, item)}`).join('; ')
    return items
      .map((code) => codeInWords(wording, node, code))
      .join(node?.question.type === 'RANK' ? ' → ' : ', ')
  }
  if (isRecord(answer)) {
    const rows = node?.rows.filter((row) => !isEmptyAnswer(answer[row.key])) ?? []
    return rows
      .map((row) => `${row.label}: ${answerInWords(wording, [key, row.key], answer[row.key])}`)
      .join('; ')
  }
  return node?.question.type.startsWith('TEXT_') === true
    ? String(answer)
    : codeInWords(wording, node, answer)
}

/** Where an answer stands, as a person reads it: „12. Jak Pan/Pani ocenia…? – dojazd”. */
export function placeInWords(wording: Wording, path: FieldPath): string {
  if (path.length === 0) return 'cała ankieta'
  const { key, rowKey, isOther } = keyOf(wording, path)
  const node = nodeOf(wording, key)
  const item = path.length > 2 ? Number(path.at(-2)) : NaN
  const number = paperNumbers(wording.questionnaire).get(path[0]?.replace(/\.inne$/, '') ?? '')
  const row = rowKey === undefined ? undefined : node?.rows.find((one) => one.key === rowKey)?.label
  const detail = [
    ...(Number.isInteger(item) ? [`pozycja ${item + 1}`] : []),
    ...(row === undefined ? [] : [row]),
    ...(isOther ? ['inne, jakie?'] : []),
  ]
  const text = `${number === undefined ? '' : `${number}. `}${node?.question.text ?? key}`
  return [text, ...detail].join(' – ')
}
