import { inLanguage, missingTranslations } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Language } from '../language.ts'

export { textsOf } from './wording.ts'

/** The points of a scale that carry the label of an end. */
const ENDS = [0, 1, 5, 10]

/** How surveys read in a language: the questionnaire translated, its title in place of the survey's Polish one. */
export function translatorInto(code: string): Language['translate'] {
  return (survey: PublicSurvey) => {
    const questionnaire = inLanguage(survey.questionnaire, code)
    const missing = missingTranslations(survey.questionnaire, code).flatMap(({ path, text }) =>
      /\.(min|max)Label$/.test(path) ? [text, ...ENDS.map((end) => `${end} – ${text}`)] : [text],
    )
    return { survey: { ...survey, questionnaire, title: questionnaire.title }, polish: new Set(missing) }
  }
}
