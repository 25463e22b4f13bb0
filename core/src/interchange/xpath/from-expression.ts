import type { Binary, Call, Expression, Question } from '../../questionnaire/index.ts'
import { Untranslatable } from './untranslatable.ts'

/** How a question is found in an exported form. */
export interface NamedQuestion {
  readonly question: Question
  /** Keys of the rosters around it, outermost first. */
  readonly rosters: readonly string[]
  /** Names of the rows of a table, by row key. */
  readonly rows: ReadonlyMap<string, string>
  /** Name of the text beside „inne, jakie?”. */
  readonly other?: string
}

/** What an expression is written for. */
export interface XPathTarget {
  named(key: string): NamedQuestion | undefined
  readonly rosters: readonly string[]
  /** The question whose answer `.` is. */
  readonly own?: NamedQuestion
  /** The roster whose items a condition in square brackets is about. */
  readonly item?: string
}

const LEVEL = { or: 1, and: 2, compare: 3, sum: 4, product: 5, whole: 6 } as const
/** A piece of XPath and how tightly it holds together. */
interface Piece {
  readonly text: string
  readonly level: number
}
const whole = (text: string): Piece => ({ text, level: LEVEL.whole })
const within = ({ text, level }: Piece, least: number): string => (level < least ? `(${text})` : text)

/** A text in quotes; XPath has no way to write both kinds in one text. */
export function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  throw new Untranslatable('tekst zawiera i apostrof, i cudzysłów.')
}

const isMulti = (question: Question | undefined): boolean =>
  question?.type === 'MULTI' || question?.type === 'RANK' || question?.type === 'MATRIX_MULTI'
const isTableQuestion = ({ type }: Question): boolean => type === 'MATRIX_SINGLE' || type === 'MATRIX_MULTI'

class Writer {
  constructor(private readonly target: XPathTarget) {}

  private questionOf(expression: Expression): NamedQuestion | undefined {
    if (expression.kind === 'this') return this.target.own
    return expression.kind === 'reference' ? this.target.named(expression.key) : undefined
  }

  /** Names of everything that an answer is made of: itself, or every row of a table. */
  cells(expression: Expression): readonly string[] {
    const named = this.questionOf(expression)
    if (expression.kind === 'this' && expression.member === undefined) {
      if (named && isTableQuestion(named.question))
        throw new Untranslatable('tabela jako całość nie ma tu wartości.')
      return ['.']
    }
    if (expression.kind !== 'reference' && expression.kind !== 'this')
      throw new Untranslatable('obliczenie nie jest odpowiedzią.')
    if (named === undefined) throw new Untranslatable('warunek mówi o pytaniu, którego nie ma.')
    const { member } = expression
    if (member === 'inne' && named.other !== undefined) return [this.path(named, named.other)]
    if (member !== undefined) {
      const row = named.rows.get(member)
      if (row === undefined) throw new Untranslatable(`nie ma wiersza „${member}”.`)
      return [this.path(named, row)]
    }
    if (isTableQuestion(named.question)) return [...named.rows.values()].map((row) => this.path(named, row))
    return [this.path(named, named.question.key)]
  }

  private path({ question, rosters }: NamedQuestion, name: string): string {
    if (this.target.item !== undefined && rosters.includes(this.target.item)) {
      if (rosters[rosters.length - 1] !== this.target.item)
        throw new Untranslatable('grupa w grupie nie ma tu prostego zapisu.')
      return isTableQuestion(question) ? `./${question.key}/${name}` : `./${name}`
    }
    return `\${${name}}`
  }

  private one(expression: Expression): string {
    const [cell, ...others] = this.cells(expression)
    if (cell === undefined || others.length > 0)
      throw new Untranslatable('tabela jako całość nie ma tu wartości.')
    return cell
  }

  /** What must be there for a comparison to count. */
  private presence(expression: Expression): readonly string[] {
    if (expression.kind === 'reference' || expression.kind === 'this')
      return this.cells(expression).map((cell) => `${cell} != ''`)
    if (expression.kind === 'binary')
      return [...this.presence(expression.left), ...this.presence(expression.right)]
    if (expression.kind === 'unary') return this.presence(expression.operand)
    return []
  }

  condition(expression: Expression): Piece {
    const named = this.questionOf(expression)
    if (named === undefined) return this.value(expression)
    const truth = named.question.type === 'CONSENT' ? "'OK'" : "'true'"
    return { text: `${this.one(expression)} = ${truth}`, level: LEVEL.compare }
  }

  value(expression: Expression): Piece {
    switch (expression.kind) {
      case 'number':
        return whole(
          /e/i.test(String(expression.value)) ? expression.value.toFixed(10) : String(expression.value),
        )
      case 'text':
        return whole(quoted(expression.value))
      case 'boolean':
        return whole(`${expression.value}()`)
      case 'reference':
      case 'this':
        return whole(this.one(expression))
      case '$option':
        return whole('name')
      case 'unary':
        if (expression.operator === 'not') return whole(`not(${this.condition(expression.operand).text})`)
        return { text: `-${within(this.value(expression.operand), LEVEL.whole)}`, level: LEVEL.product }
      case 'binary':
        return this.binary(expression)
      case 'call':
        return whole(this.call(expression))
      default:
        throw new Untranslatable('ten zapis nie ma odpowiednika w XLSForm.')
    }
  }

  private any(parts: readonly string[], joint: 'or' | 'and' = 'or'): Piece {
    return { text: parts.join(` ${joint} `), level: parts.length > 1 ? LEVEL[joint] : LEVEL.compare }
  }

  private binary({ operator, left, right }: Binary): Piece {
    const infix = (sign: string, level: number): Piece => ({
      text: `${within(this.value(left), level)} ${sign} ${within(this.value(right), level + 1)}`,
      level,
    })
    switch (operator) {
      case 'and':
      case 'or': {
        const level = LEVEL[operator]
        return {
          text: `${within(this.condition(left), level)} ${operator} ${within(this.condition(right), level + 1)}`,
          level,
        }
      }
      case '+':
      case '-':
        return infix(operator, LEVEL.sum)
      case '*':
        return infix('*', LEVEL.product)
      case '/':
        return infix('div', LEVEL.product)
      case '%':
        return infix('mod', LEVEL.product)
      case 'in':
        return this.isIn(left, right)
      case 'contains':
        return this.any(this.cells(left).map((cell) => this.chosen(cell, left, this.code(right))))
      default:
        return this.comparison(operator, left, right)
    }
  }

  private code(expression: Expression): string {
    if (expression.kind === 'number') return quoted(String(expression.value))
    return within(this.value(expression), LEVEL.whole)
  }

  private chosen(cell: string, of: Expression, code: string): string {
    return isMulti(this.questionOf(of)?.question) ? `selected(${cell}, ${code})` : `${cell} = ${code}`
  }

  private isIn(left: Expression, right: Expression): Piece {
    if (right.kind !== 'list')
      return this.any(this.cells(right).map((cell) => this.chosen(cell, right, this.code(left))))
    const codes = right.items.map((item) =>
      item.kind === 'number'
        ? String(item.value)
        : item.kind === 'text'
          ? quoted(item.value)
          : `${item.value}()`,
    )
    const named = this.questionOf(left)
    if (named === undefined || !isMulti(named.question)) {
      const what = within(this.value(left), LEVEL.sum)
      return this.any(codes.map((code) => `${what} = ${code}`))
    }
    return this.any(codes.flatMap((code) => this.cells(left).map((cell) => this.chosen(cell, left, code))))
  }

  private comparison(operator: string, left: Expression, right: Expression): Piece {
    for (const [side, other] of [[left, right] as const, [right, left] as const]) {
      if (side.kind !== 'boolean' || (operator !== '=' && operator !== '!=')) continue
      const own = this.condition(other)
      return side.value === (operator === '=') ? own : whole(`not(${own.text})`)
    }
    const text = `${within(this.value(left), LEVEL.sum)} ${operator} ${within(this.value(right), LEVEL.sum)}`
    const isPlain =
      left.kind === 'text' || left.kind === 'number' || right.kind === 'text' || right.kind === 'number'
    if (operator !== '!=' && (operator !== '=' || isPlain)) return { text, level: LEVEL.compare }
    return this.any([...new Set([...this.presence(left), ...this.presence(right)]), text], 'and')
  }

  private call({ name, arguments: given }: Call): string {
    const [first, second, third] = given
    const value = (part: Expression | undefined) => (part === undefined ? '' : this.value(part).text)
    switch (name) {
      case 'answered':
        return first ? this.answered(first) : ''
      case 'if':
        return `if(${first ? this.condition(first).text : ''}, ${value(second)}, ${value(third)})`
      case 'coalesce':
        return given.map(value).reduceRight((rest, part) => `coalesce(${part}, ${rest})`)
      case 'round':
        return `round(${value(first)}, ${second ? value(second) : '0'})`
      case 'abs':
        return `abs(${value(first)})`
      case 'length':
        return `string-length(${value(first)})`
      case 'today':
        return 'today()'
      case 'year':
        return first?.kind === 'call' && first.name === 'today'
          ? "number(format-date(today(), '%Y'))"
          : `number(${value(first)})`
      case 'age':
        return `(number(format-date(today(), '%Y')) - ${value(first)})`
      case 'selected':
        return first && second
          ? `(${this.any(this.cells(first).map((cell) => this.chosen(cell, first, this.code(second)))).text})`
          : ''
      default:
        return this.aggregate(name, given)
    }
  }

  private answered(what: Expression): string {
    if (this.questionOf(what)?.question.type === 'ROSTER') return `(count(${this.one(what)}) > 0)`
    return `(${this.cells(what)
      .map((cell) => `${cell} != ''`)
      .join(' or ')})`
  }

  private aggregate(name: string, given: readonly Expression[]): string {
    const [first, second] = given
    const named = first && this.questionOf(first)
    if (first && named?.question.type === 'ROSTER') return this.overItems(name, first, named, second)
    if (name === 'count' && first) {
      const cells = this.cells(first)
      if (named && !isTableQuestion(named.question))
        return isMulti(named.question)
          ? `count-selected(${cells[0] ?? ''})`
          : `if(${cells[0] ?? ''} != '', 1, 0)`
      return `(${cells.map((cell) => `if(${cell} != '', 1, 0)`).join(' + ')})`
    }
    const parts = given.flatMap((part) =>
      part.kind === 'reference' ? this.cells(part) : [this.value(part).text],
    )
    if (name === 'sum') return `(${parts.map((part) => `coalesce(${part}, 0)`).join(' + ')})`
    return `${name}(${parts.join(', ')})`
  }

  private overItems(
    name: string,
    roster: Expression,
    named: NamedQuestion,
    what: Expression | undefined,
  ): string {
    const items = this.one(roster)
    if (what === undefined) return `count(${items})`
    if (this.target.item !== undefined)
      throw new Untranslatable('obliczenie po grupie w grupie nie ma prostego zapisu.')
    if (name === 'sum' || name === 'min' || name === 'max') {
      if (what.kind !== 'reference')
        throw new Untranslatable('obliczenie po pozycjach grupy nie ma prostego zapisu.')
      return `${name}(${items}/${new Writer({ ...this.target, item: named.question.key }).one(what).replace('./', '')})`
    }
    const inner = new Writer({ ...this.target, item: named.question.key }).condition(what).text
    if (name === 'any') return `(count(${items}[${inner}]) > 0)`
    return name === 'all' ? `(count(${items}[not(${inner})]) = 0)` : `count(${items}[${inner}])`
  }
}

/** An expression of ours as XPath of an XLSForm. @throws Untranslatable */
export function xpathCondition(expression: Expression, target: XPathTarget): string {
  return new Writer(target).condition(expression).text
}

/** A value worked out, as XPath of an XLSForm. @throws Untranslatable */
export function xpathValue(expression: Expression, target: XPathTarget): string {
  return new Writer(target).value(expression).text
}
