import type { Questionnaire } from './model.ts'

/** Languages that a respondent can choose: Polish, then those the questionnaire itself has a title in. */
export function languagesOf({ translations }: Questionnaire): readonly string[] {
  const others = Object.entries(translations ?? {}).filter(([, { title }]) => title !== undefined)
  return ['pl', ...others.map(([language]) => language)]
}
