import { FEWEST_PEOPLE } from '../reliability.ts'
import type { AnalysisTable } from '../table.ts'
import { respondents } from '../table-words.ts'
import { pluralForm } from '../../text.ts'
import { comparedSentences } from './compared.ts'
import { overallSentences } from './overall.ts'

const questions = ({ columnKey }: AnalysisTable) => (columnKey === null ? 'to pytanie' : 'oba pytania')

function tooFew(table: AnalysisTable, count: number): string {
  if (count === 0) return `Nikt z wybranych nie odpowiedział na ${questions(table)}.`
  const verb = pluralForm(count, 'Odpowiedziała', 'Odpowiedziały', 'Odpowiedziało')
  const who = respondents(table.isOfInstitutions).counted(count)
  return `${verb} tylko ${who} – to za mało, żeby podawać odsetki i porównywać.`
}

/**
 * What a table says, in plain Polish and only as much as its tests and intervals allow: numbers first, then their
 * range, words last. It reads nothing but the table, so that a protected one says only what it shows.
 */
export function tableSentences(table: AnalysisTable): readonly string[] {
  const { valid } = table.base
  if (table.hiddenBecause !== null || valid === null) return []
  if (valid < FEWEST_PEOPLE) return [tooFew(table, valid)]
  return [...overallSentences(table), ...comparedSentences(table)]
}
