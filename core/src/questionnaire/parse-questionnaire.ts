import { InvalidInputError, type FieldProblem } from '../errors.ts'
import {
  AUDIENCES,
  QUESTION_TYPES,
  type Constraint,
  type Crosswalk,
  type MatrixRow,
  type Option,
  type OptionList,
  type Question,
  type Questionnaire,
  type QuestionnaireTexts,
  type Section,
  type Translations,
} from './model.ts'
import { EXPRESSION_LIMITS } from './expression/parse.ts'
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
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
/** A roster within a roster, and no deeper. */
const MOST_DEEP = 2

const questionKey = text(60, {
  test: QUESTION_KEY,
  meaning: 'klucz zaczyna się małą literą i ma tylko litery bez ogonków, cyfry i podkreślenia.',
})
const code = text(40, {
  test: CODE,
  meaning: 'kod ma tylko litery bez ogonków, cyfry i podkreślenia (albo jest kodem -97, -98, -99).',
})
const listName = text(40, {
  test: LIST_NAME,
  meaning: 'nazwa listy ma tylko wielkie litery, cyfry i podkreślenia.',
})
const label = text(300)
const prose = text(2000)

/** Other wordings by language, each with some of these texts. */
function translations<Texts extends string>(
  texts: Readonly<Record<Texts, Read<string>>>,
): Read<Translations<Texts>> {
  const entries = Object.entries<Read<string>>(texts).map(([name, read]) => [name, optional(read)])
  const each = Object.fromEntries(entries) as Parameters<typeof shape<Translations<Texts>[string]>>[0]
  return mapOf(LANGUAGE, shape<Translations<Texts>[string]>(each), 30)
}
const labels = { translations: optional(translations({ label })) }

const option = shape<Option>({
  code,
  label,
  value: optional(number),
  exclusive: optional(flag),
  allowsText: optional(flag),
  ...labels,
})
const optionList = shape<OptionList>({ label, options: listOf(option, 500) })
const matrixRow = shape<MatrixRow>({ key: code, label, ...labels })

const rule = text(EXPRESSION_LIMITS.length)
const constraint = shape<Constraint>({
  expression: rule,
  message: label,
  translations: optional(translations({ message: label })),
})

const crosswalk = shape<Crosswalk>({ from: questionKey, codes: mapOf(CODE, code, 500) })

const questionTranslations = translations({
  text: prose,
  help: prose,
  easyText: prose,
  minLabel: label,
  maxLabel: label,
  unit: text(40),
  itemName: label,
})

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
  requiredIf: optional(rule),
  visibleIf: optional(rule),
  constraint: optional(listOf(constraint, 20)),
  translations: optional(questionTranslations),
  crosswalk: optional(crosswalk),
  core: optional(flag),
  sensitivity: optional(oneOf(['NONE', 'SPECIAL_CATEGORY', 'CHILD'])),
  lpdiSections: optional(listOf(text(20), 50)),
  diAreas: optional(listOf(text(40), 20)),
})
const chosen = {
  options: optional(listOf(option, 500)),
  list: optional(listName),
  only: optional(listOf(code, 500)),
  optionFilter: optional(rule),
}
const rows = {
  rows: optional(listOf(matrixRow, 100)),
  rowsList: optional(listName),
  onlyRows: optional(listOf(code, 100)),
  rowVisibleIf: optional(rule),
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
  ROSTER: (value, path, problems) => roster(1)(value, path, problems),
  CALCULATED: shape<Of<'CALCULATED'>>({ ...base('CALCULATED'), expression: rule }),
}

function roster(depth: number): Read<Of<'ROSTER'>> {
  return shape<Of<'ROSTER'>>({
    ...base('ROSTER'),
    itemName: label,
    minItems: optional(wholeNumber),
    maxItems: optional(wholeNumber),
    questions: listOf(questionAt(depth), 100),
  })
}

/** A question, `depth` rosters deep. */
function questionAt(depth: number): Read<Question> {
  return (value, path, problems) => {
    const given = object(value, path, problems)
    const before = problems.length
    const type = oneOf(QUESTION_TYPES)(given?.['type'], `${path}.type`, problems)
    if (problems.length === before && type === 'ROSTER' && depth >= MOST_DEEP) {
      const message = `Pole „${path}”: grupa powtarzana może zawierać jeszcze jedną grupę, ale nie głębiej.`
      problems.push({ path, message })
    }
    if (problems.length > before) return { key: 'q', type: 'INFO', text: '' }
    return type === 'ROSTER' ? roster(depth + 1)(value, path, problems) : byType[type](value, path, problems)
  }
}

const section = shape<Section>({
  key: questionKey,
  title: label,
  description: optional(prose),
  visibleIf: optional(rule),
  translations: optional(translations({ title: label, description: prose })),
  questions: listOf(questionAt(0), 300),
})

const texts = shape<QuestionnaireTexts>({
  title: optional(label),
  description: optional(prose),
  intro: optional(listOf(prose, 50)),
  thanks: optional(listOf(prose, 50)),
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
  translations: optional(mapOf(LANGUAGE, texts, 30)),
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
