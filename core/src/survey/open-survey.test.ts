import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { defaultInformationClause } from './information-clause.ts'
import { isPlausiblePhone, openSurvey, type SurveyProposal, type SurveyProposalFacts } from './open-survey.ts'
import { regionalCount } from './regional-count.ts'
import { recommendedSampleSize } from './sample-size.ts'

const proposal: SurveyProposal = {
  organisationId: '0190a000-0000-7000-8000-000000000001',
  municipalityCode: '260902',
  questionnaireVersionId: '0190a000-0000-7000-8000-000000000002',
  title: ' Czego nam brakuje? ',
  opensOn: '2026-11-22',
  closesOn: '2026-12-20',
  sampleType: 'OPEN_LINK',
  informationClause: 'Ankieta jest anonimowa.',
  contactPhone: '15 866 54 32',
}
const facts: SurveyProposalFacts = {
  servedMunicipalityCodes: ['260901', '260902'],
  version: { isPublished: true, hasPublicLink: true, isForInstitutions: false },
}

function wrongFields(
  change: Partial<SurveyProposal>,
  changedFacts: Partial<SurveyProposalFacts> = {},
): readonly string[] {
  try {
    openSurvey({ ...proposal, ...change }, { ...facts, ...changedFacts })
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map((problem) => problem.path)
  }
}

describe('opening a survey', () => {
  it('takes a proposal in order and trims its texts', () => {
    expect(openSurvey(proposal, facts)).toEqual({
      ...proposal,
      title: 'Czego nam brakuje?',
      graceDays: 3,
      referenceOn: null,
    })
  })

  it.each([
    ['no title', { title: ' \n ' }, 'title'],
    ['a title in two lines', { title: 'Ankieta\ndruga' }, 'title'],
    ['an endless title', { title: 'a'.repeat(201) }, 'title'],
    ['a title with NUL', { title: 'a\u0000' }, 'title'],
    ['a day that does not exist', { opensOn: '2026-02-30' }, 'opensOn'],
    ['an end before the beginning', { closesOn: '2026-11-21' }, 'closesOn'],
    ['more than 400 days', { closesOn: '2027-12-27' }, 'closesOn'],
    ['no clause', { informationClause: '' }, 'informationClause'],
    ['a clause with half a character', { informationClause: 'a\ud800' }, 'informationClause'],
    ['a telephone number too short', { contactPhone: '112' }, 'contactPhone'],
    ['a municipality of somebody else', { municipalityCode: '146501' }, 'municipalityCode'],
  ])('refuses %s', (_name, change, field) => {
    expect(wrongFields(change)).toEqual([field])
  })

  it('takes exactly 400 days and a single day', () => {
    expect(wrongFields({ closesOn: '2027-12-26' })).toEqual([])
    expect(wrongFields({ closesOn: proposal.opensOn })).toEqual([])
  })

  it('refuses a questionnaire that is unknown, unpublished, or to be given out otherwise', () => {
    const usual = { isPublished: true, hasPublicLink: true, isForInstitutions: false }
    expect(wrongFields({}, { version: null })).toEqual(['questionnaireVersionId'])
    for (const change of [{ isPublished: false }, { hasPublicLink: false }]) {
      expect(wrongFields({}, { version: { ...usual, ...change } })).toEqual(['questionnaireVersionId'])
    }
  })

  it('asks institutions about a day, which nobody else is asked about', () => {
    const version = { isPublished: true, hasPublicLink: false, isForInstitutions: true }
    expect(wrongFields({}, { version })).toEqual(['referenceOn'])
    expect(wrongFields({ referenceOn: '2025-12-31' }, { version })).toEqual([])
    expect(wrongFields({ referenceOn: '2025-12-32' }, { version })).toEqual(['referenceOn'])
    expect(wrongFields({ referenceOn: '2099-12-31' }, { version })).toEqual(['referenceOn'])
    expect(wrongFields({ referenceOn: '2025-12-31' })).toEqual(['referenceOn'])
  })

  it('names all wrong fields at once', () => {
    expect(wrongFields({ title: '', contactPhone: '', municipalityCode: '' })).toEqual([
      'title',
      'contactPhone',
      'municipalityCode',
    ])
  })
})

describe('a telephone number', () => {
  it.each(['41 123 45 67', '+48 600-700-800', '(15) 866 54 32', '41 123 45 67 wew. 12', '600700800'])(
    'may be %s',
    (phone) => {
      expect(isPlausiblePhone(phone)).toBe(true)
    },
  )

  it.each([
    '',
    '112',
    '12345678',
    'brak',
    '41 123 45 67 lub 8',
    '12345678901234',
    `6${' '.repeat(50)}00700800`,
  ])('may not be %j', (phone) => {
    expect(isPlausiblePhone(phone)).toBe(false)
  })
})

it('recommends the sample sizes that the handbook prints', () => {
  // Domain handbook §11.1: 95 %, ±5 percentage points, p = 0.5, finite population.
  const printed = [
    [2000, 322],
    [3000, 341],
    [5000, 357],
    [7000, 364],
    [10_000, 370],
    [15_000, 375],
    [20_000, 377],
    [50_000, 381],
    [150_000, 383],
  ] as const
  for (const [population, size] of printed)
    expect([population, recommendedSampleSize(population)]).toEqual([population, size])
})

it('names in the information clause who asks and whom to call', () => {
  const clause = defaultInformationClause({
    organisationName: 'CUS w Klimontowie',
    municipalityName: 'Klimontów',
    contactPhone: '15 866 54 32',
  })
  expect(clause).toContain('CUS w Klimontowie, tel. 15 866 54 32')
  expect(clause).toMatch(
    /dobrowolny[\s\S]*anonimowa[\s\S]*cookie[\s\S]*zbiorczych[\s\S]*nie można później odnaleźć/,
  )
})

it('tells the region only rounded numbers of responses', () => {
  expect([0, 9, 10, 12, 13, 402].map(regionalCount)).toEqual([null, null, 10, 10, 15, 400])
})
