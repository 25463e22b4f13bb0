import { aQuestionnaire, number } from '@rozeznanie/core/testing'
import { describe, expect, it } from 'vitest'
import { withQuestions } from './with-questions.ts'

describe('what keeps a draft from being published', () => {
  const present = aQuestionnaire([
    number('car', { text: 'Czy ma Pan/Pani auto?' }),
    number('blank', { text: '' }),
  ])
  const told = (questionKey: string | undefined, message: string) =>
    withQuestions([questionKey === undefined ? { message } : { questionKey, message }], present)[0]?.message

  it('names the question it is about', () => {
    expect(told('car', 'Nie ma odpowiedzi.')).toBe('„Czy ma Pan/Pani auto?”: Nie ma odpowiedzi.')
  })

  it('names it once', () => {
    const message = 'Pytanie „Czy ma Pan/Pani auto?” nie ma odpowiedzi.'
    expect(told('car', message)).toBe(message)
  })

  it('leaves what is about no question, or about one without words', () => {
    expect(told(undefined, 'Nie ma tytułu.')).toBe('Nie ma tytułu.')
    expect(told('blank', 'Nie ma treści.')).toBe('Nie ma treści.')
  })
})
