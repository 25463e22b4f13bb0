import fc from 'fast-check'
import type { Answers, ExpressionText, Question, Questionnaire, Section } from '../questionnaire/index.ts'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  roster,
  single,
} from './questionnaires.ts'

/** Numbers drawn one after another; when they run out, zeros. */
class Draw {
  private at = 0
  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    const drawn = this.numbers[this.at] ?? 0
    this.at += 1
    return drawn % limit
  }

  one<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0]
  }

  sometimes<Result>(times: number, make: () => Result): Result | undefined {
    return this.below(times) === 0 ? make() : undefined
  }
}

const CODES = ['1', '2', '3', '-98'] as const
const ROWS = ['r1', 'r2', 'r3'] as const

function comparisonWith(draw: Draw, question: Question): ExpressionText {
  const { key } = question
  const code = `'${draw.one(CODES)}'`
  const small = draw.below(5)
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
      return draw.one([`${key} = ${code}`, `${key} != ${code}`, `${key} in ['1', '3']`, `${key} >= ${small}`])
    case 'MULTI':
      return draw.one([
        `${key} contains ${code}`,
        `${key} in ['1', '3']`,
        `count(${key}) > ${small}`,
        `selected(${key}, '2')`,
      ])
    case 'MATRIX_SINGLE':
      return draw.one([
        `${key}.r1 = ${code}`,
        `count(${key}) >= ${small}`,
        `max(${key}) > 2`,
        `${key} contains ${code}`,
      ])
    case 'NUMBER':
      return draw.one([
        `${key} > ${small}`,
        `${key} * 2 - 1 <= ${small}`,
        `sum(${key}, 2) = ${small}`,
        `${key} % 2 = 0`,
      ])
    case 'CALCULATED':
      return `${key} <= ${small}`
    case 'ROSTER':
      return draw.one([
        `count(${key}) > ${small}`,
        `any(${key}, ${key}_n > ${small})`,
        `sum(${key}, ${key}_n) >= ${small}`,
        `count(${key}, ${key}_s = ${code}) = 1`,
      ])
    case 'TEXT_SHORT':
      return `length(${key}) > ${small}`
    default:
      return `answered(${key})`
  }
}

function condition(draw: Draw, earlier: readonly Question[], depth = 0): ExpressionText {
  const [first, ...others] = earlier.filter(({ type }) => type !== 'INFO')
  if (first === undefined) return draw.one(['true', '1 = 1'])
  const part = () => condition(draw, earlier, depth + 1)
  switch (depth > 1 ? 3 : draw.below(7)) {
    case 0:
      return `(${part()}) and (${part()})`
    case 1:
      return `(${part()}) or (${part()})`
    case 2:
      return `not (${part()})`
    default:
      return draw.below(6) === 0
        ? `answered(${draw.one([first, ...others]).key})`
        : comparisonWith(draw, draw.one([first, ...others]))
  }
}

function calculation(draw: Draw, earlier: readonly Question[]): ExpressionText {
  const countable = earlier.filter(
    ({ type }) => type === 'NUMBER' || type === 'ROSTER' || type === 'SINGLE' || type === 'CALCULATED',
  )
  const parts = countable
    .slice(-2)
    .map(({ key, type }) => (type === 'ROSTER' ? `sum(${key}, ${key}_n)` : key))
  return draw.one([
    `coalesce(${[...parts, '0'].join(', ')})`,
    `if(${condition(draw, earlier)}, 1, 2) + ${draw.below(9)}`,
    ['1', ...parts].join(' + '),
  ])
}

function questionOf(draw: Draw, key: string, earlier: readonly Question[], isInner: boolean): Question {
  const visibleIf = draw.sometimes(2, () => condition(draw, earlier))
  const extras = { ...(visibleIf !== undefined && { visibleIf }) }
  const optionFilter = draw.sometimes(4, () => draw.one([`$option != '1'`, condition(draw, earlier)]))
  const filtered = { ...extras, ...(optionFilter !== undefined && { optionFilter }) }
  const rowVisibleIf = draw.sometimes(2, () => draw.one([`$row != 'r2'`, condition(draw, earlier)]))
  const table = matrix(key, ROWS, CODES, { ...extras, ...(rowVisibleIf !== undefined && { rowVisibleIf }) })
  switch (draw.below(isInner ? 6 : 9)) {
    case 0:
      return { ...single(key, CODES), ...filtered }
    case 1:
      return { ...multi(key, CODES), ...filtered }
    case 2:
      return table
    case 3:
      return number(key, {
        ...extras,
        constraint: [{ expression: 'this >= 0', message: 'Prosimy wpisać liczbę dodatnią.' }],
      })
    case 4:
      return { ...calculated(key, calculation(draw, earlier)), ...extras }
    case 5:
      return { key, type: 'TEXT_SHORT', text: `${key}?`, ...extras }
    case 6:
      return { key, type: 'INFO', text: 'Teraz o domu.', ...extras }
    default:
      return rosterOf(draw, key, earlier, extras)
  }
}

function rosterOf(
  draw: Draw,
  key: string,
  earlier: readonly Question[],
  extras: { readonly visibleIf?: string },
): Question {
  const inner: Question[] = [number(`${key}_n`), single(`${key}_s`, CODES)]
  for (let index = 0; index < draw.below(3); index += 1) {
    inner.push(questionOf(draw, `${key}_q${index}`, [...earlier, ...inner], true))
  }
  if (draw.below(4) === 0)
    inner.push(
      roster(`${key}_r`, [
        number(`${key}_r_n`),
        single(`${key}_r_s`, CODES, { visibleIf: `${key}_r_n > 1` }),
      ]),
    )
  return roster(key, inner, extras)
}

function build(draw: Draw): Questionnaire {
  const sections: Section[] = []
  const earlier: Question[] = [single('q', CODES)]
  for (let section = 0; section < 1 + draw.below(3); section += 1) {
    const visibleIf = section === 0 ? undefined : draw.sometimes(2, () => condition(draw, earlier))
    const questions: Question[] = section === 0 ? [...earlier] : []
    for (let index = 0; index < 2 + draw.below(4); index += 1) {
      questions.push(questionOf(draw, `s${section}q${index}`, [...earlier, ...questions], false))
    }
    earlier.push(...questions)
    sections.push(aSection(`s${section}`, questions, visibleIf))
  }
  return aQuestionnaire(sections)
}

/** Any sound questionnaire: all kinds of rules, tables, rosters and calculated values; every rule speaks of earlier questions. */
export const aRandomQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .array(fc.nat(10_000), { minLength: 60, maxLength: 400 })
  .map((numbers) => build(new Draw(numbers)))

const code = fc.constantFrom(...CODES, '9')
const aMatrixAnswer = fc.dictionary(fc.constantFrom(...ROWS, 'r9'), code, {
  noNullPrototype: true,
  maxKeys: 3,
})

/** Any answer that fits the type of a question, or very nearly. */
export function anAnswerTo(question: Question): fc.Arbitrary<unknown> {
  switch (question.type) {
    case 'MULTI':
      return fc.uniqueArray(code, { maxLength: 4 })
    case 'MATRIX_SINGLE':
      return aMatrixAnswer
    case 'NUMBER':
      return fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constant('-98'))
    case 'TEXT_SHORT':
      return fc.constantFrom('', ' ', 'tak', 'dłuższy tekst')
    case 'ROSTER':
      return fc.array(someAnswersTo(question.questions), { maxLength: 3 })
    default:
      return code
  }
}

/** Answers to some of these questions. */
export function someAnswersTo(questions: readonly Question[]): fc.Arbitrary<Answers> {
  const each = Object.fromEntries(questions.map((question) => [question.key, anAnswerTo(question)]))
  return fc.record(each, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Answers>
}
