import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) {
  __typename
  ... on SavedView { id name authorName request { rowKeys columnKey weightVersion isUnweighted chart filter { dimension codes } } }
  ... on InvalidInputError { problems { path message } }
} }`
const REMOVE = 'mutation ($input: RemoveViewInput!) { removeView(input: $input) { id } }'
const LIST = 'query ($id: ID!) { survey(id: $id) { savedViews { id name } } }'

const REQUEST = {
  rowKeys: ['sleep'],
  columnKey: '@LOCALITY',
  filter: [{ dimension: 'car', codes: ['1'] }],
  weightVersion: 2,
  isUnweighted: false,
  percentOf: 'ROW',
  chart: 'HEAT_MAP',
}

interface Saved {
  readonly __typename: string
  readonly id: string
  readonly name: string
  readonly request: { readonly rowKeys: readonly string[]; readonly chart: string | null }
}

let test: TestApp
let organiser: SignedIn
let surveyId: string
beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  const organisationId = organiser.organisationId ?? ''
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([yesNo('sleep'), yesNo('car')]),
  )
  const survey = await test.aSurvey({ organisationId, questionnaireVersionId })
  surveyId = survey.id
})
afterAll(() => test.close())

async function save(change: object = {}, as = organiser): Promise<Saved | null> {
  const input = { surveyId, name: 'Sen', request: REQUEST, ...change }
  return (await test.graphql<{ saveView: Saved | null }>(SAVE, { input }, { as })).data.saveView
}

async function viewsOf(
  as: SignedIn,
): Promise<readonly { readonly id: string; readonly name: string }[] | null> {
  const { data } = await test.graphql<{ survey: { savedViews: never } | null }>(
    LIST,
    { id: surveyId },
    { as },
  )
  return data.survey?.savedViews ?? null
}

describe('a view of the workbench', () => {
  it('is kept as it was asked, under its name without needless blanks', async () => {
    expect(await save({ name: '  Sen   według miejsca ' })).toMatchObject({
      __typename: 'SavedView',
      name: 'Sen według miejsca',
      request: { rowKeys: ['sleep'], columnKey: '@LOCALITY', weightVersion: 2, filter: REQUEST.filter },
    })
  })

  it('keeps its link when it is renamed and asks for something else', async () => {
    const first = await save({ name: 'Przed' })
    const renamed = await save({ viewId: first?.id, name: 'Po', request: { ...REQUEST, chart: 'DOTS' } })

    expect(renamed).toMatchObject({ id: first?.id, name: 'Po', request: { chart: 'DOTS' } })
  })

  it('does not take the name of another', async () => {
    await save({ name: 'Jedyny' })

    expect(await save({ name: 'Jedyny' })).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'name', message: 'Widok o nazwie „Jedyny” już jest. Proszę podać inną nazwę.' }],
    })
  })

  it('is listed and removed by organisers of the survey alone', async () => {
    const view = await save({ name: 'Do usunięcia' })
    const interviewer = await test.signInAs('interviewer')
    const stranger = await test.signInAs('stranger')
    const remove = async (as: SignedIn) =>
      (
        await test.graphql<{ removeView: object | null }>(
          REMOVE,
          { input: { surveyId, viewId: view?.id } },
          { as },
        )
      ).data.removeView

    expect([await viewsOf(interviewer), await viewsOf(stranger)]).toEqual([null, null])
    expect(await save({ name: 'Obcy' }, stranger)).toBeNull()
    expect(await remove(stranger)).toBeNull()
    expect((await viewsOf(organiser))?.map(({ name }) => name)).toContain('Do usunięcia')
    expect(await remove(organiser)).toEqual({ id: surveyId })
    expect(await remove(organiser)).toBeNull()
    expect((await viewsOf(organiser))?.map(({ name }) => name)).not.toContain('Do usunięcia')
  })
})
