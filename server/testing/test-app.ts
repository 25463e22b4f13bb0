import type { FastifyInstance } from 'fastify'
import { createAccounts } from '../src/account/accounts.ts'
import { cookieName } from '../src/account/session-cookie.ts'
import { createApp } from '../src/app.ts'
import { viewerOfSession } from '../src/account/session.store.ts'
import type { AppDeps, Context } from '../src/context.ts'
import { type Services, asInstallation, createServices } from '../src/services.ts'
import { type Builders, TEST_PASSWORD, createBuilders } from './builders.ts'
import { type TestDatabase, createTestDatabase } from './test-database.ts'

/** Whom a test needs; the last is an organiser of another organisation. */
export const ACTORS = ['administrator', 'organiser', 'interviewer', 'analyst', 'stranger'] as const
export type Actor = (typeof ACTORS)[number]

/** A signed-in person: an account and its session. */
export interface SignedIn {
  readonly accountId: string
  readonly email: string
  /** Null for administrators. */
  readonly organisationId: string | null
  /** For the header `cookie`. */
  readonly cookie: string
}

export interface GraphqlAnswer<Data> {
  readonly data: Data
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
  readonly status: number
}

export interface TestApp extends Builders {
  readonly app: FastifyInstance
  readonly db: TestDatabase
  readonly services: Services
  /** Sends one document as a browser would. */
  graphql<Data = Record<string, unknown>>(
    document: string,
    variables?: object,
    options?: { readonly as?: SignedIn },
  ): Promise<GraphqlAnswer<Data>>
  /** A real account with a real session; without `organisationId` organiser and interviewer share one organisation. */
  signInAs(actor: Actor, options?: { readonly organisationId?: string }): Promise<SignedIn>
  /** The context of a signed-in person, for what has no request: subscriptions and use cases. */
  contextOf(person: SignedIn | null): Promise<Context>
  close(): Promise<void>
}

/** The real application on a database of its own; `db` when the test made one, which it then closes itself. */
export async function createTestApp(
  options: Partial<AppDeps> & { db?: TestDatabase } = {},
): Promise<TestApp> {
  const db = options.db ?? (await createTestDatabase())
  const limits = { windowSeconds: 900, perAccount: 1000, perAddress: 1000, setup: 1000 }
  const services = createServices({ accounts: createAccounts(limits), ...options, db })
  const app = await createApp({ ...options, db, services })
  const builders = createBuilders(asInstallation(services))
  const home = once(() => builders.anOrganisation({ name: 'CUS w Domu' }))
  return {
    ...builders,
    app,
    db,
    services,
    graphql: (document, variables, { as } = {}) => send(app, document, variables, as?.cookie),
    signInAs: async (actor, { organisationId } = {}) => {
      const account = await makeAccount(builders, actor, organisationId, home)
      return { ...account, cookie: await signIn(app, account.email) }
    },
    contextOf: async (person) => ({
      ...asInstallation(services),
      viewer: person && (await viewerOfSession(db, person.cookie.split('=')[1] ?? '', services.now())),
    }),
    close: async () => {
      await app.close()
      if (!options.db) await db.close()
    },
  }
}

async function makeAccount(
  builders: Builders,
  actor: Actor,
  organisationId: string | undefined,
  home: () => Promise<string>,
): Promise<Omit<SignedIn, 'cookie'>> {
  if (actor === 'administrator') return builders.anAccount({ isAdministrator: true })
  if (actor === 'analyst') {
    const region = organisationId ?? (await builders.anOrganisation({ kind: 'ROPS' }))
    return builders.anAccount({ organisationId: region, role: 'REGIONAL_ANALYST' })
  }
  const own = organisationId ?? (actor === 'stranger' ? await builders.anOrganisation() : await home())
  return builders.anAccount({
    organisationId: own,
    role: actor === 'interviewer' ? 'INTERVIEWER' : 'ORGANISER',
  })
}

async function send<Data>(app: FastifyInstance, query: string, variables?: object, cookie?: string) {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })
  return { ...answer.json<GraphqlAnswer<Data>>(), status: answer.statusCode }
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'

/** Signs in over HTTP. @returns the session for the header `cookie` */
export async function signIn(app: FastifyInstance, email: string, password = TEST_PASSWORD): Promise<string> {
  const payload = { query: SIGN_IN, variables: { input: { email, password } } }
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload })
  const session = answer.cookies.find(({ name }) => name === cookieName(false) || name === cookieName(true))
  if (!session) throw new Error(`no session for ${email}: ${answer.body}`)
  return `${session.name}=${session.value}`
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
