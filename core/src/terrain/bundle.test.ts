import { describe, expect, it } from 'vitest'
import type { PublicSurvey } from '../survey/index.ts'
import { isTerrainBundle, keepingWhatIsNeeded, type TerrainBundle, type TerrainSurvey } from './bundle.ts'

const document = (questionnaireVersionId: string) =>
  ({
    code: 'K',
    questionnaireVersionId,
    localities: [],
    questionnaire: { sections: [] },
  }) as unknown as PublicSurvey
const survey = (id: string, ...versions: readonly string[]): TerrainSurvey => ({
  id,
  documents: versions.map(document),
  targets: [{ localityId: null, target: 3 }],
  rescueKey: { id: 'k', publicKey: {} },
})
const bundle = (...surveys: readonly TerrainSurvey[]): TerrainBundle => ({
  account: { id: 'a', name: 'Anna' },
  organisationName: 'CUS',
  surveys,
})
const shape = (kept: TerrainBundle) =>
  kept.surveys.map(({ id, documents, isGone = false }) => [
    id,
    documents.map((each) => each.questionnaireVersionId).join(),
    isGone,
  ])

describe('a bundle', () => {
  it('is told from anything else', () => {
    expect(isTerrainBundle(bundle(survey('s', '1')))).toBe(true)
    expect(isTerrainBundle(bundle())).toBe(true)
    for (const other of [null, {}, [], '<html>', bundle(survey('s')), { ...bundle(), surveys: [{}] }])
      expect(isTerrainBundle(other)).toBe(false)
  })

  it('keeps the version in which an interview was begun', () => {
    const before = bundle(survey('s', '2', '1'))
    const needed = [{ surveyId: 's', questionnaireVersionId: '1' }]
    expect(shape(keepingWhatIsNeeded(before, bundle(survey('s', '3')), needed))).toEqual([
      ['s', '3,1', false],
    ])
    expect(shape(keepingWhatIsNeeded(before, bundle(survey('s', '3')), []))).toEqual([['s', '3', false]])
  })

  it('keeps a survey that was taken away while something of it is unfinished', () => {
    const before = bundle(survey('s', '1'), survey('t', '1'))
    const needed = [{ surveyId: 's', questionnaireVersionId: '1' }]
    const kept = keepingWhatIsNeeded(before, bundle(), needed)
    expect(shape(kept)).toEqual([['s', '1', true]])
    expect(kept.surveys[0]?.targets).toEqual([])
    expect(shape(keepingWhatIsNeeded(kept, bundle(), needed))).toEqual([['s', '1', true]])
    expect(shape(keepingWhatIsNeeded(kept, bundle(survey('s', '1')), needed))).toEqual([['s', '1', false]])
  })
})
