import type { Expression, ExpressionProblem } from './expression/ast.ts'
import { checkExpression } from './expression/check.ts'
import type { Checked, CheckScope } from './expression/check-scope.ts'
import { nearest } from './expression/nearest.ts'
import { parseExpression } from './expression/parse.ts'
import type { KnownCode, ValueType } from './expression/value-type.ts'
import type { ExpressionText, Question, Questionnaire, Section } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'
import { pipedIn, pipedInLabels } from './piped-texts.ts'

/** What a rule decides. */
export type RuleKind =
  'visibleIf' | 'requiredIf' | 'rowVisibleIf' | 'optionFilter' | 'constraint' | 'expression' | 'text'

/** An expression where it stands in a questionnaire. */
export interface Rule {
  readonly kind: RuleKind
  readonly text: ExpressionText
  /** `sections.0.questions.2.visibleIf` */
  readonly path: string
  /** Of a question, or of a section that has its own condition. */
  readonly question: Question | undefined
  readonly section: Section
  /** Keys of the rosters around the rule, outermost first. */
  readonly rosters: readonly string[]
  /** How many questions stand before the rule; only these may be spoken of, unless it looks at all answers. */
  readonly position: number
}

/** A question with its place among all questions, rosters' own included. */
interface Standing {
  readonly question: Question
  readonly position: number
  readonly rosters: readonly string[]
}

/** A questionnaire as its rules see it. */
export interface RuleBook {
  readonly questionnaire: Questionnaire
  readonly standings: ReadonlyMap<string, Standing>
  readonly rules: readonly Rule[]
}

function rulesOf(
  questionnaire: Questionnaire,
  question: Question,
  place: Omit<Rule, 'kind' | 'text'>,
): readonly Rule[] {
  const rules: Rule[] = []
  const add = (kind: RuleKind, text: string | undefined, path: string) => {
    if (text !== undefined) rules.push({ ...place, kind, text, path: `${place.path}.${path}` })
  }
  add('visibleIf', question.visibleIf, 'visibleIf')
  add('requiredIf', question.requiredIf, 'requiredIf')
  if (isMatrix(question)) add('rowVisibleIf', question.rowVisibleIf, 'rowVisibleIf')
  if (hasOptions(question)) add('optionFilter', question.optionFilter, 'optionFilter')
  if (question.type === 'CALCULATED') add('expression', question.expression, 'expression')
  question.constraint?.forEach((constraint, index) => {
    add('constraint', constraint.expression, `constraint.${index}.expression`)
    for (const [inner, name] of pipedIn(constraint)) add('text', inner, `constraint.${index}.${name}`)
  })
  for (const [inner, name] of pipedIn(question)) add('text', inner, name)
  for (const [inner, name] of pipedInLabels(questionnaire, question)) add('text', inner, name)
  return rules
}

/** All rules of a questionnaire in the order of asking, with what each may speak of. */
export function ruleBook(questionnaire: Questionnaire): RuleBook {
  const standings = new Map<string, Standing>()
  const rules: Rule[] = []
  let position = 0
  const visit = (question: Question, section: Section, path: string, rosters: readonly string[]) => {
    rules.push(...rulesOf(questionnaire, question, { path, question, section, rosters, position }))
    if (!standings.has(question.key)) standings.set(question.key, { question, position, rosters })
    position += 1
    if (question.type !== 'ROSTER') return
    question.questions.forEach((inner, index) =>
      visit(inner, section, `${path}.questions.${index}`, [...rosters, question.key]),
    )
  }
  questionnaire.sections.forEach((section, index) => {
    const path = `sections.${index}`
    const shared = { question: undefined, section, rosters: [], position }
    if (section.visibleIf !== undefined) {
      rules.push({ ...shared, kind: 'visibleIf', text: section.visibleIf, path: `${path}.visibleIf` })
    }
    for (const [text, name] of pipedIn(section)) {
      rules.push({ ...shared, kind: 'text', text, path: `${path}.${name}` })
    }
    section.questions.forEach((question, at) => visit(question, section, `${path}.questions.${at}`, []))
  })
  return { questionnaire, standings, rules }
}

const asCodes = (rows: readonly { readonly key: string; readonly label: string }[]): readonly KnownCode[] =>
  rows.map(({ key, label }) => ({ code: key, label }))

/** What the answer to a question is. */
export function typeOfQuestion(book: RuleBook, question: Question): ValueType {
  const { questionnaire } = book
  const of = `pytanie „${question.key}”`
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return { type: 'code', of, codes: optionsOf(questionnaire, question) }
    case 'MULTI':
    case 'RANK':
      return { type: 'codes', of, codes: optionsOf(questionnaire, question) }
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI': {
      const rows = asCodes(rowsOf(questionnaire, question))
      const isMultiple = question.type === 'MATRIX_MULTI'
      return { type: 'matrix', of, isMultiple, rows, codes: optionsOf(questionnaire, question) }
    }
    case 'NUMBER':
      return { type: 'number' }
    case 'DATE_YEAR':
      return { type: 'year' }
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return { type: 'text' }
    case 'LOCALITY':
      return { type: 'locality' }
    case 'CONSENT':
      return { type: 'boolean' }
    case 'ROSTER':
      return { type: 'roster', key: question.key }
    case 'INFO':
      return { type: 'anything' }
    case 'CALCULATED':
      return typeOfCalculation(book, question.key)
  }
}

const calculated = new WeakMap<RuleBook, Map<string, ValueType>>()

/** A calculation speaks of earlier questions only, so that looking into others comes to an end. */
function typeOfCalculation(book: RuleBook, key: string): ValueType {
  const types = calculated.get(book) ?? new Map<string, ValueType>()
  calculated.set(book, types)
  const before = types.get(key)
  if (before) return before
  const rule = book.rules.find(({ kind, question }) => kind === 'expression' && question?.key === key)
  const expression = rule && parseExpression(rule.text).expression
  const type: ValueType =
    rule && expression
      ? checkExpression(expression, scopeOfRule(book, rule), 'value').type
      : { type: 'anything' }
  types.set(key, type)
  return type
}

/** A cell of a matrix, or the text beside „inne, jakie?”. */
function memberType(
  type: ValueType,
  question: Question,
  member: string,
  here: readonly string[] | undefined,
): ValueType | string {
  if (type.type === 'matrix') {
    const cell: ValueType = { type: type.isMultiple ? 'codes' : 'code', of: type.of, codes: type.codes }
    const rows = member === '$row' ? here : [member]
    if (rows === undefined) return 'słowo $row ma sens tylko w warunku wierszy tabeli.'
    const missing = rows.find((row) => !type.rows.some(({ code }) => code === row))
    if (missing === undefined) return cell
    const meant = nearest(
      missing,
      type.rows.map(({ code }) => code),
    )
    return `${type.of} nie ma wiersza „${missing}”.${meant === undefined ? '' : ` Czy chodziło o „${meant}”?`}`
  }
  if (member !== 'inne')
    return `pytanie „${question.key}” nie ma wierszy, więc warunek nie może wskazywać wiersza „${member}”.`
  const asksText =
    (type.type === 'code' || type.type === 'codes') &&
    type.codes.some(({ allowsText }) => allowsText === true)
  return asksText ? { type: 'text' } : `pytanie „${question.key}” nie ma odpowiedzi z miejscem na tekst.`
}

/** The rows that `$row` can stand for in a rule. */
function rowKeysAt({ questionnaire }: RuleBook, { kind, question }: Rule): readonly string[] | undefined {
  if (kind !== 'rowVisibleIf' || question === undefined) return undefined
  return rowsOf(questionnaire, question).map(({ key }) => key)
}

function isWithin(standing: Standing, rosters: readonly string[]): boolean {
  return standing.rosters.every((key) => rosters.includes(key))
}

function referenceType(
  book: RuleBook,
  rule: Rule,
  rosters: readonly string[],
  [key, member]: readonly [string, string | undefined],
): ValueType | string {
  const standing = book.standings.get(key)
  if (standing === undefined) {
    const meant = nearest(key, book.standings.keys())
    return `kwestionariusz nie ma pytania „${key}”.${meant === undefined ? '' : ` Czy chodziło o „${meant}”?`}`
  }
  const { question } = standing
  if (question.type === 'INFO') return `„${key}” to sam tekst, bez odpowiedzi.`
  if (!isWithin(standing, rosters)) {
    const roster = standing.rosters.find((one) => !rosters.includes(one))
    return `pytanie „${key}” należy do grupy powtarzanej „${roster}”; prosimy użyć na przykład any(${roster}, …${key}…).`
  }
  const looksAtAll = rule.kind === 'constraint' || rule.kind === 'requiredIf'
  if (!looksAtAll && standing.position >= rule.position) {
    return `pytania „${key}” nie ma wśród wcześniejszych pytań.`
  }
  if (question.type === 'ROSTER' && rosters.includes(key)) {
    return `warunek stoi wewnątrz grupy „${key}”, więc nie może pytać o nią całą.`
  }
  const type = typeOfQuestion(book, question)
  return member === undefined ? type : memberType(type, question, member, rowKeysAt(book, rule))
}

/** What a rule may speak of. */
export function scopeOfRule(book: RuleBook, rule: Rule, rosters = rule.rosters): CheckScope {
  const { question } = rule
  const type = question && rule.kind === 'constraint' ? typeOfQuestion(book, question) : undefined
  const rows = question && rule.kind === 'rowVisibleIf' ? rowsOf(book.questionnaire, question) : undefined
  const options =
    question && rule.kind === 'optionFilter' ? optionsOf(book.questionnaire, question) : undefined
  const of = question === undefined ? 'część' : `pytanie „${question.key}”`
  return {
    reference: (key, member) => referenceType(book, rule, rosters, [key, member]),
    own: (member) => {
      if (type === undefined || question === undefined)
        return 'słowo this ma sens tylko w regule poprawności odpowiedzi.'
      return member === undefined ? type : memberType(type, question, member, rowKeysAt(book, rule))
    },
    row: rows && { type: 'code', of, codes: asCodes(rows) },
    option: options && { type: 'code', of, codes: options },
    within: (key) => scopeOfRule(book, rule, [...rosters, key]),
  }
}

/** A rule read and looked over. */
export interface CheckedRule extends Checked {
  readonly rule: Rule
  readonly expression: Expression | undefined
}

const wantsCondition = (kind: RuleKind): boolean => kind !== 'expression' && kind !== 'text'

/** Reads one rule and finds everything wrong with it. */
export function checkRule(book: RuleBook, rule: Rule): CheckedRule {
  const { expression, problem } = parseExpression(rule.text)
  if (problem) return { rule, expression: undefined, type: { type: 'anything' }, problems: [problem] }
  const wanted = wantsCondition(rule.kind) ? 'condition' : 'value'
  return { rule, expression, ...checkExpression(expression, scopeOfRule(book, rule), wanted) }
}

/** All rules of a questionnaire, read and looked over. */
export function checkRules(questionnaire: Questionnaire): readonly CheckedRule[] {
  const book = ruleBook(questionnaire)
  return book.rules.map((rule) => checkRule(book, rule))
}

/** What is wrong with the text of a rule that an editor is about to put in the place of another. */
export function problemsOf(book: RuleBook, rule: Rule, text: ExpressionText): readonly ExpressionProblem[] {
  return checkRule(book, { ...rule, text }).problems
}
