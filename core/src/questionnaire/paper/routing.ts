import {
  clauseOf,
  compile,
  namingOf,
  parseExpression,
  type ExpressionText,
  type Naming,
  type Question,
  type Questionnaire,
} from '../index.ts'
import type { SurveyNames } from './booklet-model.ts'
import { foreignClause } from './foreign-clause.ts'

/** Whom the paper speaks of: a questionnaire as it reads in a language, and its numbers. */
export interface PaperQuestionnaire {
  readonly questionnaire: Questionnaire
  readonly language: string
  readonly numbers: ReadonlyMap<string, string>
}

/** A condition in words, and the language of the words where it is not that of the paper. */
export interface Condition {
  readonly words: string
  readonly language: string
}

/** Names questions by their numbers: on paper that is how one finds them. */
function numbered(naming: Naming, numbers: ReadonlyMap<string, string>): Naming {
  return {
    ...naming,
    subject: (key, member) => {
      const number = numbers.get(key)
      const words = naming.subject(key, member)
      // „Wiek” w wierszu „rano” → nr 3 w wierszu „rano”.
      return number === undefined ? words : words.replace(naming.subject(key, undefined), `nr ${number}`)
    },
    roster: (key) => numbers.get(key) ?? naming.roster(key),
  }
}

/** A rule in words that send to questions by number; one that cannot be read says nothing. */
export function routing(
  { questionnaire, language, numbers }: PaperQuestionnaire,
  text: ExpressionText | undefined,
  own?: Question,
): Condition | null {
  const expression = text === undefined ? undefined : parseExpression(text).expression
  if (!expression) return null
  const compiled = compile(questionnaire)
  const foreign = foreignClause(expression, { language, numbers, questions: compiled.questions })
  if (foreign !== null) return { words: foreign, language }
  const words = clauseOf(expression, numbered(namingOf(compiled, own), numbers))
  return { words: words.replace(/jest odpowiedź: nr/g, 'jest odpowiedź na pytanie nr'), language: 'pl' }
}

const BRACES = /\{([^{}]*)\}/g
const BLANKS: Readonly<Record<string, string>> = {
  organizacja: '……………………………',
  gmina: '…………………',
  telefon: '…………………',
}

/**
 * A text with the names of a survey filled in, and room to write where an earlier answer, or a survey that is not
 * known yet, would fill it in.
 */
export function withBlanks(text: string, minutes: number, names?: SurveyNames): string {
  const known: Readonly<Record<string, string>> = {
    ...BLANKS,
    minuty: String(minutes),
    ...(names && {
      organizacja: names.organisationName,
      gmina: names.municipalityName,
      telefon: names.contactPhone,
    }),
  }
  return text.replace(BRACES, (_whole, name: string) => known[name] ?? '……………')
}
