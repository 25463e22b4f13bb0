import fc from 'fast-check'
import {
  allQuestions,
  isExclusive,
  optionsOf,
  rowsOf,
  type Answer,
  type Answers,
  type ExpressionText,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { aQuestionnaire, aSection, calculated, matrix, roster, single } from './questionnaires.ts'

const CODES = ['1', '2', '-98'] as const
const NUMBERS = [0, 1, 2, 3] as const

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const code = fc.constantFrom(...CODES)
const small = fc.integer({ min: -1, max: 4 })

/** A number worked out from answers. */
const amount: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('n', 's', 'c', 'count(m)', 'count(t)', 'sum(n, s)', 'max(t)', 'min(s, n, 2)', 'sum(m)'),
  fc.constantFrom('n + s', 'n - 2 * s', 'n / s', 'n % 2', '-n', 'abs(n - 2)', 'round(n / 2, 0)'),
  fc.constantFrom('coalesce(n, s, 4)', "if(s = '1', n, 3)", 'count(g)', 'sum(g, gn)', 'max(g, gn + n)'),
  fc.constantFrom("count(g, gs = '1')", 'count(g, gn > n)', 'year(n)'),
)

/** One comparison over the questions of `aSmallQuestionnaire`. */
const fact: fc.Arbitrary<ExpressionText> = fc.oneof(
  fc
    .tuple(fc.constantFrom('s', 't.r1', 't.r2', 'u'), fc.constantFrom('=', '!='), code)
    .map(([key, sign, one]) => `${key} ${sign} '${one}'`),
  fc.tuple(amount, comparison, small).map(([left, sign, right]) => `${left} ${sign} ${right}`),
  fc.tuple(amount, comparison, amount).map(([left, sign, right]) => `${left} ${sign} ${right}`),
  fc.constantFrom("m contains '1'", "m = '2'", "m in ['1', '-98']", "selected(m, '2')", "t contains '2'"),
  fc.constantFrom(
    'answered(n)',
    'answered(m)',
    'answered(t)',
    'answered(u)',
    'answered(c)',
    'answered(t.r2)',
  ),
  fc.constantFrom("s in ['1', '2']", 's in m', 's = u', 't.r1 = t.r2', "if(s = '2', n > 1, m contains '2')"),
  fc.constantFrom("any(g, gs = '2')", 'all(g, gn > 1)', 'any(g, gn < n)', 'n in [0, 3]', "n = '-98'", 'true'),
)

const condition: fc.Arbitrary<ExpressionText> = fc.letrec<{ whole: string }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    fact,
    fc
      .tuple(tie('whole'), fc.constantFrom('and', 'or'), tie('whole'))
      .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
    tie('whole').map((inner) => `not (${inner})`),
  ),
})).whole

const rare = (text: fc.Arbitrary<ExpressionText>, name: string) =>
  fc.option(text, { nil: undefined, freq: 2 }).map((found) => (found === undefined ? {} : { [name]: found }))

/**
 * A questionnaire of few answers, in which every kind of question stands once and rules are any; some of them speak of
 * later questions, which the check of rules refuses.
 */
export const aSmallQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({
    m: rare(condition, 'visibleIf'),
    filter: rare(fc.oneof(fc.constant("$option != '1'"), condition), 'optionFilter'),
    t: rare(condition, 'visibleIf'),
    rows: rare(fc.oneof(fc.constant("$row = 'r1'"), condition), 'rowVisibleIf'),
    n: rare(condition, 'visibleIf'),
    c: fc.constantFrom('n + 1', "if(s = '1', 2, n)", 'coalesce(n, 1) * 2', 's'),
    u: rare(condition, 'visibleIf'),
    uFilter: rare(fc.oneof(fc.constant('$option = s'), condition), 'optionFilter'),
    section: condition,
    last: condition,
    choices: fc.constantFrom({}, { maxChoices: 1 }, { minChoices: 2 }),
  })
  .map((drawn) => {
    const multi: Question = {
      key: 'm',
      type: 'MULTI',
      text: 'm?',
      options: ['1', '2', '-98'].map((one) => ({ code: one, label: one })),
      ...drawn.choices,
      ...drawn.m,
      ...drawn.filter,
    }
    const first: readonly Question[] = [
      single('s', CODES),
      multi,
      { key: 'n', type: 'NUMBER', text: 'n?', min: 0, max: 3, ...drawn.n },
      { ...matrix('t', ['r1', 'r2'], ['1', '2'], drawn.rows), ...drawn.t },
      calculated('c', drawn.c),
      roster('g', [{ key: 'gn', type: 'NUMBER', text: 'gn?', min: 0, max: 2 }, single('gs', ['1', '2'])], {
        maxItems: 2,
      }),
    ]
    const second: readonly Question[] = [
      { ...single('u', ['1', '2']), ...drawn.u, ...drawn.uFilter },
      single('z', ['1'], { visibleIf: drawn.last }),
    ]
    return aQuestionnaire([aSection('first', first), aSection('second', second, drawn.section)])
  })

const ITEMS: readonly Answers[] = [{ gn: 2, gs: '1' }, { gn: 0 }, { gs: '2' }]

/** Every answer that may be given to a question of `aSmallQuestionnaire`, `undefined` for none. */
export function everyAnswerTo(
  questionnaire: Questionnaire,
  question: Question,
): readonly (Answer | undefined)[] {
  const options = optionsOf(questionnaire, question)
  const codes = options.map((option) => option.code)
  switch (question.type) {
    case 'SINGLE':
      return [undefined, ...codes]
    case 'MULTI': {
      const lists = codes.reduce<readonly (readonly string[])[]>(
        (found, one) => [...found, ...found.map((list) => [...list, one])],
        [[]],
      )
      const { minChoices = 0, maxChoices = 9, optionFilter } = question
      const least = optionFilter === undefined ? minChoices : 0
      const isLone = (list: readonly string[]) =>
        options.some((option) => isExclusive(option) && list.includes(option.code))
      return [
        undefined,
        ...lists.filter((list) =>
          isLone(list)
            ? list.length === 1
            : list.length > 0 && list.length >= least && list.length <= maxChoices,
        ),
      ]
    }
    case 'NUMBER':
      return [undefined, ...NUMBERS, '-98']
    case 'MATRIX_SINGLE': {
      const cells = [undefined, ...codes]
      const [one = '', other = ''] = rowsOf(questionnaire, question).map(({ key }) => key)
      return cells.flatMap((first) =>
        cells.map((second) => ({ ...(first && { [one]: first }), ...(second && { [other]: second }) })),
      )
    }
    case 'ROSTER':
      return [undefined, ...ITEMS.map((item) => [item]), [{ gn: 1, gs: '2' }, { gn: 2 }]]
    default:
      return [undefined]
  }
}

/** All answers to the questionnaire that a person could give, each once. */
export function* allAnswers(questionnaire: Questionnaire, keys: ReadonlySet<string>): Generator<Answers> {
  const questions = allQuestions(questionnaire).filter(({ key }) => keys.has(key))
  const given: Record<string, Answer> = {}
  function* from(index: number): Generator<Answers> {
    const question = questions[index]
    if (question === undefined) yield { ...given }
    else
      for (const answer of everyAnswerTo(questionnaire, question)) {
        if (answer === undefined) delete given[question.key]
        else given[question.key] = answer
        yield* from(index + 1)
      }
  }
  yield* from(0)
}
