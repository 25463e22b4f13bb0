import { describe, expect, it } from 'vitest'
import { draftProblems, emptyDraft, fillDraft, type SurveyChoices } from './survey-draft.ts'

const choices: SurveyChoices = {
  organisations: [
    {
      id: 'cus-1',
      name: 'CUS w Klimontowie',
      phone: '15 866 10 00',
      municipalities: [{ code: '260904', name: 'Klimontów' }],
    },
    {
      id: 'cus-2',
      name: 'CUS w Busku',
      phone: '41 378 00 00',
      municipalities: [
        { code: '260103', name: 'Busko-Zdrój' },
        { code: '260104', name: 'Gnojno' },
      ],
    },
  ],
  versions: [
    { id: 'v1', key: 'RES', title: 'Ankieta mieszkańca', hasPublicLink: true, isForInstitutions: false },
  ],
}
const today = '2026-11-22'

describe('the form that opens a survey', () => {
  it('suggests everything that follows from the organisation and the questionnaire', () => {
    const input = fillDraft(emptyDraft(today), choices, 'RES')

    expect(input).toMatchObject({
      organisationId: 'cus-1',
      municipalityCode: '260904',
      questionnaireVersionId: 'v1',
      title: 'Ankieta mieszkańca – Klimontów 2026',
      opensOn: '2026-11-22',
      closesOn: '2026-12-19',
      contactPhone: '15 866 10 00',
    })
    expect(input.informationClause).toContain('CUS w Klimontowie')
    expect(draftProblems(input, choices)).toEqual([])
  })

  it('keeps what the person wrote, an empty text too', () => {
    const input = fillDraft({ ...emptyDraft(today), title: '', contactPhone: '500 600 700' }, choices, 'RES')

    expect(input.title).toBe('')
    expect(input.informationClause).toContain('500 600 700')
    expect(draftProblems(input, choices).map(({ name }) => name)).toEqual(['title'])
  })

  it('drops a municipality that the newly chosen organisation does not serve', () => {
    const draft = { ...emptyDraft(today), organisationId: 'cus-2', municipalityCode: '260904' }

    expect(fillDraft(draft, choices, 'RES').municipalityCode).toBe('')
  })

  it('names each wrong field before anything is sent', () => {
    const draft = {
      ...emptyDraft(today),
      organisationId: 'cus-2',
      opensOn: '',
      closesOn: '2026-11-01',
      contactPhone: '12',
    }

    const names = draftProblems(fillDraft(draft, choices), choices).map(({ name }) => name)

    expect(new Set(names)).toEqual(
      new Set(['title', 'opensOn', 'contactPhone', 'municipalityCode', 'questionnaireVersionId']),
    )
  })
})
