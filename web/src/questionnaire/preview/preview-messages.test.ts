import { describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { readReport } from './preview-messages.ts'
import { previewSurvey } from './preview-survey.ts'

const from = 'rozeznanie-preview'

describe('what the preview tells', () => {
  it('is read', () => {
    expect(readReport({ from, kind: 'ready' })).toEqual({ kind: 'ready' })
    expect(readReport({ from, kind: 'at', questionKeys: ['a', 5], language: 'uk' })).toEqual({
      kind: 'at',
      questionKeys: ['a'],
      language: 'uk',
    })
  })

  it.each([null, 'ready', {}, { kind: 'ready' }, { from, kind: 'at' }, { from, kind: 'other' }])(
    'is nothing in what somebody else tells: %j',
    (value) => {
      expect(readReport(value)).toBeNull()
    },
  )
})

describe('the survey of a preview', () => {
  it('is open, from today on, with places to choose from', () => {
    const words = {
      organisation: 'Organizacja',
      municipality: 'Gmina',
      phone: '00',
      clause: '',
      localities: ['Wieś', 'Miasto'],
    }

    const survey = previewSurvey(aQuestionnaire([yesNo('a')]), words, new Date('2026-11-22T12:00:00Z'))

    expect(survey).toMatchObject({
      status: 'OPEN',
      opensOn: '2026-11-22',
      closesOn: '2026-12-22',
      isDemo: false,
    })
    expect(survey.localities.map(({ name }) => name)).toEqual(['Wieś', 'Miasto'])
  })
})
