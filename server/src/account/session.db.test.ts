import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEST_PASSWORD } from '../../testing/builders.ts'
import { type SignedIn, type TestApp, createTestApp, signIn } from '../../testing/test-app.ts'

const START = new Date('2026-11-22T08:00:00Z')
const MINUTE = 60_000
let now = START
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE)
}

let test: TestApp
beforeAll(async () => {
  test = await createTestApp({ now: () => now })
})
afterAll(() => test.close())
beforeEach(() => {
  now = START
})

const nameOf = async (cookie: string, app = test.app): Promise<string | null> => {
  const payload = { query: '{ viewer { name } }' }
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { cookie } })
  return answer.json<{ data: { viewer: { name: string } | null } }>().data.viewer?.name ?? null
}
const disable = (administrator: SignedIn, accountId: string, isDisabled: boolean) =>
  test.graphql(
    `mutation ($input: SetAccountDisabledInput!) {
      setAccountDisabled(input: $input) { __typename ... on Account { isDisabled } ... on Error { code message } }
    }`,
    { input: { accountId, isDisabled } },
    { as: administrator },
  )

describe('a session', () => {
  it('lets its person in', async () => {
    const person = await test.signInAs('organiser')

    expect(await nameOf(person.cookie)).toBe('Anna Nowak')
  })

  it('is kept as a hash only', async () => {
    const { cookie } = await test.signInAs('organiser')
    const token = cookie.split('=')[1] ?? ''
    const { rows } = await test.db.pool.query<{ row: string }>('SELECT session::text AS row FROM session')

    expect(token).toMatch(/^[\w-]{43}$/)
    expect(
      rows.some(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex'))),
    ).toBe(false)
  })

  it('ends after 30 minutes without use and not before', async () => {
    const { cookie } = await test.signInAs('organiser')

    later(29)
    expect(await nameOf(cookie)).toBe('Anna Nowak')
    later(29)
    expect(await nameOf(cookie)).toBe('Anna Nowak')
    later(30)
    expect(await nameOf(cookie)).toBeNull()
  })

  it('ends after 12 hours however much it is used', async () => {
    const { cookie } = await test.signInAs('organiser')

    for (let use = 0; use < 35; use += 1) {
      later(20)
      expect(await nameOf(cookie)).toBe('Anna Nowak')
    }
    later(20)
    expect(await nameOf(cookie)).toBeNull()
  })

  it('that was copied is worth nothing after signing out', async () => {
    const { cookie } = await test.signInAs('organiser')
    const payload = { query: 'mutation { signOut }' }
    const answer = await test.app.inject({ method: 'POST', url: '/graphql', payload, headers: { cookie } })

    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'rozeznanie', value: '' })])
    expect(await nameOf(cookie)).toBeNull()
  })

  it('gets a new token at every sign-in, and the one that the browser brought ends', async () => {
    const { cookie, email } = await test.signInAs('organiser')
    const payload = {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { email, password: TEST_PASSWORD } },
    }
    const answer = await test.app.inject({ method: 'POST', url: '/graphql', payload, headers: { cookie } })
    const renewed = `rozeznanie=${answer.cookies[0]?.value}`

    expect(renewed).not.toBe(cookie)
    expect(await nameOf(cookie)).toBeNull()
    expect(await nameOf(renewed)).toBe('Anna Nowak')
  })

  it('is never one that an attacker planted', async () => {
    const { email } = await test.signInAs('organiser')
    const planted = `rozeznanie=${randomBytes(32).toString('base64url')}`
    const payload = {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { email, password: TEST_PASSWORD } },
    }
    await test.app.inject({ method: 'POST', url: '/graphql', payload, headers: { cookie: planted } })

    expect(await nameOf(planted)).toBeNull()
  })

  it('of every device ends when the account is disabled, and does not come back with it', async () => {
    const administrator = await test.signInAs('administrator')
    const person = await test.signInAs('organiser')
    const second = await signIn(test.app, person.email)

    const { data } = await disable(administrator, person.accountId, true)

    expect(data.setAccountDisabled).toEqual({ __typename: 'Account', isDisabled: true })
    expect(await nameOf(person.cookie)).toBeNull()
    expect(await nameOf(second)).toBeNull()
    await expect(signIn(test.app, person.email)).rejects.toThrow('SignInRefusedError')
    await disable(administrator, person.accountId, false)
    expect(await nameOf(person.cookie)).toBeNull()
    expect(await nameOf(await signIn(test.app, person.email))).toBe('Anna Nowak')
  })

  it('has the roles of this moment, not those of its beginning', async () => {
    const person = await test.signInAs('organiser')
    const administrator = await test.signInAs('administrator')
    const query = 'mutation ($input: SetMembershipInput!) { setMembership(input: $input) { id } }'
    const { accountId, organisationId } = person
    await test.graphql(query, { input: { accountId, organisationId, role: null } }, { as: administrator })

    const { data } = await test.graphql(
      '{ viewer { memberships { role } } organisations { id } }',
      {},
      { as: person },
    )

    expect(data).toEqual({ viewer: { memberships: [] }, organisations: [] })
  })
})

describe('the cookie', () => {
  const setCookieOf = async (app: TestApp['app'], email: string) => {
    const payload = {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { email, password: TEST_PASSWORD } },
    }
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload })
    return answer.headers['set-cookie']
  }

  it('is out of reach of scripts and other sites', async () => {
    const { email } = await test.signInAs('organiser')

    expect(await setCookieOf(test.app, email)).toMatch(
      /^rozeznanie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('is bound to this very host and to https where there is https', async () => {
    const secure = await createTestApp({ db: test.db, https: true, now: () => now })
    const { email } = await test.signInAs('organiser')

    expect(await setCookieOf(secure.app, email)).toMatch(
      /^__Host-rozeznanie=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const { cookie } = await test.signInAs('organiser')
    expect(await nameOf(cookie, secure.app)).toBeNull()
    await secure.close()
  })
})

describe('the last administrator', () => {
  it('cannot be disabled, not even by two who disable each other at once', async () => {
    const own = await createTestApp({ now: () => now })
    const [first, second] = [await own.signInAs('administrator'), await own.signInAs('administrator')]
    const query = `mutation ($input: SetAccountDisabledInput!) {
      setAccountDisabled(input: $input) { __typename ... on Error { code message } } }`
    const disableBy = (person: SignedIn, other: SignedIn) =>
      own.graphql<{ setAccountDisabled: { __typename: string } | null }>(
        query,
        { input: { accountId: other.accountId, isDisabled: true } },
        { as: person },
      )

    await Promise.all([disableBy(first, second), disableBy(second, first)])
    const left = await own.db.prisma.account.findMany({ where: { isAdministrator: true, disabledAt: null } })
    const survivor = left[0]?.id === first.accountId ? first : second

    expect(left).toHaveLength(1)
    expect((await disableBy(survivor, survivor)).data.setAccountDisabled).toEqual({
      __typename: 'LastAdministratorError',
      code: 'LAST_ADMINISTRATOR',
      message: expect.stringContaining('jedyne czynne konto administratora'),
    })
    await own.close()
  })
})
