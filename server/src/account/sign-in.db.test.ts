import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_PASSWORD } from '../../testing/builders.ts'
import { type TestApp, createTestApp } from '../../testing/test-app.ts'
import { createAccounts } from './accounts.ts'

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on Viewer { email } ... on Error { code message } }
}`
type Answer = {
  readonly __typename: string
  readonly code?: string
  readonly message?: string
  readonly email?: string
}
const WINDOW_SECONDS = 2
const limits = { windowSeconds: WINDOW_SECONDS, perAccount: 10, perAddress: 30, setup: 10 }

let test: TestApp
let limited: TestApp
beforeAll(async () => {
  test = await createTestApp()
  limited = await createTestApp({ db: test.db, accounts: createAccounts(limits), trustedProxyCount: 0 })
})
afterAll(async () => {
  await limited.close()
  await test.close()
})

async function tryIn(
  app: TestApp,
  input: { email: string; password: string },
  { address = '127.0.0.1', headers = {} }: { address?: string; headers?: Record<string, string> } = {},
) {
  const payload = { query: SIGN_IN, variables: { input } }
  const answer = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers,
    remoteAddress: address,
  })
  return {
    ...answer.json<{ data: { signIn: Answer } }>().data.signIn,
    status: answer.statusCode,
    headers: answer.headers,
  }
}

const WRONG = {
  __typename: 'SignInRefusedError',
  code: 'SIGN_IN_REFUSED',
  message:
    'Adres e-mail lub hasło są nieprawidłowe. Proszę sprawdzić, czy nie jest włączony klawisz Caps Lock.',
}
const restOf = ({ headers, ...answer }: Awaited<ReturnType<typeof tryIn>>) => {
  const { date: _, ...others } = headers
  return { ...answer, headers: others }
}
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

describe('signing in', () => {
  it('takes the address in any spelling and the password as it is', async () => {
    const { email } = await test.anAccount()

    const spellings = [email, email.toUpperCase(), `  ${email} `]
    for (const spelling of spellings) {
      expect(await tryIn(test, { email: spelling, password: TEST_PASSWORD })).toMatchObject({
        __typename: 'Viewer',
        email,
      })
    }
    expect(await tryIn(test, { email, password: `${TEST_PASSWORD} ` })).toMatchObject(WRONG)
    expect(await tryIn(test, { email, password: TEST_PASSWORD.normalize('NFD') })).toMatchObject({
      __typename: 'Viewer',
    })
  })

  it('answers the same for a wrong password, an unknown address and a disabled account', async () => {
    const known = await test.anAccount()
    const disabled = await test.anAccount()
    await test.db.prisma.account.update({
      where: { id: disabled.accountId },
      data: { disabledAt: new Date() },
    })

    const answers = [
      await tryIn(test, { email: known.email, password: 'to nie jest to hasło' }),
      await tryIn(test, { email: 'nikt@gmina.example', password: TEST_PASSWORD }),
      await tryIn(test, { email: disabled.email, password: TEST_PASSWORD }),
    ].map(restOf)

    expect(answers[0]).toMatchObject({ ...WRONG, status: 200 })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('takes as long for an address that is not there', async () => {
    const { email } = await test.anAccount()
    const times = { known: [] as number[], unknown: [] as number[] }
    const measured = async (kind: keyof typeof times, address: string) => {
      const started = performance.now()
      await tryIn(test, { email: address, password: 'to nie jest to hasło' })
      times[kind].push(performance.now() - started)
    }

    for (let pair = 0; pair < 15; pair += 1) {
      await measured('known', email)
      await measured('unknown', `nikt${pair}@gmina.example`)
    }

    // The work is the same; a machine under load still wavers, so the bound is half and not a tenth.
    expect(Math.abs(median(times.known) / median(times.unknown) - 1)).toBeLessThan(0.5)
  })

  it('refuses a password of 200 KB without hashing it', async () => {
    const { email } = await test.anAccount()
    const started = performance.now()

    expect(await tryIn(test, { email, password: 'a'.repeat(90_000) })).toMatchObject(WRONG)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('guessing a password', () => {
  const address = (() => {
    let last = 0
    return () => `10.0.0.${(last += 1)}`
  })()
  const isWait = ({ message }: Answer) => message?.startsWith('Zbyt wiele prób logowania.') === true
  const window = () => new Promise((resolve) => setTimeout(resolve, WINDOW_SECONDS * 1000 + 200))

  it('gets ten tries on an account, from however many addresses; then even the right one has to wait, and only for a while', async () => {
    const { email } = await test.anAccount()

    const wrong: Answer[] = []
    for (let count = 0; count < 12; count += 1) {
      wrong.push(await tryIn(limited, { email, password: 'zgadywanie' }, { address: address() }))
    }
    const right = await tryIn(limited, { email, password: TEST_PASSWORD }, { address: address() })

    expect(wrong.map(isWait)).toEqual([...Array<boolean>(10).fill(false), true, true])
    expect(isWait(right)).toBe(true)
    await window()
    expect(await tryIn(limited, { email, password: TEST_PASSWORD }, { address: address() })).toMatchObject({
      email,
    })
  })

  it('gets thirty tries from an address, on however many accounts and whatever it says of proxies', async () => {
    const from = address()
    const answers: Answer[] = []
    for (let count = 0; count < 32; count += 1) {
      const headers = {
        'x-forwarded-for': `1.2.3.${count}`,
        'x-real-ip': `1.2.3.${count}`,
        'cf-connecting-ip': `1.2.3.${count}`,
      }
      answers.push(
        await tryIn(
          limited,
          { email: `k${count}@gmina.example`, password: 'a'.repeat(200) },
          { address: from, headers },
        ),
      )
    }

    expect(answers.filter(isWait)).toHaveLength(2)
    expect(answers.slice(30).every(isWait)).toBe(true)
  })

  it('gets no more tries by asking many times in one request', async () => {
    const { email } = await test.anAccount()
    const tries = Array.from(
      { length: 15 },
      (_, i) => `t${i}: signIn(input: $input) { ... on Error { message } }`,
    ).join(' ')
    const query = `mutation ($input: SignInInput!) { ${tries} }`
    const payload = { query, variables: { input: { email, password: 'zgadywanie' } } }
    const answer = await limited.app.inject({
      method: 'POST',
      url: '/graphql',
      payload,
      remoteAddress: address(),
    })

    const answers = Object.values(answer.json<{ data: Record<string, Answer> }>().data)
    expect(answers.filter(isWait)).toHaveLength(5)
  })

  it('does not count the people of one office who know their passwords', async () => {
    const from = address()
    const { email } = await test.anAccount()
    const answers: Answer[] = []
    for (let person = 0; person < 35; person += 1) {
      answers.push(await tryIn(limited, { email, password: TEST_PASSWORD }, { address: from }))
    }

    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['Viewer']))
  })
})
