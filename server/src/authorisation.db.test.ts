import { parse, subscribe } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ANSWERS,
  EVERYBODY,
  FIELDS,
  ROUTES,
  type Somebody,
  type World,
  makeWorld,
} from '../testing/authorisation/index.ts'
import { type GraphqlAnswer, type TestApp, createTestApp } from '../testing/test-app.ts'
import { schema } from './schema.ts'

const CODES: Readonly<Record<string, string>> = { UNAUTHENTICATED: 'signIn', FORBIDDEN: 'forbidden' }
const STATUSES: Readonly<Record<number, string>> = { 401: 'signIn', 403: 'forbidden', 404: 'hidden' }

let test: TestApp
let world: World
beforeAll(async () => {
  test = await createTestApp()
  world = await makeWorld(test)
})
afterAll(() => test.close())

const personOf = (who: Somebody) => (who === 'anonymous' ? null : world.people[who])

function verdictOf({
  data,
  errors,
}: Pick<GraphqlAnswer<Record<string, unknown> | null>, 'data' | 'errors'>): string {
  const code = errors?.[0]?.extensions.code
  if (code !== undefined) return CODES[code] ?? `${code}: ${errors?.[0]?.message}`
  return Object.values(data ?? {})[0] === null ? 'hidden' : 'allowed'
}

async function askField(name: string, who: Somebody): Promise<string> {
  const [root = '', field = ''] = name.split('.')
  const call = await (FIELDS[name]?.call(world) ?? Promise.reject(new Error(`${field} has no row`)))
  if (root === 'Subscription') return trySubscription(`subscription { ${call} }`, who)
  const variables = call.includes('$answers') ? '($answers: JSON!)' : ''
  const document = `${root.toLowerCase()} ${variables} { ${call} }`
  const as = field === 'signOut' && who !== 'anonymous' ? await test.signInAs(who) : personOf(who)
  return verdictOf(await test.graphql(document, { answers: ANSWERS }, as ? { as } : {}))
}

async function trySubscription(document: string, who: Somebody): Promise<string> {
  const contextValue = await test.contextOf(personOf(who))
  const result = await subscribe({ schema, document: parse(document), contextValue })
  if ('errors' in result) return CODES[String(result.errors?.[0]?.extensions.code)] ?? JSON.stringify(result)
  await (result as AsyncGenerator).return(undefined)
  return 'allowed'
}

const FILE = [
  '--border',
  'content-disposition: form-data; name="file"; filename="a.csv"',
  'content-type: text/csv',
  '',
  'Płeć;Wiek\n1;2',
  '--border--',
  '',
].join('\r\n')

async function askRoute(name: string, who: Somebody): Promise<string> {
  const [method = 'GET'] = name.split(' ')
  const { url, json } = ROUTES[name] ?? { url: () => '' }
  const isUpload = method === 'POST' && !json
  const cookie = personOf(who)?.cookie
  const answer = await test.app.inject({
    method: method as 'GET' | 'POST',
    url: url(world),
    headers: {
      ...(cookie && { cookie }),
      ...(method === 'POST' && { 'x-rozeznanie': '1' }),
      ...(isUpload && { 'content-type': 'multipart/form-data; boundary=border' }),
    },
    ...(isUpload ? { payload: FILE } : json && { payload: json }),
  })
  expect(answer.statusCode, answer.body.slice(0, 500)).toBeLessThan(500)
  return STATUSES[answer.statusCode] ?? 'allowed'
}

async function verdictsOf(ask: (name: string, who: Somebody) => Promise<string>, name: string) {
  const verdicts: Record<string, string> = {}
  for (const who of EVERYBODY) verdicts[who] = await ask(name, who)
  return verdicts
}

describe('who may use', () => {
  it.each(Object.keys(FIELDS))('%s', async (name) => {
    expect(await verdictsOf(askField, name)).toEqual(FIELDS[name]?.verdicts)
  })

  it.each(Object.keys(ROUTES))('%s', async (name) => {
    expect(await verdictsOf(askRoute, name)).toEqual(ROUTES[name]?.verdicts)
  })
})

it('is decided for every route of files', () => {
  const printed = test.app.printRoutes({ commonPrefix: false, includeHooks: false })
  const fileRoutes = routesIn(printed).filter((route) =>
    /^(GET|POST) \/(download|upload|teren\/(bundle|surveys|visits))\b/.test(route),
  )

  expect(fileRoutes.length).toBeGreaterThan(0)
  expect(fileRoutes.sort()).toEqual(Object.keys(ROUTES).sort())
})

/** `METHOD /path` of every line of the printed tree; children stand four characters deeper than their parent. */
function routesIn(printed: string): string[] {
  const parents: string[] = []
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (path === '') return []
    const depth = indent.length / 4
    parents[depth] = path
    const whole = parents.slice(0, depth + 1).join('')
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${whole}`)
  })
}

describe('what is foreign', () => {
  it('answers byte for byte like what is missing', async () => {
    const query =
      'query ($id: ID!) { survey(id: $id) { title responseCount } organisation(id: $id) { name } }'
    const ask = (id: string) => test.graphql(query, { id }, { as: world.people.stranger })

    const missing = await ask('018f0000-0000-7000-8000-000000000000')
    expect(await ask(world.surveyId)).toEqual(missing)
    expect(await ask(world.organisationId)).toEqual(missing)
  })

  it("cannot be reached by naming it inside an input of one's own", async () => {
    const { organisationId } = world.people.stranger
    const input = {
      organisationId,
      municipalityCode: '260402',
      questionnaireVersionId: world.questionnaireVersionId,
      title: 'Cudza ankieta',
      opensOn: '2026-11-01',
      closesOn: '2026-11-30',
      sampleType: 'OPEN_LINK',
      informationClause: 'Administratorem danych jest centrum.',
      contactPhone: '41 123 45 67',
    }
    const query = 'mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { __typename } }'
    const { data } = await test.graphql(query, { input }, { as: world.people.stranger })

    expect(data.openSurvey).toEqual({ __typename: 'InvalidInputError' })
  })

  it('shows an interviewer no figures, no texts and no report', async () => {
    const query = `query ($id: ID!) { survey(id: $id) {
      results { responseCount } crosstab(rowQuestionKey: "needs_help", columnQuestionKey: "needs_help") { validCount }
      openAnswers(questionKey: "wishes") { totalCount } report } }`
    const { data } = await test.graphql(query, { id: world.surveyId }, { as: world.people.interviewer })

    expect(data.survey).toEqual({ results: null, crosstab: null, openAnswers: null, report: null })
  })
})
