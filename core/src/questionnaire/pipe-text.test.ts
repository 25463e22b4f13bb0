import { describe, expect, it } from 'vitest'
import { aQuestionnaire, multi, number } from '../testing/index.ts'
import { formOf } from './form.ts'
import { pipeText } from './pipe-text.ts'

const questionnaire = aQuestionnaire([multi('a', ['x', 'y', 'z']), number('n')])
const answers = { a: ['x', 'y', 'z'], n: 1.5 }
const TEXT = "{a}; {n}; {a contains 'x'}"

describe('a text filled with answers', () => {
  it.each([
    [undefined, 'x, y i z; 1,5; tak'],
    ['uk', 'x, y і z; 1,5; так'],
    ['en', 'x, y and z; 1.5; yes'],
    ['de', 'x, y i z; 1,5; tak'],
  ])('joins and writes them in the language of the form: %s', (language, filled) => {
    expect(pipeText(formOf(questionnaire, answers, { language }), TEXT)).toBe(filled)
  })
})
