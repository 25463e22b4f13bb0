import {
  otherTextKey,
  optionsOf,
  rowsOf,
  type Answer,
  type Option,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { matchOption } from './match-option.ts'
import type { ColumnTarget } from './model.ts'
import { plainText } from './plain-text.ts'
import { splitChoices } from './split-choices.ts'

/** What a cell says of one answer: pieces of the same answer from several columns are joined by `addPiece`. */
export type CellReading =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'piece'
      readonly piece: AnswerPiece
      readonly quality: 'exact' | 'approximate'
      readonly message: string
    }
  | { readonly kind: 'refused'; readonly message: string; readonly undecided?: string }

export type AnswerPiece =
  | { readonly kind: 'whole'; readonly key: string; readonly answer: Answer }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly rowKey: string
      readonly answer: string | readonly string[]
    }
  | { readonly kind: 'choice'; readonly key: string; readonly code: string }
  | { readonly kind: 'place'; readonly key: string; readonly place: number; readonly code: string }

export interface CellContext {
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string; readonly name: string }[]
}

type AnswerTarget = Exclude<ColumnTarget, { kind: 'ignore' } | { kind: 'sheetNumber' }>

const MARKS = new Set(['1', 'x', 'tak', 't', 'true', 'prawda', '+', 'yes'])
const NO_MARKS = new Set(['0', 'nie', 'n', 'false', 'falsz', '-', 'no', ''])

/** Reads one cell as its column's target says. Never throws: what cannot be read is `refused` with a Polish sentence. */
export function readCell(
  context: CellContext,
  question: Question,
  target: AnswerTarget,
  cell: string,
): CellReading {
  const text = cell.trim()
  if (text === '') return { kind: 'empty' }
  switch (target.kind) {
    case 'otherText':
      return exact({ kind: 'whole', key: otherTextKey(question.key), answer: text })
    case 'option':
      return readMark(question, target.code, text)
    case 'place':
      return readChoice(optionsOfQuestion(context, question), target.values, text, (code) => ({
        kind: 'place',
        key: question.key,
        place: target.place,
        code,
      }))
    case 'question':
      return readAnswer(context, question, target, text)
  }
}

type QuestionTarget = Extract<ColumnTarget, { kind: 'question' }>

function readAnswer(
  context: CellContext,
  question: Question,
  target: QuestionTarget,
  text: string,
): CellReading {
  const options = optionsOfQuestion(context, question)
  switch (question.type) {
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return exact({ kind: 'whole', key: question.key, answer: text })
    case 'NUMBER':
      return readNumber(question.key, text, target.values)
    case 'DATE_YEAR':
      return readYear(question.key, text)
    case 'CONSENT':
      return MARKS.has(plainText(text))
        ? exact({ kind: 'whole', key: question.key, answer: true })
        : { kind: 'empty' }
    case 'INFO':
      return { kind: 'empty' }
    case 'MULTI':
    case 'RANK':
      return readSeveral(options, target, text, (codes) => ({
        kind: 'whole',
        key: question.key,
        answer: codes,
      }))
    case 'MATRIX_MULTI':
      return readSeveral(options, target, text, (codes) => row(context, question, target, codes))
    case 'MATRIX_SINGLE':
      return readChoice(options, target.values, text, (code) => row(context, question, target, code))
    default:
      return readChoice(options, target.values, text, (code) => ({
        kind: 'whole',
        key: question.key,
        answer: code,
      }))
  }
}

/** Options as the file may name them; a locality is chosen by its name and stored by its id. */
function optionsOfQuestion(context: CellContext, question: Question): readonly Option[] {
  if (question.type !== 'LOCALITY') return optionsOf(context.questionnaire, question)
  return [
    ...context.localities.map((locality) => ({ code: locality.id, label: locality.name })),
    { code: '-99', label: 'nie chcę podawać' },
  ]
}

function row(
  context: CellContext,
  question: Question,
  target: QuestionTarget,
  answer: string | readonly string[],
): AnswerPiece | null {
  const known = rowsOf(context.questionnaire, question).some((candidate) => candidate.key === target.rowKey)
  if (target.rowKey === undefined || !known) return null
  return { kind: 'row', key: question.key, rowKey: target.rowKey, answer }
}

function readMark(question: Question, code: string, text: string): CellReading {
  const mark = plainText(text)
  if (MARKS.has(mark)) return exact({ kind: 'choice', key: question.key, code })
  if (NO_MARKS.has(mark) || text === '+' || text === '-') {
    return text === '+' ? exact({ kind: 'choice', key: question.key, code }) : { kind: 'empty' }
  }
  return {
    kind: 'refused',
    message: `„${shortened(text)}” nie jest zaznaczeniem; rozumiemy: 1, x, tak albo puste pole.`,
  }
}

type MakePiece<T> = (value: T) => AnswerPiece | null

function readChoice(
  options: readonly Option[],
  values: QuestionTarget['values'],
  text: string,
  makePiece: MakePiece<string>,
): CellReading {
  const found = meaningOf(options, values, text)
  if (found === 'left out') return { kind: 'empty' }
  if (found === null) return unknownOption(text)
  const piece = makePiece(found.code)
  if (!piece) return { kind: 'refused', message: 'Proszę wybrać wiersz tabeli, którego dotyczy ta kolumna.' }
  const label = options.find((option) => option.code === found.code)?.label ?? found.code
  return { kind: 'piece', piece, quality: found.quality, message: `przyjęto jako „${label}”` }
}

function readSeveral(
  options: readonly Option[],
  target: QuestionTarget,
  text: string,
  makePiece: MakePiece<readonly string[]>,
): CellReading {
  const parts = target.separator ? splitChoices(text, target.separator, options) : [text]
  const found = parts.map((part) => ({ part, meaning: meaningOf(options, target.values, part) }))
  const unknown = found.find(({ meaning }) => meaning === null)
  if (unknown) return unknownOption(unknown.part)
  const meanings = found.flatMap(({ meaning }) =>
    meaning === null || meaning === 'left out' ? [] : [meaning],
  )
  if (meanings.length === 0) return { kind: 'empty' }
  const codes = [...new Set(meanings.map((meaning) => meaning.code))]
  const piece = makePiece(codes)
  if (!piece) return { kind: 'refused', message: 'Proszę wybrać wiersz tabeli, którego dotyczy ta kolumna.' }
  const labels = codes.map((code) => options.find((option) => option.code === code)?.label ?? code)
  const quality = meanings.every((meaning) => meaning.quality === 'exact') ? 'exact' : 'approximate'
  return { kind: 'piece', piece, quality, message: `przyjęto jako „${labels.join('”, „')}”` }
}

function meaningOf(options: readonly Option[], values: QuestionTarget['values'], text: string) {
  if (values && Object.hasOwn(values, text)) {
    const code = values[text]
    if (code === null || code === undefined) return 'left out' as const
    return options.some((option) => option.code === code) ? { code, quality: 'exact' as const } : null
  }
  return matchOption(options, text)
}

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/

function readNumber(key: string, text: string, values: QuestionTarget['values']): CellReading {
  if (values && Object.hasOwn(values, text) && values[text] === null) return { kind: 'empty' }
  const compact = text.replace(/[\s\u00a0\u202f]/g, '')
  if (NUMBER.test(compact)) return exact({ kind: 'whole', key, answer: Number(compact.replace(',', '.')) })
  const withUnit = /^([+-]?\d+(?:[.,]\d+)?)\p{L}+\.?$/u.exec(compact)?.[1]
  if (withUnit === undefined) return { kind: 'refused', message: `„${shortened(text)}” nie jest liczbą.` }
  return approximate(
    { kind: 'whole', key, answer: Number(withUnit.replace(',', '.')) },
    `przyjęto liczbę ${withUnit}`,
  )
}

function readYear(key: string, text: string): CellReading {
  if (/^\d{4}$/.test(text)) return exact({ kind: 'whole', key, answer: Number(text) })
  const year = /(?<!\d)(1[89]|20)\d\d(?!\d)/.exec(text)?.[0]
  if (year === undefined)
    return { kind: 'refused', message: `W „${shortened(text)}” nie widać roku (czterech cyfr).` }
  return approximate({ kind: 'whole', key, answer: Number(year) }, `przyjęto rok ${year}`)
}

function unknownOption(text: string): CellReading {
  return {
    kind: 'refused',
    undecided: text,
    message: `Nie ma odpowiedzi „${shortened(text)}” w tym pytaniu. Proszę wskazać, co oznacza, albo zostawić ją pominiętą.`,
  }
}

const exact = (piece: AnswerPiece): CellReading => ({ kind: 'piece', piece, quality: 'exact', message: '' })
const approximate = (piece: AnswerPiece, message: string): CellReading => ({
  kind: 'piece',
  piece,
  quality: 'approximate',
  message,
})

const LONGEST_QUOTE = 60
const shortened = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text)
