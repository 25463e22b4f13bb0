import { expect, test } from 'vitest'
import { sisterPages, surveyTabs } from './survey-tabs.ts'

const ofResidents = { surveyId: 'x', asksInstitutions: false, isOrganiser: true }

test('the work with a survey is five tabs, whoever is asked', () => {
  expect(surveyTabs(ofResidents).map(({ name }) => name)).toEqual([
    'survey',
    'collecting',
    'quality',
    'results',
    'report',
  ])
  expect(surveyTabs({ ...ofResidents, asksInstitutions: true })[1]?.name).toBe('institutions')
})

test('an interviewer is offered what an interviewer does', () => {
  const tabs = surveyTabs({ ...ofResidents, isOrganiser: false })
  expect(tabs.map(({ name }) => name)).toEqual(['survey', 'materials', 'entry'])
  expect(surveyTabs({ surveyId: 'x', asksInstitutions: true, isOrganiser: false })).toHaveLength(1)
})

test('a page shows its sisters, a page alone shows none', () => {
  const tabs = surveyTabs(ofResidents)
  expect(sisterPages(tabs, '/ankiety/x/kody').map(({ name }) => name)).toContain('rescue')
  expect(sisterPages(tabs, '/ankiety/x/odpowiedzi-otwarte').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['figures', 'openAnswers', 'coding']),
  )
  expect(sisterPages(tabs, '/ankiety/x')).toEqual([])
  expect(sisterPages(tabs, '/ankiety/x/jakosc/sporne')).toEqual([])
})
