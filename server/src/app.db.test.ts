import { deflateSync, gzipSync } from 'node:zlib'
import type { FastifyBaseLogger } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../testing/test-app.ts'

let test: TestApp
let administrator: SignedIn
beforeAll(async () => {
  test = await createTestApp({ production: true })
  administrator = await test.signInAs('administrator')
})
afterAll(() => test.close())

const JSON_TYPE = { 'content-type': 'application/json' }
type Headers = Record<string, string>

async function post(payload: string | Buffer, headers: Headers = JSON_TYPE) {
  const answer = await test.app.inject({ method: 'POST', url: '/graphql', payload, headers })
  return { status: answer.statusCode, body: answer.body, headers: answer.headers }
}

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const asJson = (query: unknown, variables?: unknown) => JSON.stringify({ query, variables })

/** What must hold of every answer to a hostile request. */
function expectRefusal({ status, body }: { status: number; body: string }): void {
  expect(status, body).toBeGreaterThanOrEqual(400)
  expect(status, body).toBeLessThan(500)
  const { errors, ...rest } = JSON.parse(body) as {
    errors?: { message: string; extensions: { code: string } }[]
  }
  const refusals = errors?.map(({ message, extensions }) => ({ message, code: extensions.code })) ?? [rest]
  for (const { code, message } of refusals as { code: string; message: string }[]) {
    expect(code).toMatch(/^(HTTP_4\d\d|[A-Z_]+)$/)
    expect(code).not.toContain('INTERNAL')
    expect(message).toMatch(/^[A-ZŻŹĆŁŚÓ].*[.)]$/)
  }
  expect(body).not.toMatch(/node_modules|at \S+ \(|Did you mean|stack/)
}

describe('a body that is no request', () => {
  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['true', 'true'],
    ['a number', '1'],
    ['a text', '"{viewer{name}}"'],
    ['cut JSON', '{"query": "{viewer{na'],
    ['trailing rubbish', '{"query":"{viewer{name}}"} x'],
    ['an empty batch', '[]'],
    ['a batch', JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{viewer{name}}' })))],
    ['a query that is an object', asJson({ a: 1 })],
    ['a query that is a list', asJson(['{viewer{name}}'])],
    ['a query that is a number', asJson(1)],
    ['no query', '{}'],
    ['variables that are a text', asJson('{viewer{name}}', 'x')],
    ['variables that are a list', asJson('{viewer{name}}', [])],
    ['an operation name that is an object', JSON.stringify({ query: '{viewer{name}}', operationName: {} })],
    ['extensions that are a text', JSON.stringify({ query: '{viewer{name}}', extensions: 'x' })],
    ['__proto__', '{"query":"{viewer{name}}","__proto__":{"isAdministrator":true}}'],
    ['constructor.prototype', '{"query":"{viewer{name}}","constructor":{"prototype":{"x":1}}}'],
    ['lists nested 100,000 deep', `{"query":"{viewer{name}}","variables":{"a":${'['.repeat(100_000)}`],
  ])('%s is refused', async (_what, body) => {
    expectRefusal(await post(body))
  })

  it.each([
    ['more than 256 KB', asJson(`{viewer{name}} # ${'a'.repeat(300 * 1024)}`), 413],
    ['20 MB', Buffer.alloc(20 * 1024 * 1024, 32), 413],
  ])('%s is refused with %#', async (_what, body, status) => {
    const answer = await post(body)
    expectRefusal(answer)
    expect(answer.status).toBe(status)
  })

  it('in UTF-16 is refused', async () => {
    expectRefusal(await post(Buffer.from(asJson('{viewer{name}}'), 'utf16le')))
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(10 * 1024 * 1024))],
    ['deflate', deflateSync(Buffer.from(asJson('{viewer{name}}')))],
    ['nonsense', Buffer.from('x')],
  ])('packed as %s is refused unopened', async (encoding, body) => {
    const answer = await post(body, { ...JSON_TYPE, 'content-encoding': encoding })
    expectRefusal(answer)
    expect(answer.status).toBe(415)
  })

  it('with 10,000 equal keys or a number of 5,000 digits does no harm', async () => {
    const duplicates = `{"query":"{installation{version}}",${'"a":1,'.repeat(10_000)}"b":${'9'.repeat(5000)}}`

    expect((await post(duplicates)).status).toBe(200)
  })
})

describe('a page of somebody else', () => {
  const SIGN_OUT = asJson('mutation { signOut }')

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['no type at all', { 'content-type': '' }],
    ['another origin', { ...JSON_TYPE, origin: 'https://evil.example' }],
    ['no origin of its own', { ...JSON_TYPE, origin: 'null' }],
    ['another port', { ...JSON_TYPE, origin: 'http://localhost:81' }],
    ['a sibling host', { ...JSON_TYPE, origin: 'http://evil.localhost' }],
  ])('cannot sign anybody out with %s', async (_what, headers) => {
    const person = await test.signInAs('administrator')

    expectRefusal(await post(SIGN_OUT, { ...headers, cookie: person.cookie } as Headers))

    const { data } = await test.graphql('{ viewer { accountId } }', {}, { as: person })
    expect(data.viewer).not.toBeNull()
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('cannot use %s', async (method) => {
    const url = `/graphql?query=${encodeURIComponent('mutation{signOut}')}`
    const headers = { cookie: administrator.cookie, 'x-http-method-override': 'POST' }
    const answer = await test.app.inject({ method, url, headers })

    expect([403, 405]).toContain(answer.statusCode)
    expect(answer.json()).toMatchObject({ message: expect.stringMatching(/\.$/) })
  })

  it('is told nothing about what it may read', async () => {
    const answer = await post(asJson('{viewer{name}}'), { ...JSON_TYPE, origin: 'https://evil.example' })

    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('is not our own page, which may', async () => {
    const answer = await post(asJson('{installation{version}}'), {
      ...JSON_TYPE,
      host: 'ankiety.example',
      origin: 'https://ankiety.example',
    })

    expect(answer.status).toBe(200)
  })
})

describe('a document', () => {
  const deepLiteral = (depth: number) =>
    `{ municipality(code: ${'['.repeat(depth)}1${']'.repeat(depth)}) { name } }`

  it.each([
    ['with an open text', '{ municipality(code: "26'],
    ['with a NUL', '{ viewer { na\u0000me } }'],
    ['with a lone surrogate', '{ viewer { na\ud800me } }'],
    ['with an unknown field', '{ viewr { name } }'],
    ['that asks for the schema', '{ __schema { types { name } } }'],
    ['that asks for a type', '{ __type(name: "Account") { fields { name } } }'],
    ['with two operations and no name', 'query A { viewer { name } } query B { viewer { name } }'],
    ['that subscribes', 'subscription { surveyProgressed(surveyId: "x") { asOf } }'],
    [
      'with a circle of fragments',
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    ],
    [
      'of 2^30 fields',
      `{ viewer { ...F0 } } ${repeated(30, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Viewer { name }`,
    ],
    ['with 1,000 aliases', `{ ${repeated(1000, (i) => `a${i}: viewer { name }`)} }`],
    ['with 16 aliases', `{ ${repeated(16, (i) => `a${i}: installation { version }`)} }`],
    ['with 3,000 equal fields', `{ viewer { ${repeated(3000, () => 'name')} } }`],
    ['with 2,000 directives', `{ viewer { name ${repeated(2000, () => '@skip(if:false)')} } }`],
    [
      '12 deep',
      `{ viewer { memberships { ${'organisation { memberships { '.repeat(5)}role${' } }'.repeat(5)} } } }`,
    ],
    ['500 deep', `${'{ viewer '.repeat(500)}${'}'.repeat(500)}`],
    ['5,000 deep', `${'{ viewer '.repeat(5000)}${'}'.repeat(5000)}`],
    ['with a literal 1,000 deep', deepLiteral(1000)],
    ['with a number of 10,000 digits', `{ municipalities(first: ${'9'.repeat(10_000)}) { totalCount } }`],
    ['with 1e999999', '{ municipalities(first: 1e999999) { totalCount } }'],
    ['with 2,000 variables', `query (${repeated(2000, (i) => `$v${i}: Int`)}) { viewer { name } }`],
    ['with 2,000 operations', repeated(2000, (i) => `query Q${i} { viewer { name } }`)],
    ['that defers', '{ viewer { ... @defer { name } } }'],
    ['that changes the schema', 'extend type Query { secret: String }'],
    ['with fields in conflict', '{ viewer { a: name a: email } }'],
    ['with a wrong enum value', 'mutation { createAccount(input: { role: organiser }) { __typename } }'],
    [
      'with an input field we do not have',
      'mutation { signIn(input: { email: "a", password: "b", isAdministrator: true }) { __typename } }',
    ],
  ])('%s is refused', async (_what, query) => {
    const started = performance.now()
    expectRefusal(await post(asJson(query), { ...JSON_TYPE, cookie: administrator.cookie }))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each([-1, 0, 101, 1001, 2 ** 31 - 1, 2 ** 31])('with a page of %s is refused', async (first) => {
    const query = 'query ($first: Int) { municipalities(first: $first) { totalCount } }'
    const { errors } = await test.graphql(query, { first }, { as: administrator })

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })

  it('with an unreadable place in a list is refused', async () => {
    const query = '{ municipalities(after: "🐈") { edges { node { name } } } }'
    const { errors } = await test.graphql(query, {}, { as: administrator })

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })

  it('that asks for too much at once is refused by its cost', async () => {
    const people = 'memberships { account { id name email isDisabled } }'
    const query = `{ organisations { ${people} municipalities { county { code name } localities { id name kind } } } }`
    const deep = `{ municipalities(first: 100) { edges { node { localities { id name kind } county { name voivodeship { name } } } } }
      a: municipalities(first: 100) { edges { node { localities { id name kind } county { name voivodeship { name } } } } }
      b: municipalities(first: 100) { edges { node { localities { id name kind } county { name voivodeship { name } } } } } }`

    expect((await test.graphql(query, {}, { as: administrator })).errors).toBeUndefined()
    const { errors } = await test.graphql(deep, {}, { as: administrator })
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE')
  })
})

describe('a value', () => {
  const CREATE =
    'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { __typename } }'
  const organisation = { kind: 'CUS', name: 'CUS', phone: '', municipalityCodes: ['260401'] }
  const create = (change: object) =>
    test.graphql(CREATE, { input: { ...organisation, ...change } }, { as: administrator })
  const codesOf = (answer: Awaited<ReturnType<typeof create>>) =>
    answer.errors?.map(({ extensions }) => extensions.code)

  it.each([
    ['a NUL', { name: 'CUS\u0000' }],
    ['a lone surrogate', { name: 'CUS \ud800' }],
    ['a number for a text', { name: 1 }],
    ['a list with nothing in it', { municipalityCodes: [null] }],
    ['nothing for a list', { municipalityCodes: null }],
    ['a small letter for an enum', { kind: 'cus' }],
    ['an unknown enum value', { kind: 'MINISTRY' }],
    ['an id that somebody chose', { id: '018f0000-0000-7000-8000-000000000000' }],
    ['30,000 items', { municipalityCodes: Array.from({ length: 30_000 }, () => 'x') }],
  ])('of %s is refused before the database sees it', async (_what, change) => {
    expect(codesOf(await create(change))).toEqual(['BAD_USER_INPUT'])
  })

  it.each([
    ['a text of 100 KB', { name: 'a'.repeat(100_000) }],
    ['a line break', { name: 'CUS\r\nBcc: x' }],
    ['a code of 40 digits', { municipalityCodes: ['9'.repeat(40)] }],
    ['SQL', { municipalityCodes: ["' OR 1=1; SELECT pg_sleep(10); --"] }],
    ['an empty list', { municipalityCodes: [] }],
  ])('of %s is answered with what is wrong', async (_what, change) => {
    const { data, errors } = await create(change)

    expect(errors).toBeUndefined()
    expect(data.createOrganisation).toEqual({ __typename: 'InvalidInputError' })
  })

  it.each([
    '../',
    '0',
    '-1',
    '9'.repeat(40),
    "' OR 1=1 --",
    'ZZZZZZZZ-0000-0000-0000-000000000000',
    '',
    '%00',
  ])('that is no id (%s) names nothing', async (id) => {
    const { data, errors } = await test.graphql(
      'query ($id: ID!) { organisation(id: $id) { name } }',
      { id },
      { as: administrator },
    )

    expect({ data, errors }).toEqual({ data: { organisation: null }, errors: undefined })
  })

  it.each([
    'Zażółć 👨‍👩‍👧‍👦',
    '\u202Eodwrócone',
    '{{7*7}} ${7*7} %s%n',
    '__proto__',
    'O\'Neill \\\' "x"',
    '<img src=x onerror=alert(1)>',
  ])('that is only unusual is kept as it is: %s', async (name) => {
    await test.aMunicipality()
    const query =
      'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { ... on Organisation { name } } }'
    const { data } = await test.graphql(query, { input: { ...organisation, name } }, { as: administrator })

    expect(data.createOrganisation).toEqual({ name })
  })
})

describe('every answer', () => {
  it.each([
    ['GET', '/healthz', 200],
    ['POST', '/graphql', 400],
    ['GET', '/nie-ma.js', 404],
    ['GET', '/.env', 404],
    ['GET', '/.git/config', 404],
    ['GET', '/..%2f..%2fetc/passwd', 404],
    ['GET', '/server/schema.graphql', 404],
    ['GET', '//evil.example', 404],
    ['GET', '/graphql', 405],
    ['TRACE', '/', 404],
  ] as const)('to %s %s carries the headers that protect it', async (method, url, status) => {
    const answer = await test.app.inject({
      method: method as 'GET',
      url,
      headers: { ...JSON_TYPE, host: 'evil.example' },
    })

    expect(answer.statusCode).toBe(status)
    expect(answer.headers).toMatchObject({
      'content-security-policy':
        "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(answer.headers['x-powered-by']).toBeUndefined()
    expect(JSON.stringify(answer.headers) + answer.body).not.toContain('evil.example')
  })

  it('sets no cookie for somebody who did not sign in', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ viewer { name } }' },
    })

    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.json()).toEqual({ data: { viewer: null } })
  })

  it.each([
    'a=b',
    'rozeznanie=',
    'rozeznanie=x',
    `rozeznanie=${'a'.repeat(43)}`,
    `rozeznanie=${'a'.repeat(7000)}`,
    '=;;=;',
    'rozeznanie=%00%ff',
  ])('to a hostile cookie is that of a stranger: %s', async (cookie) => {
    const answer = await post(asJson('{ viewer { name } }'), { ...JSON_TYPE, cookie })

    expect(JSON.parse(answer.body)).toEqual({ data: { viewer: null } })
  })

  it('tells nothing of a defect but a number, under which the log has it whole', async () => {
    const { logger, logged } = loggerInMemory()
    const broken = await createTestApp({ db: { ...test.db, prisma: brokenPrisma() }, logger })
    const { data, errors } = await broken.graphql('{ installation { isDemo } }')
    await broken.app.close()

    const ref = (errors?.[0]?.extensions as { ref?: string } | undefined)?.ref
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL',
      ref: expect.stringMatching(/^[0-9a-f]{10}$/),
    })
    expect(JSON.stringify(errors)).not.toContain('postgres://')
    expect(logged).toEqual([expect.objectContaining({ ref, err: new Error(DEFECT) })])
  })
})

const DEFECT = 'DATABASE_URL=postgres://u:p@h/db'

function brokenPrisma(): TestApp['db']['prisma'] {
  return {
    installation: { count: () => Promise.reject(new Error(DEFECT)) },
  } as unknown as TestApp['db']['prisma']
}

function loggerInMemory() {
  const logged: object[] = []
  const nothing = () => undefined
  const logger = {
    level: 'error',
    fatal: nothing,
    error: (details: object) => void logged.push(details),
    warn: nothing,
    info: nothing,
    debug: nothing,
    trace: nothing,
    silent: nothing,
    child: () => logger,
  } as unknown as FastifyBaseLogger
  return { logger, logged }
}
