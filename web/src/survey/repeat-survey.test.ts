import { expect, it } from 'vitest'
import { repeatedDraft, titleForYear, type RepeatedSurvey } from './repeat-survey.ts'

const survey: RepeatedSurvey = {
  id: 's',
  title: 'Ankieta mieszkańca – Morawica 2025',
  opensOn: '2025-03-01',
  closesOn: '2025-03-28',
  sampleType: 'QUOTA',
  informationClause: 'Klauzula',
  contactPhone: '41 123 45 67',
  graceDays: 7,
  takesCodes: false,
  organisation: { id: 'o' },
  municipality: { code: '260412' },
  questionnaireVersion: { questionnaire: { key: 'RES' } },
}

it('opens the same survey again: newest version, as many days, another year, nothing of its answers', () => {
  const versions = [
    { id: 'other', key: 'SEN' },
    { id: 'newest', key: 'RES' },
  ]
  expect(repeatedDraft(survey, versions, '2026-11-22')).toMatchObject({
    organisationId: 'o',
    municipalityCode: '260412',
    questionnaireVersionId: 'newest',
    title: 'Ankieta mieszkańca – Morawica 2026',
    opensOn: '2026-11-22',
    closesOn: '2026-12-19',
    sampleType: 'QUOTA',
    informationClause: 'Klauzula',
    contactPhone: '41 123 45 67',
    graceDays: 7,
  })
  expect(repeatedDraft(survey, [], '2026-11-22').questionnaireVersionId).toBeNull()
})

it('gives a title without a year one', () => {
  expect(titleForYear('Diagnoza potrzeb', '2026')).toBe('Diagnoza potrzeb 2026')
})
