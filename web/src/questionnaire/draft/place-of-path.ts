import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'

/** What a path within a document speaks of; neither key: the questionnaire as a whole. */
export interface DocumentPlace {
  readonly questionKey?: string
  readonly sectionKey?: string
  readonly part: string
}

/** The question, section and field that a path such as `sections.0.questions.2.options.1.label` leads to. */
export function placeOfPath({ sections }: Questionnaire, path: string): DocumentPlace {
  const steps = path.split('.')
  if (steps[0] !== 'sections') return { part: steps[0] ?? path }
  const section = sections[Number(steps[1])]
  if (section === undefined) return { part: 'sections' }
  let questions: readonly Question[] = section.questions
  let question: Question | undefined
  let at = 2
  while (steps[at] === 'questions' && questions[Number(steps[at + 1])] !== undefined) {
    question = questions[Number(steps[at + 1])]
    questions = question?.type === 'ROSTER' ? question.questions : []
    at += 2
  }
  const part = steps[at] ?? (question ? 'text' : 'title')
  return { sectionKey: section.key, ...(question ? { questionKey: question.key } : {}), part }
}
