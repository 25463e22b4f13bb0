import { findQuestion, optionsOf, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Random } from './random.ts'

/** Finds codes by the beginning of their label, so that the example reads like the questionnaire and breaks loudly when it changes. */
export interface Codes {
  question(key: string): Question | undefined
  /** The code of the one option whose label begins so. */
  code(questionKey: string, beginning: string): string
  /** Draws one option, each with its weight. */
  draw(random: Random, questionKey: string, weights: Readonly<Record<string, number>>): string
  /** Draws each option with its own probability; at most `most` of them. */
  drawSeveral(
    random: Random,
    questionKey: string,
    chances: Readonly<Record<string, number>>,
    most?: number,
  ): readonly string[]
}

export function codesOf(questionnaire: Questionnaire): Codes {
  const code = (questionKey: string, beginning: string): string => {
    const question = findQuestion(questionnaire, questionKey)
    if (!question) throw new Error(`No question ${questionKey} in ${questionnaire.key}`)
    const options = optionsOf(questionnaire, question)
    const found = options.find(({ label }) => label.toLowerCase().startsWith(beginning.toLowerCase()))
    const byCode = options.find((option) => option.code === beginning)
    if (!found && !byCode)
      throw new Error(
        `No option „${beginning}” in ${questionKey}: ${options.map((o) => o.label).join(' | ')}`,
      )
    return (byCode ?? found)?.code as string
  }
  return {
    question: (key) => findQuestion(questionnaire, key),
    code,
    draw: (random, questionKey, weights) => code(questionKey, random.weighted(weights)),
    drawSeveral: (random, questionKey, chances, most = 99) => {
      const chosen = Object.entries(chances).filter(([, chance]) => random.chance(chance))
      return chosen
        .map(([beginning]) => ({ beginning, order: random.next() }))
        .toSorted((a, b) => a.order - b.order)
        .slice(0, most)
        .map(({ beginning }) => code(questionKey, beginning))
    },
  }
}
