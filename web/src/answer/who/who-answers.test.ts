import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, single, yesNo } from '@rozeznanie/core/testing'
import { parseDraft } from '../draft.ts'
import { submissionOf } from '../use-sending.ts'
import { whoIsAsked } from './who-is-asked.ts'

const ID = '6f1f0a52-3d0c-4b7e-9a51-0e4d8f2b7c11'
const surveyWith = (
  audience: 'SENIOR' | 'RESIDENT' | 'STAFF',
  ...questions: Parameters<typeof aQuestionnaire>[0]
) => ({
  questionnaire: { ...aQuestionnaire(questions), audience },
})
const own = single('res_for_whom', ['SELF', 'ASSISTED', 'PROXY'])
const sent = (survey: object, draft: object) =>
  submissionOf(survey as never, {
    id: ID,
    questionnaireVersionId: 'v',
    isSending: true,
    answers: {},
    ...draft,
  })

describe('who answers', () => {
  it('is asked of seniors, offered to residents, and not asked of professionals', () => {
    expect(whoIsAsked(surveyWith('SENIOR', yesNo('a')))).toBe('asked')
    expect(whoIsAsked(surveyWith('RESIDENT', yesNo('a')))).toBe('offered')
    expect(whoIsAsked(surveyWith('STAFF', yesNo('a')))).toBe('never')
  })

  it('is never asked twice: a questionnaire that asks it tells it', () => {
    const survey = surveyWith('SENIOR', own)

    expect(whoIsAsked(survey)).toBe('never')
    expect(sent(survey, { answers: { res_for_whom: 'ASSISTED' } }).answeredBy).toBe('ASSISTED')
    expect(sent(survey, {})).not.toHaveProperty('answeredBy')
  })

  it.each(['RES', 'SEN'])('has all three answers in %s', (key) => {
    const asked = questionnaireLibrary
      .find((one) => one.key === key)
      ?.sections.flatMap(({ questions }) => questions)
      .find((question) => question.key === 'res_for_whom')

    expect(asked && 'options' in asked && asked.options?.map(({ code }) => code)).toEqual([
      'SELF',
      'ASSISTED',
      'PROXY',
    ])
  })

  it('goes along with the answers, beside the time and the word in the hidden field', () => {
    const told = { answeredBy: 'PROXY', secondsSpent: 12, trap: 'https://' } as const

    expect(sent(surveyWith('SENIOR', yesNo('a')), told)).toMatchObject(told)
  })

  it('comes back with a kept draft; what is none of the answers does not', () => {
    const kept = (answeredBy: string) =>
      parseDraft(
        JSON.stringify({ id: ID, questionnaireVersionId: 'v', answers: {}, answeredBy, secondsSpent: 7 }),
      )

    expect(kept('PROXY')).toMatchObject({ answeredBy: 'PROXY', secondsSpent: 7 })
    expect(kept('SOMEBODY')).not.toHaveProperty('answeredBy')
  })
})
