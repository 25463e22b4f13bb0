import type { CompiledQuestion, Expression } from '../index.ts'

/** How a language tells conditions on answers to numbered questions. */
interface ClauseWords {
  readonly answer: (number: string, row: string | undefined) => string
  readonly is: (answer: string, label: string) => string
  readonly isNot: (answer: string, label: string) => string
  readonly oneOf: (answer: string, labels: string) => string
  readonly includes: (answer: string, label: string) => string
  readonly answered: (number: string) => string
  readonly unanswered: (number: string) => string
  readonly order: Readonly<Record<'<' | '<=' | '>' | '>=', string>>
  readonly and: string
  readonly or: string
  readonly quote: (label: string) => string
}

const WORDS: Readonly<Record<string, ClauseWords>> = {
  uk: {
    answer: (number, row) => `відповідь на запитання ${number}${row === undefined ? '' : ` у рядку ${row}`}`,
    is: (answer, label) => `${answer} – ${label}`,
    isNot: (answer, label) => `${answer} – інша, ніж ${label}`,
    oneOf: (answer, labels) => `${answer} – одна з таких: ${labels}`,
    includes: (answer, label) => `${answer} містить ${label}`,
    answered: (number) => `є відповідь на запитання ${number}`,
    unanswered: (number) => `немає відповіді на запитання ${number}`,
    order: { '<': 'менша за', '<=': 'не більша за', '>': 'більша за', '>=': 'не менша за' },
    and: ' і ',
    or: ' або ',
    quote: (label) => `«${label}»`,
  },
  en: {
    answer: (number, row) =>
      `the answer to question ${number}${row === undefined ? '' : ` in the row ${row}`}`,
    is: (answer, label) => `${answer} is ${label}`,
    isNot: (answer, label) => `${answer} is other than ${label}`,
    oneOf: (answer, labels) => `${answer} is one of: ${labels}`,
    includes: (answer, label) => `${answer} includes ${label}`,
    answered: (number) => `there is an answer to question ${number}`,
    unanswered: (number) => `there is no answer to question ${number}`,
    order: { '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least' },
    and: ' and ',
    or: ' or ',
    quote: (label) => `“${label}”`,
  },
}

interface Setting {
  readonly language: string
  readonly numbers: ReadonlyMap<string, string>
  readonly questions: ReadonlyMap<string, CompiledQuestion>
}

class ForeignDescriber {
  constructor(
    private readonly words: ClauseWords,
    private readonly setting: Setting,
  ) {}

  clause(expression: Expression): string | null {
    if (expression.kind === 'call') return this.answered(expression, this.words.answered)
    if (expression.kind === 'unary') {
      return expression.operator === 'not' ? this.answered(expression.operand, this.words.unanswered) : null
    }
    if (expression.kind !== 'binary') return null
    const { operator, left, right } = expression
    if (operator === 'and' || operator === 'or') return this.joined(operator, left, right)
    if (left.kind !== 'reference') return null
    const answer = this.answer(left.key, left.member)
    const label = this.labels(left.key, right)
    if (answer === null || label === null) return null
    switch (operator) {
      case '=':
        return this.words.is(answer, label)
      case '!=':
        return this.words.isNot(answer, label)
      case 'in':
        return this.words.oneOf(answer, label)
      case 'contains':
        return this.words.includes(answer, label)
      case '<':
      case '<=':
      case '>':
      case '>=':
        return `${answer} ${this.words.order[operator]} ${label}`
      default:
        return null
    }
  }

  private joined(operator: 'and' | 'or', left: Expression, right: Expression): string | null {
    const parts = [left, right].map((part) => {
      const clause = this.clause(part)
      const isOther =
        part.kind === 'binary' && part.operator !== operator && ['and', 'or'].includes(part.operator)
      return clause !== null && isOther ? `(${clause})` : clause
    })
    return parts.includes(null) ? null : parts.join(this.words[operator])
  }

  private answered(call: Expression, say: (number: string) => string): string | null {
    if (call.kind !== 'call' || call.name !== 'answered') return null
    const [asked] = call.arguments
    const number = asked?.kind === 'reference' ? this.setting.numbers.get(asked.key) : undefined
    return number === undefined ? null : say(number)
  }

  private answer(key: string, member: string | undefined): string | null {
    const number = this.setting.numbers.get(key)
    if (number === undefined) return null
    if (member === undefined) return this.words.answer(number, undefined)
    const row = this.setting.questions.get(key)?.rows.find((one) => one.key === member)
    return row ? this.words.answer(number, this.words.quote(row.label)) : null
  }

  private labels(key: string, value: Expression): string | null {
    if (value.kind === 'number') return String(value.value)
    const items = value.kind === 'list' ? value.items : [value]
    const options = this.setting.questions.get(key)?.options ?? []
    const labels = items.map((item) => {
      if (item.kind !== 'text') return null
      const label = options.find(({ code }) => code === item.value)?.label
      return label === undefined ? null : this.words.quote(label)
    })
    return labels.includes(null) ? null : labels.join(', ')
  }
}

/**
 * A condition in Ukrainian or English, for those kinds that questionnaires mostly have; `null` for all others and for
 * other languages.
 */
export function foreignClause(expression: Expression, setting: Setting): string | null {
  const words = WORDS[setting.language]
  return words ? new ForeignDescriber(words, setting).clause(expression) : null
}
