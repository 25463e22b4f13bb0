import {
  isEmptyAnswer,
  isSpecialCode,
  NOT_APPLICABLE,
  ownValue,
  REFUSED,
  wasAsked,
  wasRowAsked,
  type Answers,
  type CompiledQuestion,
  type CompiledQuestionnaire,
} from '../questionnaire/index.ts'
import { COLLECTION_MODES, type Response } from '../response/index.ts'
import {
  IS_NOT_APPLICABLE,
  IS_REFUSED,
  NOT_SHOWN,
  UNANSWERED,
  VALID,
  type CodeColumn,
  type Dictionary,
  type MatrixColumn,
  type NumberColumn,
  type OptionColumn,
  type RankColumn,
  type SetColumn,
} from './column.ts'
import type { Columns, Reading, Target } from './columns.ts'
import { reserveOne } from './grow-columns.ts'
import { holding } from './narrow-cells.ts'

/** What one response adds to columns: the parts of it that are counted. */
export interface CountedResponse extends Pick<Response, 'mode' | 'localityId' | 'answers'> {
  /** Id of the version that was answered; it need not be said where the survey has had only one. */
  readonly versionId?: string
  /** By which it can be found in the columns again. */
  readonly sequence?: number
}

function specialState(answer: unknown): number {
  if (answer === NOT_APPLICABLE) return IS_NOT_APPLICABLE
  return answer === REFUSED ? IS_REFUSED : UNANSWERED
}

function localityIndex({ options, indexOf }: Dictionary, id: string): number {
  const known = indexOf.get(id)
  if (known !== undefined) return known
  indexOf.set(id, options.length)
  options.push({ code: id, label: 'miejscowość spoza wykazu' })
  return options.length - 1
}

function putCode(column: CodeColumn, at: number, answer: unknown): void {
  const code = typeof answer === 'boolean' ? String(answer) : answer
  const { dictionary } = column
  const isPlace = column.question.type === 'LOCALITY' && typeof code === 'string' && !isSpecialCode(code)
  const index =
    isPlace && code !== '' ? localityIndex(dictionary, code) : dictionary.indexOf.get(String(code))
  column.cells[at] = index === undefined ? specialState(code) : VALID + index
}

function putSet(column: SetColumn, at: number, answer: unknown): void {
  const codes: readonly unknown[] = Array.isArray(answer) ? answer : []
  column.cells[at] = codes.length === 1 ? specialState(codes[0]) : UNANSWERED
  for (const code of codes) {
    const index = column.dictionary.indexOf.get(String(code))
    if (index === undefined) continue
    column.words[at * column.wordCount + (index >>> 5)]! |= 1 << (index & 31)
    column.cells[at] = VALID
  }
}

function putRank(column: RankColumn, at: number, answer: unknown): void {
  const codes: readonly unknown[] = Array.isArray(answer) ? answer : []
  column.cells[at] = codes.length === 1 ? specialState(codes[0]) : UNANSWERED
  codes.slice(0, column.top).forEach((code, place) => {
    const index = column.dictionary.indexOf.get(String(code))
    if (index === undefined) return
    column.places[at * column.top + place] = 1 + index
    column.cells[at] = VALID
  })
}

/** Of a roster its items are counted. */
function putNumber(column: NumberColumn, at: number, given: unknown): void {
  const answer = Array.isArray(given) ? given.length : given
  const isNumber = typeof answer === 'number' && Number.isFinite(answer)
  column.cells[at] = isNumber ? VALID : specialState(answer)
  if (!isNumber) return
  column.values = holding(column.values, answer)
  column.values[at] = answer
}

function putOption(column: OptionColumn, at: number, answer: unknown): void {
  if (column.kind === 'code') putCode(column, at, answer)
  else putSet(column, at, answer)
}

/** A question whose answers are being put, and what decides whether it was asked. */
interface Putting {
  readonly compiled: CompiledQuestionnaire
  readonly node: CompiledQuestion
  readonly at: number
  readonly answers: Answers
  readonly target: Target
  /** The answer to the question as it is stored. */
  readonly given: unknown
}

/** The answer in the codes of the column. */
function translated(answer: unknown, codes: Target['codes']): unknown {
  if (codes === undefined) return answer
  if (typeof answer === 'string') return ownValue(codes, answer) ?? answer
  return Array.isArray(answer) ? answer.map((code: unknown) => translated(code, codes)) : answer
}

function putMatrix(column: MatrixColumn, { compiled, node, at, answers, target, given }: Putting): void {
  let most = NOT_SHOWN
  for (const row of column.rows) {
    if (target.rows !== undefined && !target.rows.has(row.key)) continue
    const cell = translated(ownValue(given, row.key), target.codes)
    if (isEmptyAnswer(cell) && !wasRowAsked(compiled, node, row.key, answers)) continue
    putOption(row.column, at, cell)
    most = Math.max(most, Math.min(row.column.cells[at]!, VALID))
  }
  column.cells[at] = most
}

function putAnswer(putting: Putting): void {
  const { at, target, given } = putting
  const { column } = target
  if (column.kind === 'matrix') return putMatrix(column, putting)
  const answer = translated(given, target.codes)
  if (column.kind === 'rank') return putRank(column, at, answer)
  if (column.kind === 'number') return putNumber(column, at, answer)
  if (column.kind === 'text') column.cells[at] = isEmptyAnswer(answer) ? UNANSWERED : VALID
  else putOption(column, at, answer)
}

/** What was answered was asked; the conditions tell the rest that was asked from what was not. */
function putVisible({ compiled, targets }: Reading, at: number, answers: Answers): void {
  let isSectionAsked = true
  for (const node of compiled.level.nodes) {
    if (node.kind === 'section') {
      isSectionAsked = wasAsked(compiled, node, answers)
      continue
    }
    const target = targets.get(node.question.key)
    if (target === undefined) continue
    const given = ownValue(answers, node.question.key)
    if (isEmptyAnswer(given) && !(isSectionAsked && wasAsked(compiled, node, answers))) continue
    putAnswer({ compiled, node, at, answers, target, given })
  }
}

function localityOf({ localityId, answers }: CountedResponse): string | null {
  if (localityId !== null) return localityId
  const answer = ownValue(answers, 'dem_locality')
  return typeof answer === 'string' && answer !== '' && !isSpecialCode(answer) ? answer : null
}

/** Place of the version that was answered. @throws RangeError for one that the columns were not built for */
function placeOfVersion({ readings }: Columns, versionId: string | undefined): number {
  if (readings.length === 1) return 0
  const place = readings.findIndex((reading) => reading.versionId === versionId)
  if (place < 0) throw new RangeError(`A response to a version that the survey never had: ${versionId}`)
  return place
}

/** Writes a response at a place of the columns that holds none. */
export function putResponse(columns: Columns, at: number, response: CountedResponse): void {
  const place = placeOfVersion(columns, response.versionId)
  const reading = columns.readings[place]!
  if (columns.readings.length > 1) columns.versionCells[at] = place
  columns.modes[at] = COLLECTION_MODES.indexOf(response.mode)
  const locality = localityOf(response)
  columns.localityCells[at] = locality === null ? 0 : 1 + localityIndex(columns.localities, locality)
  putVisible(reading, at, response.answers)
  if (response.sequence === undefined) return
  columns.sequences = holding(columns.sequences, response.sequence)
  columns.sequences[at] = response.sequence
}

/**
 * Adds one stored response. Its answers are those that count (`keepVisibleAnswers`), so a question is shown exactly
 * when its own and its section's condition hold for them in the version that was answered; what was not shown is told apart from what was left empty.
 * A code that the question does not offer counts as no answer; so does −98 where it is not offered.
 */
export function appendResponse(columns: Columns, response: CountedResponse): void {
  placeOfVersion(columns, response.versionId)
  reserveOne(columns)
  putResponse(columns, columns.responseCount, response)
  columns.responseCount += 1
}
