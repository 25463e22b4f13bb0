import { describe, expect, it } from 'vitest'
import { allQuestions } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { checkAnswers } from '@rozeznanie/core/response'
import { BEFORE_PUBLICATION, OWN_QUESTIONNAIRE } from './own-questionnaire.ts'
import { seededRandom } from './random.ts'
import { demoCentres, localitiesOf } from './region.ts'
import { drawAnswers } from './resident-answers.ts'
import { drawResident } from './resident.ts'

const [centre] = demoCentres
if (!centre) throw new Error('No centre')
const names = localitiesOf(centre).map(({ name }) => name)
const localityIds = new Map(names.map((name, index) => [name, `locality-${index}`]))

const ofLibrary = questionnaireLibrary.filter(({ key }) => key === 'RES' || key === 'RES_MIN')
const own = BEFORE_PUBLICATION.reduce(
  (questionnaire, step) => step(questionnaire),
  ofLibrary.find(({ key }) => key === 'RES_MIN')!,
)
const forResidents = [...ofLibrary, { ...own, ...OWN_QUESTIONNAIRE }]

describe.each(forResidents.map((questionnaire) => ({ key: questionnaire.key, questionnaire })))(
  'made-up residents answering $key',
  ({ questionnaire }) => {
    const random = seededRandom(7)
    const sample = Array.from({ length: 400 }, () => {
      const resident = drawResident(random, centre)
      return { resident, answers: drawAnswers({ questionnaire, random, centre, localityIds, resident }) }
    })

    it('give only answers that the questionnaire accepts', () => {
      const context = { localityIds: [...localityIds.values()] }
      const violations = sample.flatMap(({ answers }) => checkAnswers(questionnaire, answers, context))

      expect(violations).toEqual([])
    })

    it('answer every question, each by somebody', () => {
      const asked = allQuestions(questionnaire).filter(({ type }) => type !== 'INFO')
      const silent = asked
        .filter(({ key }) => !sample.some(({ answers }) => key in answers))
        .map(({ key }) => key)

      expect(silent).toEqual([])
    })
  },
)

describe('the example region', () => {
  it('draws the same answers from the same seed', () => {
    const [first, second] = [seededRandom(3), seededRandom(3)]

    expect(drawResident(first, centre)).toEqual(drawResident(second, centre))
    expect(first.uuid()).toBe(second.uuid())
  })

  it('lets older people need care at home more often than younger ones', () => {
    const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES')
    if (!questionnaire) throw new Error('No RES')
    const random = seededRandom(11)
    const needs = Array.from({ length: 1500 }, () => {
      const resident = drawResident(random, centre)
      const need = drawAnswers({ questionnaire, random, centre, localityIds, resident }).serv_need
      const care = typeof need === 'object' && 'CARE_HOME' in need ? need.CARE_HOME : undefined
      return { isOld: resident.age >= 70, needs: ['3', '4', '5'].includes(String(care)) }
    })
    const share = (isOld: boolean) => {
      const group = needs.filter((person) => person.isOld === isOld)
      return group.filter((person) => person.needs).length / group.length
    }

    expect(share(true)).toBeGreaterThan(3 * share(false))
  })

  it('has 300 to 450 answers in every survey', () => {
    const counts = demoCentres.flatMap(({ surveys }) => surveys.map(({ responseCount }) => responseCount))

    expect(counts.every((count) => count >= 300 && count <= 450)).toBe(true)
  })
})
