import { parseQuestionnaire, type Condition } from '@rozeznanie/core/questionnaire'
import { describe, expect, it } from 'vitest'
import { i18n } from '../i18n/i18n.ts'
import { describeCondition } from './condition-in-words.ts'

const t = i18n.getFixedT('pl', 'questionnaire')

const questionnaire = parseQuestionnaire({
  format: 'rozeznanie-questionnaire/1',
  key: 'PROBA',
  title: 'Próba',
  description: 'Kwestionariusz do sprawdzenia warunków.',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 1,
  intro: [],
  thanks: [],
  lists: {
    CL_YN: {
      label: 'Tak i nie',
      options: [
        { code: 'YES', label: 'tak' },
        { code: 'NO', label: 'nie' },
      ],
    },
  },
  sections: [
    {
      key: 'a',
      title: 'A',
      questions: [
        { key: 'carer', type: 'SINGLE', text: 'Czy opiekuje się Pan/Pani kimś?', list: 'CL_YN' },
        { key: 'age', type: 'NUMBER', text: 'Ile ma Pan/Pani lat?' },
        {
          key: 'need',
          type: 'MATRIX_SINGLE',
          text: 'Czy potrzebuje Pan/Pani usługi?',
          rows: [{ key: 'CARE', label: 'opieka w domu' }],
          list: 'CL_YN',
        },
      ],
    },
  ],
})
const words = (condition: Condition) => describeCondition(questionnaire, condition, t)

describe('a condition in words', () => {
  it('names the question and the option as respondents read them', () => {
    expect(words({ question: 'carer', operator: 'eq', value: 'YES' })).toBe(
      'odpowiedź na pytanie „Czy opiekuje się Pan/Pani kimś?” to „tak”',
    )
  })

  it('lists several options with „lub”, and excluded ones with „ani”', () => {
    expect(words({ question: 'carer', operator: 'in', value: ['YES', 'NO'] })).toContain('to „tak” lub „nie”')
    expect(words({ question: 'carer', operator: 'notIn', value: ['YES', 'NO'] })).toContain('„tak” ani „nie”')
  })

  it('keeps numbers as numbers', () => {
    expect(words({ question: 'age', operator: 'gte', value: 60 })).toBe(
      'odpowiedź na pytanie „Ile ma Pan/Pani lat?” to co najmniej 60',
    )
  })

  it('puts a group within a group into brackets, and only there', () => {
    const adult: Condition = { question: 'age', operator: 'answered' }
    const carer: Condition = { question: 'carer', operator: 'eq', value: 'YES' }

    expect(words({ all: [adult, { any: [carer, adult] }] })).toMatch(/ i \(.+ lub .+\)$/)
    expect(words({ all: [adult, carer] })).not.toContain('(')
  })

  it('says what must not hold', () => {
    expect(words({ not: { question: 'age', operator: 'answered' } })).toBe(
      'nie jest tak, że na pytanie „Ile ma Pan/Pani lat?” udzielono odpowiedzi',
    )
  })

  it('names the row of a matrix, or the same row', () => {
    expect(words({ question: 'need', row: 'CARE', operator: 'eq', value: 'YES' })).toContain(
      'w wierszu „opieka w domu”',
    )
    expect(words({ question: 'need', row: '$row', operator: 'eq', value: 'YES' })).toContain(
      'w tym samym wierszu',
    )
  })

  it('names what it does not know by its key', () => {
    expect(words({ question: 'gone', operator: 'eq', value: 'X' })).toContain('„gone” to X')
  })
})
