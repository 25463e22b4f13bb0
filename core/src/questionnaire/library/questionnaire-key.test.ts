import { describe, expect, it } from 'vitest'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { aQuestionnaire } from '../../testing/index.ts'
import { questionnaireKey } from './questionnaire-key.ts'

const nothing = () => false

describe('questionnaireKey', () => {
  it('takes the plain letters of the title', () => {
    expect(questionnaireKey('Potrzeby seniorów (gmina Łopuszno)', nothing)).toBe(
      'potrzeby_seniorow_gmina_lopuszno',
    )
    expect(questionnaireKey('2026: ankieta', nothing)).toBe('ankieta')
  })

  it('numbers what is taken, and never gives out a key of the library', () => {
    expect(questionnaireKey('Ankieta', (key) => ['ankieta', 'ankieta_2'].includes(key))).toBe('ankieta_3')
    expect(questionnaireKey('RES', nothing)).toBe('res_2')
    expect(questionnaireKey('Res min', nothing)).toBe('res_min_2')
  })

  it.each(['', '???', '老人', '1 2 3', 'ż'.repeat(300), 'a'.repeat(39) + ' b'])(
    'gives a key that a questionnaire may have: %s',
    (title) => {
      const key = questionnaireKey(title, nothing)

      expect(parseQuestionnaire(JSON.parse(JSON.stringify(aQuestionnaire([], { key }))))).toMatchObject({
        key,
      })
    },
  )
})
