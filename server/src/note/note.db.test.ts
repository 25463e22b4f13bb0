import type { Report, ReportSection } from '@rozeznanie/core/report'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const SAVE = `mutation ($input: SaveFieldNoteInput!) { saveFieldNote(input: $input) {
  __typename
  ... on FieldNote { id revision authorName mayChange quotes { number text releasedText releasedArea } }
  ... on InvalidInputError { problems { path } }
  ... on FieldNoteConflictError { revision }
} }`
const RELEASE = `mutation ($input: ReleaseQuoteInput!) { releaseQuote(input: $input) {
  __typename ... on FieldNote { quotes { releasedText } }
} }`
const WITHDRAW =
  'mutation ($input: WithdrawQuoteInput!) { withdrawQuote(input: $input) { quotes { releasedText } } }'
const REMOVE = 'mutation ($id: ID!) { removeFieldNote(input: { noteId: $id }) { id } }'
const LIST = `query ($id: ID!, $filter: FieldNoteFilter) { organisation(id: $id) {
  fieldNotes(filter: $filter, first: 10) { totalCount edges { node { title } } }
  fieldNoteCounts(filter: $filter) { method count }
} }`

interface Saved {
  readonly __typename: string
  readonly id: string
  readonly revision: number
  readonly quotes: readonly { readonly number: number; readonly releasedText: string | null }[]
}

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let organisationId: string
let localityId: string
beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z') })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  organisationId = organiser.organisationId ?? ''
  localityId = await test.aLocality()
})
afterAll(() => test.close())

const note = () => ({
  organisationId,
  municipalityCode: '260401',
  localityId,
  place: 'świetlica',
  method: 'GROUP',
  notedOn: '2026-11-20',
  title: 'Koło gospodyń',
  text: 'Mówiono o dojazdach.',
  diAreas: ['DAILY_SUPPORT'],
  quotes: [{ text: 'Do lekarza mam 12 km, pomaga mi Zosia.', speaker: 'mieszkanka' }],
})

async function save(as: SignedIn, change: object = {}): Promise<Saved> {
  const answer = await test.graphql<{ saveFieldNote: Saved }>(
    SAVE,
    { input: { ...note(), ...change } },
    { as },
  )
  return answer.data.saveFieldNote
}
const release = (as: SignedIn, noteId: string, text = 'Do lekarza mam 12 km.') =>
  test.graphql<{ releaseQuote: { __typename: string } | null }>(
    RELEASE,
    { input: { noteId, number: 1, text, area: 'DAILY_SUPPORT' } },
    { as },
  )

describe('a note from the field', () => {
  it('is kept by an interviewer, and changed by its author and by organisers only', async () => {
    const mine = await save(interviewer)
    const theirs = await save(organiser)

    expect(mine).toMatchObject({ revision: 1, mayChange: true, quotes: [{ number: 1, releasedText: null }] })
    expect(await save(organiser, { noteId: mine.id, baseRevision: 1 })).toMatchObject({ revision: 2 })
    expect(await save(interviewer, { noteId: theirs.id, baseRevision: 1 })).toBeNull()
    expect((await test.graphql(REMOVE, { id: theirs.id }, { as: interviewer })).data).toEqual({
      removeFieldNote: null,
    })
  })

  it('is not overwritten by somebody who saw an older one', async () => {
    const { id } = await save(organiser)
    await save(organiser, { noteId: id, baseRevision: 1, title: 'Inny' })

    expect(await save(organiser, { noteId: id, baseRevision: 1, title: 'Mój' })).toEqual({
      __typename: 'FieldNoteConflictError',
      revision: 2,
    })
  })

  it('is of a municipality and a locality of its organisation', async () => {
    const elsewhere = await test.aMunicipality({ code: '260402' })
    const foreign = await test.aLocality({ municipalityCode: elsewhere })

    expect(await save(organiser, { municipalityCode: elsewhere, localityId: null })).toMatchObject({
      problems: [{ path: 'municipalityCode' }],
    })
    expect(await save(organiser, { localityId: foreign })).toMatchObject({
      problems: [{ path: 'localityId' }],
    })
  })
})

describe('the list of notes', () => {
  it('shows those that fit, the newest first, with counts by method', async () => {
    await test.db.prisma.fieldNote.deleteMany()
    await save(interviewer, { title: 'Stara', notedOn: '2026-09-01', method: 'FIELD' })
    await save(interviewer, { title: 'Nowa', diAreas: ['POVERTY'] })
    await save(organiser, { title: 'Bez miejscowości', localityId: null, notedOn: '2026-10-01' })
    const titles = async (filter: object) => {
      const answer = await test.graphql<{
        organisation: {
          fieldNotes: { totalCount: number; edges: { node: { title: string } }[] }
          fieldNoteCounts: { method: string; count: number }[]
        }
      }>(LIST, { id: organisationId, filter }, { as: interviewer })
      const { fieldNotes, fieldNoteCounts } = answer.data.organisation
      const counted = fieldNoteCounts.reduce((sum, { count }) => sum + count, 0)
      expect([fieldNotes.totalCount, counted]).toEqual([fieldNotes.edges.length, fieldNotes.edges.length])
      return fieldNotes.edges.map(({ node }) => node.title)
    }

    expect(await titles({})).toEqual(['Nowa', 'Bez miejscowości', 'Stara'])
    expect(await titles({ method: 'FIELD' })).toEqual(['Stara'])
    expect(await titles({ diArea: 'POVERTY' })).toEqual(['Nowa'])
    expect(await titles({ localityId })).toEqual(['Nowa', 'Stara'])
    expect(await titles({ from: '2026-09-01', to: '2026-10-01' })).toEqual(['Bez miejscowości', 'Stara'])
  })

  it('is nothing for an administrator who does not belong to the organisation', async () => {
    const administrator = await test.signInAs('administrator')
    const { data } = await test.graphql(LIST, { id: organisationId }, { as: administrator })

    expect(data).toEqual({ organisation: { fieldNotes: null, fieldNoteCounts: null } })
  })
})

describe('a quote', () => {
  const listed = (sections: readonly ReportSection[]): readonly ReportSection[] =>
    sections.flatMap((section) => [section, ...listed(section.sections)])

  async function reported(surveyId: string) {
    const { data } = await test.graphql<{ survey: { report: Report } }>(
      'query ($id: ID!) { survey(id: $id) { report } }',
      { id: surveyId },
      { as: organiser },
    )
    return listed(data.survey.report.sections).flatMap(({ code, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quotes' ? [{ code, ...block }] : [])),
    )
  }

  it('stands in the report as an organiser released it, without place and speaker, until it is changed', async () => {
    const questionnaireVersionId = await test.aQuestionnaireVersion(aQuestionnaire([yesNo('helps')]))
    const { id: surveyId } = await test.aSurvey({ organisationId, questionnaireVersionId })
    const { id: noteId } = await save(interviewer)
    expect(await reported(surveyId)).toEqual([])

    expect((await release(interviewer, noteId)).data.releaseQuote).toBeNull()
    expect((await release(organiser, noteId, ' ')).data.releaseQuote?.__typename).toBe('InvalidInputError')
    expect((await release(organiser, noteId)).data.releaseQuote).toMatchObject({ __typename: 'FieldNote' })
    expect(await reported(surveyId)).toEqual([
      {
        code: 'A3.2',
        kind: 'quotes',
        lead: 'Z notatek terenowych (rozmowy grupowe, listopad\u00a02026\u00a0r.):',
        quotes: ['Do lekarza mam 12 km.'],
      },
    ])

    const same = [{ number: 1, ...note().quotes[0] }]
    await save(interviewer, { noteId, baseRevision: 1, title: 'Poprawiony tytuł', quotes: same })
    expect(await reported(surveyId)).toHaveLength(1)
    const other = [{ number: 1, text: 'Nikt mi nie pomaga.', speaker: '' }]
    await save(interviewer, { noteId, baseRevision: 2, quotes: other })
    expect(await reported(surveyId)).toEqual([])
  })

  it('leaves the report when it is taken back or its note is removed, and all of it is recorded', async () => {
    const { id: noteId } = await save(organiser)
    await release(organiser, noteId)
    const { data } = await test.graphql(WITHDRAW, { input: { noteId, number: 1 } }, { as: organiser })
    await test.graphql(REMOVE, { id: noteId }, { as: organiser })

    expect(data).toEqual({ withdrawQuote: { quotes: [{ releasedText: null }] } })
    expect(await test.db.prisma.fieldQuote.count({ where: { noteId } })).toBe(0)
    const events = await test.db.prisma.auditEvent.findMany({
      where: { objectId: noteId },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual([
      'saveFieldNote',
      'releaseQuote',
      'withdrawQuote',
      'removeFieldNote',
    ])
  })
})
