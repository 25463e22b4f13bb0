import { describe, expect, it } from 'vitest'
import { aQuestionnaire, number, roster, yesNo } from '@rozeznanie/core/testing'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { START } from '../place.ts'
import { memoryShelf, memoryTrail } from './in-memory.ts'
import { readRequest } from './messages.ts'
import { outerKey } from './moves.ts'

const to = 'rozeznanie-preview'
const survey: PublicSurvey = {
  code: 'podglad',
  title: 'Próba',
  status: 'OPEN',
  opensOn: '2026-11-01',
  closesOn: '2026-12-01',
  organisationName: 'CUS',
  municipalityName: 'Gmina',
  contactPhone: '',
  informationClause: '',
  questionnaireVersionId: 'v',
  questionnaire: aQuestionnaire([yesNo('a'), roster('people', [roster('jobs', [number('hours')])])]),
  localities: [],
  isDemo: false,
}

describe('what the preview is asked for', () => {
  it.each([
    [
      { to, kind: 'show', survey, questionKey: 'a' },
      { kind: 'show', survey, questionKey: 'a' },
    ],
    [
      { to, kind: 'jump', questionKey: 'a' },
      { kind: 'jump', questionKey: 'a' },
    ],
    [
      { to, kind: 'language', language: 'uk' },
      { kind: 'language', language: 'uk' },
    ],
    [{ to, kind: 'restart' }, { kind: 'restart' }],
  ])('is read', (message, request) => {
    expect(readRequest(message)).toEqual(request)
  })

  it.each([
    null,
    {},
    { kind: 'restart' },
    { to, kind: 'show', survey: {} },
    { to, kind: 'jump' },
    { to, kind: 'send' },
  ])('is nothing in any other message: %j', (message) => {
    expect(readRequest(message)).toBeNull()
  })

  it.each([
    ['a', 'a'],
    ['hours', 'people'],
    ['gone', 'gone'],
  ])('finds %s under %s', (key, outer) => {
    expect(outerKey(survey, key)).toBe(outer)
  })
})

describe('the memory of the preview', () => {
  it('goes back the way it came, and no further than the start', () => {
    const trail = memoryTrail()
    const page = { kind: 'page', id: 'a', fromCheck: false } as const
    let moves = 0
    const stop = trail.follow(() => (moves += 1))

    trail.show(page, 'push')
    trail.show({ kind: 'check' }, 'replace')

    expect(trail.now()).toEqual({ kind: 'check' })
    expect([trail.back(), trail.now(), trail.back(), moves]).toEqual([true, START, false, 1])
    stop()
  })

  it('keeps what is put there until it is taken away', () => {
    const shelf = memoryShelf()

    shelf.setItem('a', '1')
    expect(shelf.getItem('a')).toBe('1')
    shelf.removeItem('a')
    expect(shelf.getItem('a')).toBeNull()
  })
})
