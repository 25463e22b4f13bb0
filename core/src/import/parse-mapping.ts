import { InvalidInputError } from '../errors.ts'
import { findQuestion, type Questionnaire } from '../questionnaire/index.ts'
import { isImportable } from './importable.ts'
import type { ColumnMapping, ColumnTarget } from './model.ts'

/**
 * Reads a mapping that came from outside.
 *
 * @throws InvalidInputError naming the columns (by number, from 1) that cannot be understood
 */
export function parseMapping(
  json: unknown,
  questionnaire: Questionnaire,
  columnCount: number,
): ColumnMapping {
  if (!Array.isArray(json) || json.length !== columnCount) {
    throw new InvalidInputError([
      { path: 'mapping', message: 'Przypisanie kolumn nie pasuje do pliku. Wczytaj plik jeszcze raz.' },
    ])
  }
  const targets = json.map((target) => parseTarget(target, questionnaire))
  const problems = targets.flatMap((target, index) =>
    target === null
      ? [{ path: `mapping.${index}`, message: `Kolumna ${index + 1}: nie wiadomo, do czego ma trafić.` }]
      : [],
  )
  const twice = duplicates(targets).map((index) => ({
    path: `mapping.${index}`,
    message: `Kolumna ${index + 1} trafia tam, gdzie wcześniejsza. Proszę zostawić tylko jedną z nich.`,
  }))
  if (problems.length + twice.length > 0) throw new InvalidInputError([...problems, ...twice])
  return targets.filter((target) => target !== null)
}

function parseTarget(json: unknown, questionnaire: Questionnaire): ColumnTarget | null {
  if (!isRecord(json)) return null
  if (json.kind === 'ignore' || json.kind === 'sheetNumber') return { kind: json.kind }
  const questionKey = json.questionKey
  const question = typeof questionKey === 'string' ? findQuestion(questionnaire, questionKey) : undefined
  if (typeof questionKey !== 'string' || question === undefined || !isImportable(question)) return null
  if (json.kind === 'otherText') return { kind: 'otherText', questionKey }
  if (json.kind === 'option')
    return typeof json.code === 'string' ? { kind: 'option', questionKey, code: json.code } : null
  if (json.kind === 'place') return parsePlaceTarget(json, questionKey)
  return json.kind === 'question' ? parseQuestionTarget(json, questionKey) : null
}

function parsePlaceTarget(json: Record<string, unknown>, questionKey: string): ColumnTarget | null {
  const { place, values } = json
  if (typeof place !== 'number' || !Number.isInteger(place) || place < 1) return null
  if (values !== undefined && !isValues(values)) return null
  return { kind: 'place', questionKey, place, ...(values === undefined ? {} : { values }) }
}

function parseQuestionTarget(json: Record<string, unknown>, questionKey: string): ColumnTarget | null {
  const { rowKey, separator, values } = json
  if (rowKey !== undefined && typeof rowKey !== 'string') return null
  if (separator !== undefined && (typeof separator !== 'string' || separator.length > 3 || separator === ''))
    return null
  if (values !== undefined && !isValues(values)) return null
  return {
    kind: 'question',
    questionKey,
    ...(rowKey === undefined ? {} : { rowKey }),
    ...(separator === undefined ? {} : { separator }),
    ...(values === undefined ? {} : { values }),
  }
}

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const isValues = (json: unknown): json is Record<string, string | null> =>
  isRecord(json) && Object.values(json).every((code) => code === null || typeof code === 'string')

function duplicates(targets: readonly (ColumnTarget | null)[]): readonly number[] {
  const seen = new Set<string>()
  return targets.flatMap((target, index) => {
    if (target === null || target.kind === 'ignore') return []
    const place = { ...target, separator: undefined, values: undefined }
    const identity = JSON.stringify(place)
    if (seen.has(identity)) return [index]
    seen.add(identity)
    return []
  })
}
