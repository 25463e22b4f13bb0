import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

const CREATE = `mutation ($input: CreateFirstAdministratorInput!) {
  createFirstAdministrator(input: $input) {
    __typename ... on Viewer { isAdministrator email } ... on Error { code message }
    ... on InvalidInputError { problems { path } }
  }
}`
const person = { email: ' Jan.Kowalski@Gmina.pl ', name: ' Jan Kowalski ', password: 'trzy koty na płocie' }
const create = async (input: object) => {
  const { data } = await test.graphql<{ createFirstAdministrator: Record<string, unknown> }>(CREATE, {
    input: { ...person, ...input },
  })
  return data.createFirstAdministrator
}
const needsSetup = async () =>
  (await test.graphql('{ installation { needsSetup isDemo version } }')).data.installation

it('is asked for until there is one, and is made with the code of the terminal', async () => {
  expect(await needsSetup()).toEqual({ needsSetup: true, isDemo: false, version: '0.1.0' })

  const made = await create({ setupCode: test.services.accounts.setupCode.code.toLowerCase() })

  expect(made).toEqual({ __typename: 'Viewer', isAdministrator: true, email: 'jan.kowalski@gmina.pl' })
  expect(await needsSetup()).toMatchObject({ needsSetup: false })
  const [event] = await test.db.prisma.auditEvent.findMany()
  const account = await test.db.prisma.account.findFirstOrThrow()
  expect(account.name).toBe('Jan Kowalski')
  expect(event).toMatchObject({
    action: 'createFirstAdministrator',
    accountId: account.id,
    objectId: account.id,
  })
})

it('is not made with another code, however often one tries', async () => {
  const refused = await create({ setupCode: 'AAAA-BBBB-CCCC' })

  expect(refused).toMatchObject({ __typename: 'SetupCodeWrongError', code: 'SETUP_CODE_WRONG' })
  expect(await test.db.prisma.account.count()).toBe(0)
})

it('is told what is wrong with the fields and may try again', async () => {
  const setupCode = test.services.accounts.setupCode.code
  const refused = await create({ setupCode, email: 'jan', password: 'krótkie' })

  expect(refused).toMatchObject({
    __typename: 'InvalidInputError',
    problems: [{ path: 'email' }, { path: 'password' }],
  })
  expect(await create({ setupCode })).toMatchObject({ __typename: 'Viewer' })
})

it('is one, even when ten ask at the same time', async () => {
  const setupCode = test.services.accounts.setupCode.code
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, i) => create({ setupCode, email: `a${i}@gmina.pl` })),
  )

  expect(all.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1)
  expect(await test.db.prisma.account.count()).toBe(1)
})

it('is not made again with the same code', async () => {
  const setupCode = test.services.accounts.setupCode.code
  await create({ setupCode })

  expect(await create({ setupCode, email: 'druga@gmina.pl' })).toMatchObject({ code: 'SETUP_CODE_WRONG' })
})
