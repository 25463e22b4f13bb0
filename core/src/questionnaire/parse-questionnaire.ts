import { InvalidInputError, type FieldProblem } from '../errors.ts'
import {
  AUDIENCES,
  QUESTION_TYPES,
  type Comparison,
  type Condition,
  type MatrixRow,
  type Option,
  type OptionList,
  type Question,
  type Questionnaire,
  type Section,
} from './model.ts'
import {
  flag,
  listOf,
  mapOf,
  number,
  object,
  oneOf,
  optional,
  shape,
  text,
  wholeNumber,
  type Read,
} from './reader.ts'

const QUESTION_KEY = /^[a-z][a-zA-Z0-9_]{0,59}$/
const CODE = /^(?:-9[789]|[A-Za-z0-9][A-Za-z0-9_]{0,39})$/
const LIST_NAME = /^[A-Z][A-Z0-9_]{0,39}$/
const MOST_DEEP = 8

const questionKey = text(60, {
  test: QUESTION_KEY,
  meaning: 'klucz zaczyna się małą literą i ma tylko litery bez ogonków, cyfry i podkreślenia.',
})
const code = text(40, {
  test: CODE,
  meaning: 'kod ma tylko litery bez ogonków, cyfry i podkreślenia (albo jest kodem -97, -98, -99).',
})
const rowName = text(40, {
  test: /^(?:\$row|[A-Za-z0-9][A-Za-z0-9_]{0,39})$/,
  meaning: 'to nie jest klucz wiersza.',
})
const listName = text(40, {
  test: LIST_NAME,
  meaning: 'nazwa listy ma tylko wielkie litery, cyfry i podkreślenia.',
})
const label = text(300)
const prose = text(2000)

const option = shape<Option>({
  code,
  label,
  value: optional(number),
  exclusive: optional(flag),
  allowsText: optional(flag),
})
const optionList = shape<OptionList>({ label, options: listOf(option, 500) })
const matrixRow = shape<MatrixRow>({ key: code, label })

const comparisonValue: Read<NonNullable<Comparison['value']>> = (value, path, problems) => {
  if (Array.isArray(value)) return listOf(scalar, 100)(value, path, problems)
  return scalar(value, path, problems)
}
const scalar: Read<string | number> = (value, path, problems) =>
  typeof value === 'number' ? number(value, path, problems) : text(100)(value, path, problems)

const comparison = shape<Comparison>({
  question: questionKey,
  row: optional(rowName),
  operator: oneOf(['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'contains', 'answered']),
  value: optional(comparisonValue),
})

function conditionAt(depth: number): Read<Condition> {
  return (value, path, problems) => {
    const given = object(value, path, problems) ?? {}
    if (depth > MOST_DEEP) {
      problems.push({ path, message: `Pole „${path}”: warunek jest zbyt głęboko zagnieżdżony.` })
      return { all: [] }
    }
    const inner = conditionAt(depth + 1)
    if (Object.hasOwn(given, 'all'))
      return shape<{ all: readonly Condition[] }>({ all: listOf(inner, 50) })(value, path, problems)
    if (Object.hasOwn(given, 'any'))
      return shape<{ any: readonly Condition[] }>({ any: listOf(inner, 50) })(value, path, problems)
    if (Object.hasOwn(given, 'not')) return shape<{ not: Condition }>({ not: inner })(value, path, problems)
    return comparison(value, path, problems)
  }
}
const condition = conditionAt(0)

type Base<T extends Question['type']> = Omit<Extract<Question, { type: 'INFO' }>, 'type'> & {
  readonly type: T
}

const base = <T extends Question['type']>(
  type: T,
): { readonly [K in keyof Base<T>]-?: Read<Base<T>[K]> } => ({
  key: questionKey,
  type: oneOf([type]),
  text: prose,
  help: optional(prose),
  easyText: optional(prose),
  required: optional(flag),
  visibleIf: optional(condition),
  core: optional(flag),
  sensitivity: optional(oneOf(['NONE', 'SPECIAL_CATEGORY', 'CHILD'])),
  lpdiSections: optional(listOf(text(20), 50)),
  diAreas: optional(listOf(text(40), 20)),
})
const chosen = {
  options: optional(listOf(option, 500)),
  list: optional(listName),
  only: optional(listOf(code, 500)),
}
const rows = {
  rows: optional(listOf(matrixRow, 100)),
  rowsList: optional(listName),
  onlyRows: optional(listOf(code, 100)),
  rowVisibleIf: optional(condition),
}
type Narrow<Q, T> = Q extends { readonly type: infer Types }
  ? T extends Types
    ? Omit<Q, 'type'> & { readonly type: T }
    : never
  : never
type Of<T extends Question['type']> = Narrow<Question, T>
const scale = { ...chosen, minLabel: optional(label), maxLabel: optional(label) }
const maxLength = optional(wholeNumber)

const byType: { readonly [T in Question['type']]: Read<Of<T>> } = {
  SINGLE: shape<Of<'SINGLE'>>({ ...base('SINGLE'), ...chosen }),
  MULTI: shape<Of<'MULTI'>>({
    ...base('MULTI'),
    ...chosen,
    minChoices: optional(wholeNumber),
    maxChoices: optional(wholeNumber),
  }),
  MATRIX_SINGLE: shape<Of<'MATRIX_SINGLE'>>({ ...base('MATRIX_SINGLE'), ...chosen, ...rows }),
  MATRIX_MULTI: shape<Of<'MATRIX_MULTI'>>({ ...base('MATRIX_MULTI'), ...chosen, ...rows }),
  RANK: shape<Of<'RANK'>>({ ...base('RANK'), ...chosen, top: wholeNumber }),
  SCALE_1_5: shape<Of<'SCALE_1_5'>>({ ...base('SCALE_1_5'), ...scale }),
  SCALE_0_10: shape<Of<'SCALE_0_10'>>({ ...base('SCALE_0_10'), ...scale }),
  NUMBER: shape<Of<'NUMBER'>>({
    ...base('NUMBER'),
    min: optional(number),
    max: optional(number),
    unit: optional(text(40)),
    decimals: optional(wholeNumber),
  }),
  TEXT_SHORT: shape<Of<'TEXT_SHORT'>>({ ...base('TEXT_SHORT'), maxLength }),
  TEXT_LONG: shape<Of<'TEXT_LONG'>>({ ...base('TEXT_LONG'), maxLength }),
  DATE_YEAR: shape<Of<'DATE_YEAR'>>({
    ...base('DATE_YEAR'),
    min: optional(wholeNumber),
    max: optional(wholeNumber),
  }),
  LOCALITY: shape<Of<'LOCALITY'>>(base('LOCALITY')),
  CONSENT: shape<Of<'CONSENT'>>(base('CONSENT')),
  INFO: shape<Of<'INFO'>>(base('INFO')),
}

const question: Read<Question> = (value, path, problems) => {
  const given = object(value, path, problems)
  const before = problems.length
  const type = oneOf(QUESTION_TYPES)(given?.['type'], `${path}.type`, problems)
  return problems.length > before ? { key: 'q', type: 'INFO', text: '' } : byType[type](value, path, problems)
}

const section = shape<Section>({
  key: questionKey,
  title: label,
  description: optional(prose),
  visibleIf: optional(condition),
  questions: listOf(question, 300),
})

const questionnaire = shape<Questionnaire>({
  format: oneOf(['rozeznanie-questionnaire/1']),
  key: text(60, {
    test: /^[A-Za-z][A-Za-z0-9_]{0,59}$/,
    meaning: 'klucz ma tylko litery bez ogonków, cyfry i podkreślenia.',
  }),
  title: label,
  description: prose,
  audience: oneOf(AUDIENCES),
  language: oneOf(['pl']),
  estimatedMinutes: wholeNumber,
  intro: listOf(prose, 50),
  thanks: listOf(prose, 50),
  lists: mapOf(LIST_NAME, optionList, 100),
  sections: listOf(section, 50),
})

/**
 * Reads a questionnaire from JSON of any origin. What it returns has the right shape and only known fields;
 * whether it makes sense as a whole (conditions, lists, limits) is for `findDefects` to say.
 *
 * @throws InvalidInputError with every problem and its path (`sections.0.questions.3.options.1.code`)
 */
export function parseQuestionnaire(json: unknown): Questionnaire {
  const problems: FieldProblem[] = []
  const read = questionnaire(json, '', problems)
  if (problems.length > 0) throw new InvalidInputError(problems.slice(0, 100))
  return read
}
