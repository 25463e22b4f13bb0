import type { Questionnaire } from '../questionnaire/index.ts'

const QUESTIONS_A_MINUTE = 3

/** A questionnaire made of what another system says; what it does not say is left for the editor. */
export function draftOf(
  told: Pick<Questionnaire, 'key' | 'title' | 'description' | 'sections' | 'thanks'> & {
    readonly intro?: readonly string[]
  },
): Questionnaire {
  const count = told.sections.flatMap(({ questions }) => questions).length
  return {
    format: 'rozeznanie-questionnaire/1',
    audience: 'RESIDENT',
    language: 'pl',
    estimatedMinutes: Math.max(1, Math.round(count / QUESTIONS_A_MINUTE)),
    intro: [],
    lists: {},
    ...told,
    title: told.title === '' ? 'Formularz bez tytułu' : told.title,
  }
}
