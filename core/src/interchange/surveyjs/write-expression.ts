import type { Binary, Call, Expression } from '../../questionnaire/index.ts'
import { Untranslatable } from '../xpath/untranslatable.ts'

const LOOSE = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', 'in', 'contains', '+', '-', '*', '/', '%']
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function inBrackets(expression: Expression, items: ReadonlySet<string>): string {
  const text = surveyJsExpression(expression, items)
  return expression.kind === 'binary' && LOOSE.includes(expression.operator) ? `(${text})` : text
}

function writeBinary({ operator, left, right }: Binary, items: ReadonlySet<string>): string {
  const sides = [inBrackets(left, items), inBrackets(right, items)] as const
  if (operator === 'in') {
    if (right.kind !== 'list') return `${sides[1]} contains ${sides[0]}`
    return `${sides[0]} anyof ${surveyJsExpression(right, items)}`
  }
  return `${sides[0]} ${operator} ${sides[1]}`
}

function writeCall({ name, arguments: given }: Call, items: ReadonlySet<string>): string {
  const parts = given.map((part) => surveyJsExpression(part, items))
  const [first = '', second = ''] = parts
  switch (name) {
    case 'answered':
      return `(${first} notempty)`
    case 'selected':
      return `(${first} contains ${second})`
    case 'if':
      return `iif(${parts.join(', ')})`
    case 'today':
    case 'year':
    case 'age':
    case 'round':
    case 'abs':
      return `${name}(${parts.join(', ')})`
    case 'sum':
    case 'min':
    case 'max':
      if (given[0]?.kind === 'reference' && items.has(given[0].key))
        throw new Untranslatable('obliczenia po pozycjach grupy nie ma w SurveyJS.')
      return `${name}(${parts.join(', ')})`
    default:
      throw new Untranslatable(`funkcji „${name}” nie ma w SurveyJS.`)
  }
}

/**
 * An expression of ours as SurveyJS writes it.
 *
 * @param rosters - keys of rosters, which cannot be summed over there
 * @throws Untranslatable
 */
export function surveyJsExpression(expression: Expression, rosters: ReadonlySet<string>): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value)
    case 'text':
      return quoted(expression.value)
    case 'list':
      return `[${expression.items.map((item) => surveyJsExpression(item, rosters)).join(', ')}]`
    case 'reference': {
      const { key, member } = expression
      return member === undefined ? `{${key}}` : member === 'inne' ? `{${key}-Comment}` : `{${key}.${member}}`
    }
    case 'this':
      throw new Untranslatable('reguły o własnej odpowiedzi zapisuje się w SurveyJS kluczem pytania.')
    case '$row':
    case '$option':
      return '{item}'
    case 'unary':
      return expression.operator === 'not'
        ? `!(${surveyJsExpression(expression.operand, rosters)})`
        : `-${inBrackets(expression.operand, rosters)}`
    case 'binary':
      return writeBinary(expression, rosters)
    case 'call':
      return writeCall(expression, rosters)
  }
}
