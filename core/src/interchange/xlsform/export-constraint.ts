import { isExclusive, optionsOf, type Question, type Questionnaire } from '../../questionnaire/index.ts'
import { quoted } from '../xpath/from-expression.ts'
import type { ExportRules, WrittenRow } from './export-rules.ts'
import { textCells, type WrittenCells } from './written-rows.ts'

const written = (value: number): string => (/e/i.test(String(value)) ? value.toFixed(10) : String(value))

/** The limits of a question as XPath. */
function limitsOf(questionnaire: Questionnaire, question: Question): readonly string[] {
  const parts: string[] = []
  const add = (measure: string, sign: '<=' | '>=', bound: number | undefined) => {
    if (bound !== undefined) parts.push(`${measure} ${sign} ${written(bound)}`)
  }
  switch (question.type) {
    case 'NUMBER':
    case 'DATE_YEAR':
      add('.', '>=', question.min)
      add('.', '<=', question.max)
      break
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      add('string-length(.)', '<=', question.maxLength)
      break
    case 'RANK':
      add('count-selected(.)', '<=', question.top)
      break
    case 'MULTI':
      add('count-selected(.)', '>=', question.minChoices)
      add('count-selected(.)', '<=', question.maxChoices)
      for (const option of optionsOf(questionnaire, question).filter(isExclusive))
        parts.push(`not(selected(., ${quoted(option.code)}) and count-selected(.) > 1)`)
      break
    default:
  }
  return parts
}

/** The cells `constraint` and `constraint_message` of a question. */
export function constraintCells(
  questionnaire: Questionnaire,
  question: Question,
  row: WrittenRow,
  rules: ExportRules,
): WrittenCells {
  const own = (question.constraint ?? []).map(({ expression, ...texts }) => ({
    xpath: rules.condition(row, 'constraint', expression, question),
    ...texts,
  }))
  const told = own.filter(({ xpath }) => xpath !== '')
  const parts = [...limitsOf(questionnaire, question), ...told.map(({ xpath }) => xpath)]
  if (parts.length === 0) return {}
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' and ')
  const languages = new Set(told.flatMap(({ translations }) => Object.keys(translations ?? {})))
  const others = [...languages].map((language) => [
    language,
    told.map(({ message, translations }) => translations?.[language]?.message ?? message).join(' '),
  ])
  return {
    constraint: joined,
    ...textCells(
      'constraint_message',
      told.map(({ message }) => message).join(' '),
      Object.fromEntries(others) as Record<string, string>,
    ),
  }
}
