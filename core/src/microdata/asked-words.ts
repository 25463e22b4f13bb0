import { everyQuestion, describeRule } from '../questionnaire/index.ts'
import { listNumbers } from '../text.ts'
import type { SurveyVersions } from '../analysis/index.ts'
import type { AskedSeries, SeriesPart } from './asked-series.ts'

const EVERYBODY = 'wszyscy'

/** Who was asked in one version, as clauses that follow „gdy”. */
function conditionOf({ version: { questionnaire }, key }: SeriesPart): string {
  const question = everyQuestion(questionnaire).find((one) => one.key === key)
  const section = questionnaire.sections.find(({ questions }) => questions.some((one) => one.key === key))
  const rules = [
    section?.visibleIf && describeRule(questionnaire, section.visibleIf),
    question?.visibleIf && describeRule(questionnaire, question.visibleIf, question),
  ].flatMap((rule) => rule ?? [])
  const [only, ...others] = rules
  if (only === undefined) return EVERYBODY
  return `gdy ${others.length === 0 ? only : rules.map((rule) => `(${rule})`).join(' i ')}`
}

/** The condition under which single rows of a matrix were asked; empty where all always were. */
function rowCondition({ version: { questionnaire }, key }: SeriesPart): string {
  const question = everyQuestion(questionnaire).find((one) => one.key === key)
  if (question === undefined || !('rowVisibleIf' in question) || question.rowVisibleIf === undefined)
    return ''
  return `; wiersz tylko, gdy ${describeRule(questionnaire, question.rowVisibleIf, question)}`
}

const inVersions = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `w wersji ${numbers[0]}` : `w wersjach ${listNumbers(numbers)}`

/** Who was asked a question, in words; said for each version where versions differ. */
export function askedWords({ parts, question }: AskedSeries, versions: SurveyVersions): string {
  if (question.type === 'CALCULATED') return 'nikt; wartość wyliczona z innych odpowiedzi'
  const groups = new Map<string, number[]>()
  for (const part of parts) {
    const words = conditionOf(part) + rowCondition(part)
    groups.set(words, [...(groups.get(words) ?? []), part.version.number])
  }
  const [first] = groups.keys()
  if (groups.size === 1 && parts.length === versions.length) return first ?? EVERYBODY
  return [...groups].map(([words, numbers]) => `${inVersions(numbers)}: ${words}`).join('; ')
}
