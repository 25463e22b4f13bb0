import type { Questionnaire } from './model.ts'
import { wordingsIn } from './wordings.ts'

/** A text that a language does not have yet. */
export interface MissingTranslation {
  /** Where the Polish text stands: `sections.0.questions.2.help`. */
  readonly path: string
  /** The Polish text. */
  readonly text: string
}

/** Every text a respondent can meet that has no wording in the language; empty when it is complete. */
export function missingTranslations(
  questionnaire: Questionnaire,
  language: string,
): readonly MissingTranslation[] {
  return wordingsIn(questionnaire, language)
    .filter(({ wording }) => wording === '')
    .map(({ path, polish }) => ({ path, text: polish }))
}
