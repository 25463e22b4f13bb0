import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { assertMayMove, type SurveyMoveFacts } from './move-survey.ts'

const wanted = {
  questionnaireId: 'q',
  number: 3,
  isPublished: true,
  hasPublicLink: true,
  isForInstitutions: false,
}
const facts: SurveyMoveFacts = { status: 'OPEN', present: { questionnaireId: 'q', number: 1 }, wanted }

describe('moving a survey to another version', () => {
  it('goes forward, also over a version, and before the first day', () => {
    expect(() => assertMayMove(facts)).not.toThrow()
    expect(() => assertMayMove({ ...facts, status: 'SCHEDULED' })).not.toThrow()
  })

  it.each<[string, Partial<SurveyMoveFacts>, string]>([
    ['a closed survey', { status: 'CLOSED' }, 'zakończona'],
    ['a survey that has ended', { status: 'ENDED' }, 'zakończona'],
    ['no version', { wanted: null }, 'Proszę wybrać nowszą wersję'],
    ['another questionnaire', { wanted: { ...wanted, questionnaireId: 'p' } }, 'Proszę wybrać nowszą wersję'],
    ['the version it has', { wanted: { ...wanted, number: 1 } }, 'już z wersji 1'],
    ['an older version', { wanted: { ...wanted, number: 0 } }, 'Nie można wrócić'],
    ['a draft', { wanted: { ...wanted, isPublished: false } }, 'opublikowana'],
    ['one without a public address', { wanted: { ...wanted, hasPublicLink: false } }, 'publicznym adresem'],
  ])('refuses %s', (_, change, sentence) => {
    expect(() => assertMayMove({ ...facts, ...change })).toThrow(InvalidInputError)
    expect(() => assertMayMove({ ...facts, ...change })).toThrow(sentence)
  })
})
