import { describe, expect, it } from 'vitest'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { loadDraft, type Draft } from './draft.ts'
import { surveyToFinish } from './older-version.ts'
import type { Place } from './place.ts'
import { memoryShelf, memoryTrail } from './preview/in-memory.ts'

const survey: PublicSurvey = {
  code: 'abc',
  title: 'Ankieta',
  status: 'OPEN',
  opensOn: '2026-11-01',
  closesOn: '2026-12-01',
  organisationName: 'CUS',
  municipalityName: 'Gmina',
  contactPhone: '',
  informationClause: '',
  questionnaireVersionId: 'v2',
  questionnaire: aQuestionnaire([single('a', ['1']), single('new', ['1'])]),
  localities: [],
  isDemo: false,
}
const older: PublicSurvey = {
  ...survey,
  status: 'SCHEDULED',
  questionnaireVersionId: 'v1',
  questionnaire: aQuestionnaire([single('a', ['1']), single('old', ['1'])]),
}
const draft: Draft = {
  id: '6f1f0a52-3d0c-4b7e-9a51-0e4d8f2b7c11',
  questionnaireVersionId: 'v1',
  answers: { a: '1', old: '1' },
  isSending: true,
}

function aPlace() {
  const shelf = memoryShelf()
  const trail = memoryTrail()
  const middle: Place = { kind: 'page', id: 'old', fromCheck: false }
  trail.show(middle, 'replace')
  return { shelf, trail, middle }
}

/** A server that gives these replies, one after another; an error is a broken connection. */
function aServer(...replies: readonly (Response | Error)[]) {
  const asked: string[] = []
  const fetcher: typeof fetch = (address) => {
    const reply = replies[asked.length] ?? new Response('', { status: 404 })
    asked.push(String(address))
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
  }
  return { fetcher, asked }
}

describe('a draft of an older version', () => {
  it('is gone on with in that version, as open as the survey is', async () => {
    const { shelf, trail, middle } = aPlace()
    const { fetcher, asked } = aServer(new Error('offline'), Response.json(older))

    const found = await surveyToFinish(survey, { shelf, trail }, draft, fetcher)

    expect(found).toEqual({ ...older, status: 'OPEN' })
    expect(asked).toEqual(['/a/abc/wersja/v1', '/a/abc/wersja/v1'])
    expect(trail.now()).toEqual(middle)
  })

  it.each([
    ['the server has it no more', new Response('', { status: 404 })],
    ['the server gives another', Response.json(survey)],
    ['the server gives something else', Response.json({})],
  ])('keeps the answers that fit, under its id and from the start, when %s', async (_why, reply) => {
    const { shelf, trail } = aPlace()

    const found = await surveyToFinish(survey, { shelf, trail }, draft, aServer(reply).fetcher)

    expect(found).toBe(survey)
    expect(trail.now()).toEqual({ kind: 'start' })
    expect(loadDraft(shelf, 'abc', 'v2')).toEqual({
      id: draft.id,
      questionnaireVersionId: 'v2',
      answers: { a: '1' },
      isSending: false,
      isFitted: true,
    })
  })
})
