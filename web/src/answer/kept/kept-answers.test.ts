import { describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { cautionsIn } from '../caution/caution-texts.ts'
import { textOfAnswers } from './KeptAnswers.tsx'

const survey: PublicSurvey = {
  ...{ code: 'abc', title: 'Ankieta mieszkańca', status: 'CLOSED' },
  ...{
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    organisationName: 'CUS w Domu',
    municipalityName: 'Dom',
  },
  ...{ contactPhone: '41 123 45 67', informationClause: '', questionnaireVersionId: 'v', isDemo: false },
  questionnaire: aQuestionnaire([
    { ...yesNo('car'), text: 'Czy ma Pan/Pani samochód?' },
    { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
  ]),
  localities: [],
}

describe('answers that came too late', () => {
  it('can be saved as a text with every question and its answer in words', () => {
    const text = textOfAnswers(survey, { idea: 'Autobusu do lekarza' })

    expect(text.split('\r\n\r\n')).toEqual([
      'Ankieta mieszkańca',
      'CUS w Domu',
      'Czy ma Pan/Pani samochód?\r\n  bez odpowiedzi',
      'Czego brakuje?\r\n  Autobusu do lekarza',
    ])
  })
})

describe('the caution before sending', () => {
  it.each([
    ['pl', 'W tej odpowiedzi widzimy: adres e-mail, numer PESEL i numer telefonu lub inny długi numer.'],
    ['en', 'In this answer we see an e-mail address, a PESEL number and a telephone or other long number.'],
  ])('names what it found (%s)', (language, sentence) => {
    expect(cautionsIn(language).found(['E_MAIL', 'PESEL', 'PHONE'])).toBe(sentence)
  })
})
