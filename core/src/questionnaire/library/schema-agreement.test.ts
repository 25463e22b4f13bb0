import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { questionnaireLibrary, questionnaireSchema } from './index.ts'

const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  questionnaireSchema,
)
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
function isRead(document: unknown): boolean {
  try {
    parseQuestionnaire(document)
    return true
  } catch {
    return false
  }
}

type Fields = Record<string, unknown>
/** All objects and lists within a document, the document first. */
function parts(value: unknown): readonly Fields[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Fields, ...Object.values(value).flatMap(parts)]
}

it.each(questionnaireLibrary.map((questionnaire) => [questionnaire.key, json(questionnaire)] as const))(
  'the schema and the reader both take %s of the library',
  (_key, document) => {
    expect([validate(document), isRead(document)]).toEqual([true, true])
  },
)

it('the schema and the reader both take any questionnaire', () => {
  fc.assert(
    fc.property(aRandomQuestionnaire, (questionnaire) => {
      expect([validate(json(questionnaire)), isRead(json(questionnaire))]).toEqual([true, true])
    }),
    { numRuns: 150 },
  )
}, 60_000)

const spoilers: readonly ((part: Fields, key: string) => void)[] = [
  (part, key) => (part[key] = { zly: 'rodzaj' }),
  (part, key) => (part[key] = null),
  (part) => (part['nieznane'] = 1),
  (part, key) => (part[key] = 'x'.repeat(5000)),
]

it('the schema refuses whatever the reader refuses, with one part spoiled', () => {
  fc.assert(
    fc.property(aRandomQuestionnaire, fc.nat(), fc.nat(), fc.nat(3), (questionnaire, at, field, how) => {
      const document = json(questionnaire)
      const inner = parts(document)
      const part = inner[at % inner.length] ?? {}
      const keys = Object.keys(part)
      spoilers[how]?.(part, keys[field % keys.length] ?? 'key')

      if (!isRead(document)) expect(validate(document)).toBe(false)
    }),
    { numRuns: 300 },
  )
}, 60_000)
