import { randomUUID } from 'node:crypto'
import type { Report, ReportBlock, ReportSection } from '@rozeznanie/core/report'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const ADD = `mutation ($input: AddReportTableInput!) { addReportTable(input: $input) {
  __typename
  ... on Survey { reportTables { id sectionCode request { rowKeys } } }
  ... on InvalidInputError { problems { path } }
} }`
const REMOVE = `mutation ($input: RemoveReportTableInput!) { removeReportTable(input: $input) {
  reportTables { id }
} }`
const REPORT = 'query ($id: ID!) { survey(id: $id) { report } }'

interface Added {
  readonly __typename: string
  readonly reportTables?: readonly { readonly id: string }[]
  readonly problems?: readonly { readonly path: string }[]
}

let test: TestApp
let organiser: SignedIn
let surveyId: string
beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z'), submissionsPerMinute: 3_000 })
  organiser = await test.signInAs('organiser')
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([single('sleep', ['dobrze', 'zle']), single('mood', ['tak', 'nie'])]),
  )
  const organisationId = organiser.organisationId ?? ''
  const survey = await test.aSurvey({ organisationId, questionnaireVersionId })
  surveyId = survey.id
  for (let person = 0; person < 40; person++) {
    const answers = { sleep: person < 28 ? 'dobrze' : 'zle', mood: person % 2 === 0 ? 'tak' : 'nie' }
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    const answer = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }
})
afterAll(() => test.close())

async function add(change: object = {}, request: object = {}, as = organiser): Promise<Added | null> {
  const wish = { rowKeys: ['sleep'], filter: [], isUnweighted: true, percentOf: 'COLUMN', ...request }
  const input = { surveyId, sectionCode: 'A3.1', request: wish, ...change }
  return (await test.graphql<{ addReportTable: Added | null }>(ADD, { input }, { as })).data.addReportTable
}

async function blocksOf(code: string): Promise<readonly ReportBlock[]> {
  const { data } = await test.graphql<{ survey: { report: Report } }>(
    REPORT,
    { id: surveyId },
    { as: organiser },
  )
  const within = (sections: readonly ReportSection[]): readonly ReportSection[] =>
    sections.flatMap((section) => [section, ...within(section.sections)])
  return within(data.survey.report.sections).find((section) => section.code === code)?.blocks ?? []
}

describe('a table added to the report', () => {
  it('stands at the end of its section as sentences, chart and table, its people rounded', async () => {
    await add()

    const blocks = await blocksOf('A3.1')
    const table = blocks.findLast(({ kind }) => kind === 'table')
    expect(blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['paragraph', 'chart', 'table']))
    expect(table).toMatchObject({
      rows: [
        [{ text: 'dobrze' }, { kind: 'percent', value: 70 }],
        [{ text: 'zle' }, { kind: 'percent', value: 30 }],
        [{ text: 'Liczba osób' }, { text: 'ok. 40' }],
      ],
    })
  })

  it('tells why it is empty when it divides by what people think', async () => {
    await add({ sectionCode: 'A5' }, { columnKey: 'mood' })

    expect((await blocksOf('A5')).at(-1)).toMatchObject({ kind: 'placeholder' })
  })

  it('goes out of it again', async () => {
    const added = await add({ sectionCode: 'A7' })
    const before = await blocksOf('A7')
    const input = { surveyId, tableId: added?.reportTables?.at(-1)?.id }
    await test.graphql(REMOVE, { input }, { as: organiser })

    expect(before.some(({ kind }) => kind === 'table')).toBe(true)
    expect((await blocksOf('A7')).some(({ kind }) => kind === 'table')).toBe(false)
  })

  it('is refused in a section that the report does not have, and to others than its organisers', async () => {
    expect(await add({ sectionCode: 'Z9' })).toMatchObject({ problems: [{ path: 'sectionCode' }] })
    expect(await add({}, {}, await test.signInAs('stranger'))).toBeNull()
  })
})
