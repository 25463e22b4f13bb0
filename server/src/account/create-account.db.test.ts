import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

let test: TestApp
let administrator: SignedIn
beforeAll(async () => {
  test = await createTestApp()
  administrator = await test.signInAs('administrator')
})
afterAll(() => test.close())

const CREATE = `mutation ($input: CreateAccountInput!) {
  createAccount(input: $input) {
    __typename ... on Account { email isAdministrator isDisabled } ... on Error { code }
    ... on InvalidInputError { problems { path } }
  }
}`
const person = {
  email: 'ewa@gmina.pl',
  name: 'Ewa Lis',
  password: 'trzy koty na płocie',
  isAdministrator: false,
}
const create = async (change: object) => {
  const { data } = await test.graphql(CREATE, { input: { ...person, ...change } }, { as: administrator })
  return data.createAccount
}

it('adds an account with its role in an organisation, and records who did it', async () => {
  const organisationId = await test.anOrganisation({ name: 'CUS Lisów' })

  const made = await create({ email: 'Ewa.Lis@Gmina.pl', organisationId, role: 'INTERVIEWER' })

  expect(made).toEqual({
    __typename: 'Account',
    email: 'ewa.lis@gmina.pl',
    isAdministrator: false,
    isDisabled: false,
  })
  const query = 'query ($id: ID!) { organisation(id: $id) { memberships { role account { email } } } }'
  const { data } = await test.graphql(query, { id: organisationId }, { as: administrator })
  expect(data.organisation).toEqual({
    memberships: [{ role: 'INTERVIEWER', account: { email: 'ewa.lis@gmina.pl' } }],
  })
  const event = await test.db.prisma.auditEvent.findFirst({
    where: { action: 'createAccount' },
    orderBy: { id: 'desc' },
  })
  expect(event).toMatchObject({
    accountId: administrator.accountId,
    details: { role: 'INTERVIEWER', organisationId },
  })
  expect(JSON.stringify(event?.details)).not.toContain('koty')
})

it('adds one account per address, even for two who ask at once', async () => {
  const both = await Promise.all([create({ email: 'dwa@gmina.pl' }), create({ email: 'DWA@gmina.pl' })])

  expect(both.map((answer) => (answer as { __typename: string }).__typename).sort()).toEqual([
    'Account',
    'EmailTakenError',
  ])
})

it.each([
  [{ email: 'a@b.pl', role: 'ORGANISER' }, ['organisationId']],
  [{ email: 'a@b.pl', organisationId: '018f0000-0000-7000-8000-000000000000' }, ['role']],
  [
    { email: 'a@b.pl', organisationId: '018f0000-0000-7000-8000-000000000000', role: 'ORGANISER' },
    ['organisationId'],
  ],
  [{ email: 'a', name: '', password: '123456789012' }, ['email', 'name', 'password']],
])('says which fields are wrong: %j', async (change, paths) => {
  expect(await create(change)).toEqual({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    problems: paths.map((path) => ({ path })),
  })
})

it('answers a client that wants to know only what became of it', async () => {
  const query = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { __typename } }'
  const { data, errors } = await test.graphql(
    query,
    { input: { ...person, email: 'tylko@gmina.pl' } },
    { as: administrator },
  )

  expect({ data, errors }).toEqual({ data: { createAccount: { __typename: 'Account' } }, errors: undefined })
})

it('answers a client that reads only the refusals', async () => {
  const query =
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on Error { code } } }'
  const { data, errors } = await test.graphql(
    query,
    { input: { ...person, email: 'odmowy@gmina.pl' } },
    { as: administrator },
  )

  expect({ data, errors }).toEqual({ data: { createAccount: {} }, errors: undefined })
})
