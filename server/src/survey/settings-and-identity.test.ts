import { describe, expect, it } from 'vitest'
import { Prisma } from '../generated/prisma/client.ts'

const NEVER = 'never'
const UNTIL_FIRST_ANSWER = 'until the first answer'
const ANY_TIME = 'any time'

/**
 * When each column of a survey may change, and why that tells nobody who answered. A column that could say who
 * answered, or let answers be joined with people, may only be `never` or `until the first answer`.
 */
const COLUMNS: Readonly<Record<string, readonly [when: string, why: string]>> = {
  id: [NEVER, 'a name'],
  code: [NEVER, 'the address is the same for everybody'],
  title: [NEVER, 'words that everybody reads'],
  organisationId: [NEVER, 'who asks; another one would read answers that were not given to it'],
  municipalityCode: [NEVER, 'where the survey is'],
  questionnaireVersionId: [
    ANY_TIME,
    'a published version; who has begun finishes the one that was opened, and nothing is asked of those who answered',
  ],
  sampleType: [NEVER, 'a word for the report'],
  opensOn: [NEVER, 'a day for everybody'],
  closesOn: [ANY_TIME, 'a day for everybody'],
  closedAt: [ANY_TIME, 'the end for everybody; then the order of answers is lost'],
  informationClause: [NEVER, 'what respondents were promised stands'],
  contactPhone: [NEVER, 'of the organiser'],
  graceDays: [ANY_TIME, 'days for everybody'],
  takesCodes: [
    UNTIL_FIRST_ANSWER,
    'those who answered without a code did not know of codes, and the other way round',
  ],
  referenceOn: [
    NEVER,
    'institutions answer in their own name, people never: one survey is not turned into the other',
  ],
  orderGeneration: [ANY_TIME, 'grows by itself when the order of answers is lost'],
  orderedCount: [ANY_TIME, 'how many lost their order'],
  invitationReason: [ANY_TIME, 'a sentence on posters'],
  sheetReturn: [ANY_TIME, 'a sentence on paper'],
  embedHosts: [ANY_TIME, 'websites around the page; the page tells them nothing and sets no cookie'],
  correctionCount: [ANY_TIME, 'how many lines the log has'],
  doubleEntryPercent: [ANY_TIME, 'which paper sheets are typed twice; sheets carry no name'],
  usualWeightNumber: [ANY_TIME, 'which weights results use; weights count kinds of people, never one'],
  createdAt: [NEVER, 'of the survey, not of an answer'],
}

describe('the settings of a survey', () => {
  it('are all judged: a new column has to say whether it could tell who answered', () => {
    expect(Object.keys(COLUMNS).sort()).toEqual(Object.keys(Prisma.SurveyScalarFieldEnum).sort())
  })

  it('hold one that touches identity, and it is settled before the first answer', () => {
    const settled = Object.entries(COLUMNS).filter(([, [when]]) => when === UNTIL_FIRST_ANSWER)

    expect(settled.map(([column]) => column)).toEqual(['takesCodes'])
  })
})
