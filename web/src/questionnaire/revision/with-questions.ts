import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { shortText } from '../draft/changed-places.ts'
import type { Blocker } from './Blockers.tsx'

/** Each with the question it is about, where it does not name it itself. */
export function withQuestions(blockers: readonly Blocker[], present: Questionnaire): readonly Blocker[] {
  const texts = new Map(everyQuestion(present).map(({ key, text }) => [key, shortText(text)]))
  return blockers.map(({ questionKey, message }) => {
    const text = questionKey === undefined ? undefined : texts.get(questionKey)
    const isNamed = !text || message.includes(`„${text}”`)
    return { questionKey, message: isNamed ? message : `„${text}”: ${message}` }
  })
}
