import { compile, type CompiledQuestion, type CompiledQuestionnaire } from './compile.ts'
import type { Expression } from './expression/ast.ts'
import { clauseOf, type Naming } from './expression/describe.ts'
import { parseExpression } from './expression/parse.ts'
import type { ExpressionText, Question, Questionnaire } from './model.ts'

const quoted = (text: string): string => `„${text}”`

/** „Pytanie” w wierszu „rano”, w tym samym wierszu, or the text beside „inne”. */
function memberOf(name: string, question: CompiledQuestion | undefined, member: string | undefined): string {
  if (member === undefined) return name
  if (member === '$row') return `${name} w tym samym wierszu`
  const row = question?.rows.find(({ key }) => key === member)
  if (row === undefined && member === 'inne') return `${name} (dopisek „inne, jakie?”)`
  return `${name} w wierszu ${quoted(row?.label ?? member)}`
}

function labelIn(compiled: CompiledQuestion | undefined, code: string): string | undefined {
  return compiled?.options.find((option) => option.code === code)?.label
}

/** Names questions and options by their texts; what the questionnaire does not know keeps its key. */
export function namingOf({ questions }: CompiledQuestionnaire, own?: Question): Naming {
  const self = own && questions.get(own.key)
  return {
    subject: (key, member) => {
      const question = questions.get(key)
      return memberOf(quoted(question?.question.text.trim() || key), question, member)
    },
    own: (member) => memberOf('odpowiedź', self, member),
    label: (of, code) => {
      if (of.kind === '$row') return self?.rows.find(({ key }) => key === code)?.label
      if (of.kind === '$option' || of.kind === 'this') return labelIn(self, code)
      return of.kind === 'reference' ? labelIn(questions.get(of.key), code) : undefined
    },
    isCalculated: (key) => questions.get(key)?.question.type === 'CALCULATED',
    roster: (key) => {
      const question = questions.get(key)?.question
      return question?.type === 'ROSTER' ? question.text : key
    },
  }
}

/**
 * An expression as a Polish clause that can follow „gdy”: „odpowiedź na pytanie „Wiek” jest jedną z: „75–79 lat””.
 * Questions, rows and options are named by their texts.
 *
 * @param own - the question whose rule it is, for `this`, `$row` and `$option`
 */
export function describeExpression(
  questionnaire: Questionnaire,
  expression: Expression,
  own?: Question,
): string {
  return clauseOf(expression, namingOf(compile(questionnaire), own))
}

/** A rule in words, as `describeExpression` says it; one that cannot be read stays as it is written. */
export function describeRule(questionnaire: Questionnaire, text: ExpressionText, own?: Question): string {
  const { expression } = parseExpression(text)
  return expression ? describeExpression(questionnaire, expression, own) : text
}
